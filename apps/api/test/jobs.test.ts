// Jobs beside requests: with the change or not at all, once in effect, given back when their process dies.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Tx } from '../src/core/context.ts'
import { enqueue } from '../src/core/enqueue.repo.ts'
import { type JobHandler, startJobs } from '../src/jobs/index.ts'
import { API, startHarness } from './harness.ts'
import { leaveJob } from './leave-job.ts'

const NOBODY = '0198a6f0-0000-7000-8000-000000000000'
const house = await startHarness()
const { database } = house
const idle = async () => undefined
const working: { stop: () => Promise<void> }[] = []
function work(handler: JobHandler) {
  const jobs = startJobs(database, () => house.clock, {
    handlers: { 'send-mail': handler, 'send-reminders': idle, 'make-backup': idle, 'send-webhook': idle },
    timetable: {},
  })
  working.push(jobs)
  return jobs
}
afterEach(async () => {
  await Promise.all(working.splice(0).map((jobs) => jobs.stop()))
  await database.pool.query('delete from pgboss.job')
})

async function stateOf(id: string): Promise<string> {
  const { rows } = await database.pool.query('select state from pgboss.job where id = $1', [id])
  return rows[0]?.state ?? 'gone'
}
async function until(isSo: () => Promise<boolean> | boolean, ms = 10_000): Promise<number> {
  const start = performance.now()
  while (!(await isSo())) {
    if (performance.now() - start > ms) throw new Error(`not within ${ms} ms`)
    await sleep(50)
  }
  return performance.now() - start
}

describe('a job', () => {
  it('that is put down in a change which fails is never done; in one that commits, at once', async () => {
    const done: unknown[] = []
    work(async (data) => void done.push(data.n))
    await leaveJob(house, false, 'send-mail', { n: 0 })
    await until(() => done.length === 1)
    await sleep(500)
    const failing = database.db.transaction(async (tx) => {
      await enqueue(tx as Tx, 'send-mail', { n: 1 })
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    await leaveJob(house, false, 'send-mail', { n: 2 })
    expect(await until(() => done.length === 2)).toBeLessThan(1_500)
    expect(done).toEqual([0, 2])
  })

  it('of one key is there once, however often it is put down', async () => {
    for (let n = 0; n < 3; n++) await leaveJob(house, false, 'send-mail', { n }, { key: 'thư 1' })
    await leaveJob(house, false, 'send-mail', {}, { key: 'thư 2' })
    const { rows } = await database.pool.query(`select data from pgboss.job where name = 'send-mail'`)
    expect(rows).toHaveLength(2)
  })

  it('is done by one of several workers, and once', async () => {
    const done: unknown[] = []
    const handler: JobHandler = async ({ n }) => {
      await sleep(20)
      done.push(n)
    }
    for (let n = 0; n < 30; n++) await leaveJob(house, false, 'send-mail', { n })
    work(handler)
    work(handler)
    await until(() => done.length >= 30, 30_000)
    await sleep(300)
    expect(done).toHaveLength(30)
    expect(done.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_each, n) => n))
  })

  it('that fails is tried again after a while that grows, is then given up, and can be asked for again', async () => {
    const tries: number[] = []
    let works = false
    work(async () => {
      tries.push(performance.now())
      if (!works) throw new Error('connect ECONNREFUSED')
    })
    const id = await leaveJob(house, false, 'send-mail', {}, { after: new Date(Date.now() + 60_000) })
    await database.pool.query(
      'update pgboss.job set retry_limit = 1, retry_delay = 1, start_after = now() where id = $1',
      [id],
    )
    await until(async () => (await stateOf(id)) === 'failed', 25_000)
    expect(tries).toHaveLength(2)
    const admin = await house.as('admin')
    const { body } = await admin.get(`${API}/jobs?state=failed`).expect(200)
    expect(body.items).toMatchObject([{ id, error: 'connect ECONNREFUSED', allowedActions: ['job.retry'] }])
    works = true
    await admin.post(`${API}/jobs/${id}/retry`).expect(200)
    await until(async () => (await stateOf(id)) === 'completed')
  })

  it('is handed back when its process is told to stop, within a few seconds', async () => {
    let began = 0
    const jobs = work(async () => {
      began++
      await sleep(30_000, undefined, { ref: false })
    })
    const id = await leaveJob(house)
    await until(() => began === 1)
    const start = performance.now()
    await jobs.stop()
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(await stateOf(id)).toBe('retry')
  })

  it('comes back within 30 s when its process is killed, and is done once', async () => {
    const id = await leaveJob(house)
    await holdAndDie(house.databaseUrl)
    expect(await stateOf(id)).toBe('active')
    let done = 0
    work(async () => void done++)
    expect(await until(async () => (await stateOf(id)) === 'completed', 30_000)).toBeLessThan(30_000)
    expect(done).toBe(1)
  }, 60_000)
})

describe('jobs over HTTP', () => {
  it.each(['retry', 'cancel'])('%s: who is not known, who may not, what is not there', async (act) => {
    await house.anyone.post(`${API}/jobs/${NOBODY}/${act}`).expect(401)
    await (await house.as('coordinator')).post(`${API}/jobs/${NOBODY}/${act}`).expect(403)
    const admin = await house.as('admin')
    await admin.post(`${API}/jobs/no-id/${act}`).expect(400)
    const { body } = await admin.post(`${API}/jobs/${NOBODY}/${act}`).expect(404)
    expect(body.code).toBe('job.not-found')
  })

  it('a waiting one can be cancelled and not retried, a failed one the other way round; the audit knows', async () => {
    const admin = await house.as('admin')
    const waiting = await leaveJob(house)
    await admin.post(`${API}/jobs/${waiting}/retry`).expect(409)
    const { body } = await admin.post(`${API}/jobs/${waiting}/cancel`).expect(200)
    expect(body).toMatchObject({ state: 'cancelled', kind: 'send-mail', allowedActions: [] })
    await admin.post(`${API}/jobs/${waiting}/cancel`).expect(409)
    const failed = await leaveJob(house, true)
    await admin.post(`${API}/jobs/${failed}/cancel`).expect(409)
    await admin.post(`${API}/jobs/${failed}/retry`).expect(200)
    const { rows } = await database.pool.query(
      `select action, resource_id from audit_event where resource = 'job' and resource_id = any($1) order by seq`,
      [[waiting, failed]],
    )
    expect(rows).toEqual([
      { action: 'job.cancel', resource_id: waiting },
      { action: 'job.retry', resource_id: failed },
    ])
  })
})

/** Another process takes the job, and is killed with it in hand. */
async function holdAndDie(databaseUrl: string): Promise<void> {
  const script = `
    const { openDatabase } = await import('./src/db/client.ts')
    const { startJobs } = await import('./src/jobs/index.ts')
    const database = await openDatabase({ databaseUrl: ${JSON.stringify(databaseUrl)}, dataDir: '' })
    const hold = () => { console.log('held'); return new Promise(() => {}) }
    startJobs(database, () => new Date(), { handlers: { 'send-mail': hold, 'send-reminders': hold }, timetable: {} })
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('..', import.meta.url),
  })
  await once(child.stdout, 'data')
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
