// A job as a change leaves it behind.

import type { JobKind } from '@tien-do/domain/job'
import type { Tx } from '../src/core/context.ts'
import { enqueue, type JobToCome } from '../src/core/enqueue.repo.ts'
import type { Database } from '../src/db/client.ts'

/** Puts one down and commits; its id. `failed`: as if every try had been in vain. */
export async function leaveJob(
  { database }: { database: Database },
  failed = false,
  kind: JobKind = 'send-mail',
  data: object = {},
  options: JobToCome = {},
): Promise<string> {
  await database.db.transaction((tx) => enqueue(tx as Tx, kind, { ...data }, options))
  const { rows } = await database.pool.query<{ id: string }>(
    'select id from pgboss.job where name = $1 order by created_on desc limit 1',
    [kind],
  )
  const id = rows[0]?.id ?? ''
  if (failed)
    await database.pool.query(
      `update pgboss.job set state = 'failed', completed_on = now(), output = '{"message":"connect ECONNREFUSED"}' where id = $1`,
      [id],
    )
  return id
}
