import { sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { newDatabase } from '../../test/harness.ts'
import { openDatabase } from './client.ts'

const database = await openDatabase({ databaseUrl: await newDatabase(), dataDir: '' })
afterAll(() => database.close())

it('a connection that is lost before its transaction begins goes back to the pool, and the next one is served', async () => {
  const { pool, db } = database
  const connect = pool.connect.bind(pool)
  const killer = await connect()
  // Between being handed out and its first statement, as when the server crashes then.
  const lost = async () => {
    const client = await connect()
    const { rows } = await client.query('select pg_backend_pid() as pid')
    const isOver = new Promise((resolve) => client.once('end', resolve))
    await killer.query('select pg_terminate_backend($1)', [rows[0].pid])
    await isOver
    return client
  }
  Object.assign(pool, { connect: lost })
  for (let turn = 0; turn < 12; turn++)
    await expect(db.transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow()
  Object.assign(pool, { connect })
  killer.release()
  expect(pool.totalCount - pool.idleCount).toBe(0)
  const answer = await db.transaction((tx) => tx.execute(sql`select 1 as one`))
  expect(answer.rows).toEqual([{ one: 1 }])
})
