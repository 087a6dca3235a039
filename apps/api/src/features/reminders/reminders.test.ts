// Reminders: each rung once whatever runs twice, one message a person and day, by e-mail where they chose it.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API, emailOf, PLAN, startHarness } from '../../../test/harness.ts'
import { startSmtp } from '../../../test/smtp.ts'
import { contextOver } from '../../core/change.ts'
import { startJobs } from '../../jobs/index.ts'
import { workOf } from '../../work.ts'
import { HOUSE } from '../people/index.ts'
import { sendReminders } from './index.ts'

const smtp = await startSmtp()
const mail = { smtpUrl: smtp.url, from: 'Tiến Độ <tien-do@phuong.test>' }
const publicUrl = new URL('http://localhost:3000')
const house = await startHarness({ config: { mail } })
const { database } = house
const context = () =>
  contextOver(database.db, {
    actor: HOUSE,
    origin: { ip: null, requestId: null, keyId: null },
    now: () => house.clock,
  })
const at = (instant: string) => Object.assign(house, { clock: new Date(instant) })
const noticesOf = async (role: 'officer' | 'coordinator' | 'leader') =>
  (await (await house.as(role)).get(`${PLAN}/my-notices`).expect(200)).body.items
const work = () =>
  startJobs(
    database,
    () => house.clock,
    workOf({
      mode: 'demo',
      database,
      config: { mail, publicUrl, dataDir: '', backupDir: '', webhookHosts: [] },
      now: () => house.clock,
      secret: 'a secret',
    }),
  )

async function until(isSo: () => boolean | Promise<boolean>, ms = 40_000): Promise<void> {
  for (const start = performance.now(); !(await isSo()); await sleep(50))
    if (performance.now() - start > ms) throw new Error(`not within ${ms} ms`)
}
const queued = async () =>
  (await database.pool.query(`select count(*)::int as n from delivery where state = 'queued'`)).rows[0]
    .n as number

beforeAll(async () => {
  await (await house.as('coordinator')).post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
  for (const role of ['officer', 'coordinator'] as const)
    await (await house.as(role)).put(`${API}/me/account`).send({ mailReminders: true }).expect(200)
})
afterAll(() => smtp.stop())

describe('the ladder', () => {
  it('says nothing on a day off', async () => {
    at('2026-11-22T02:00:00Z')
    expect(await sendReminders(context(), true)).toBe(0)
  })

  it('says a rung once, in one message to each, though several processes work it out at once and again', async () => {
    at('2026-11-25T01:00:00Z')
    await Promise.all([1, 2, 3].map(() => sendReminders(context(), true)))
    at('2026-11-26T01:00:00Z')
    await sendReminders(context(), true)
    const own = await noticesOf('officer')
    expect(own).toHaveLength(1)
    expect(own[0]).toMatchObject({
      kind: 'ladder',
      readAt: null,
      items: [{ thing: 'report/2026/TP-HT', department: { code: 'TP-HT' }, lastDay: '2026-11-30' }],
    })
    // Departments where nobody is: whoever coordinates is told, all in one message.
    const fallback = await noticesOf('coordinator')
    expect(fallback).toHaveLength(1)
    expect(fallback[0].items.length).toBeGreaterThan(5)
    // The ward's own report to its superior has a day of its own.
    expect(fallback[0].items).toContainEqual({
      ...{ thing: 'ward-report/2026', kind: 'ward_report', code: null, count: 1, department: null },
      ...{ year: 2026, lastDay: '2026-12-04' },
    })
    const { rows } = await database.pool.query(
      'select count(*)::int as all, count(distinct (person_id, thing, rung))::int as each from reminder',
    )
    expect(rows[0].all).toBe(rows[0].each)
  })

  it('sends them by e-mail to those who chose it, once, with neutral words and a link', async () => {
    const jobs = [work(), work()]
    await until(async () => (await queued()) === 0)
    await Promise.all(jobs.map((each) => each.stop()))
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual([emailOf('coordinator'), emailOf('officer')])
    const { rows } = await database.pool.query('select id from delivery')
    expect(smtp.taken.map(({ messageId }) => messageId).sort()).toEqual(
      rows.map(({ id }) => `<${id}@tien-do>`).sort(),
    )
    for (const { text } of smtp.taken) expect(text).toContain('http://localhost:3000/')
  })

  it('after the deadline comes every working day', async () => {
    for (const [day, count] of [
      ['2026-12-01T01:00:00Z', 2],
      ['2026-12-01T09:00:00Z', 2],
      ['2026-12-02T01:00:00Z', 3],
      ['2026-12-05T01:00:00Z', 3],
    ] as const) {
      at(day)
      await sendReminders(context(), false)
      expect([day, (await noticesOf('officer')).length]).toEqual([day, count])
    }
  })
})

describe('a process that is killed while it sends', () => {
  it('leaves the rest to the next one, and nobody gets two or none', async () => {
    at('2026-12-03T01:00:00Z')
    smtp.taken.length = 0
    await sendReminders(context(), true)
    expect(await queued()).toBe(2)
    let held = 0
    smtp.before = async () => {
      held++
      if (held > 1) await new Promise(() => undefined)
    }
    const script = `
      const { openDatabase } = await import('./src/db/client.ts')
      const { startJobs } = await import('./src/jobs/index.ts')
      const { workOf } = await import('./src/work.ts')
      const database = await openDatabase({ databaseUrl: ${JSON.stringify(house.databaseUrl)}, dataDir: '' })
      const now = () => new Date('2026-12-03T01:00:00Z')
      const config = { mail: { smtpUrl: new URL('${smtp.url.href}'), from: 'Tiến Độ <tien-do@phuong.test>' }, publicUrl: new URL('http://localhost:3000') }
      startJobs(database, now, workOf({ database, config, now, secret: 'a secret' }))
      setInterval(() => {}, 1_000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: new URL('../../..', import.meta.url),
    })
    await until(async () => held > 1 && (await queued()) === 1)
    child.kill('SIGKILL')
    smtp.before = async () => undefined
    const jobs = work()
    await until(async () => (await queued()) === 0)
    await jobs.stop()
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual([emailOf('coordinator'), emailOf('officer')])
    expect(new Set(smtp.taken.map(({ messageId }) => messageId)).size).toBe(2)
  }, 90_000)
})

describe('a reminder by hand', () => {
  const send = async (role: 'officer' | 'coordinator', departments: string[]) =>
    (await house.as(role)).post(`${PLAN}/reminders`).send({ departments })
  it('asks for a session, a right, departments, and something owed', async () => {
    await house.anyone
      .post(`${PLAN}/reminders`)
      .send({ departments: ['TP-HT'] })
      .expect(401)
    expect((await send('officer', ['TP-HT'])).status).toBe(403)
    expect((await send('coordinator', [])).status).toBe(400)
    const nothing = await send('coordinator', ['NOBODY'])
    expect([nothing.status, nothing.body.code]).toEqual([409, 'reminder.nothing-owed'])
  })

  it('goes out though the day’s was said; the log says to whom; whoever opens it has read it', async () => {
    const { body } = await send('coordinator', ['TP-HT'])
    expect(body.reminded).toEqual([{ name: 'Võ Đình An', departments: ['TP-HT'], byMail: true }])
    const log = await (await house.as('coordinator')).get(`${PLAN}/reminders`).expect(200)
    expect(log.body.items[0]).toMatchObject({
      kind: 'by_hand',
      to: 'Võ Đình An',
      mail: 'queued',
      readAt: null,
    })
    await (await house.as('officer')).get(`${PLAN}/reminders`).expect(403)
    const officer = await house.as('officer')
    await officer.post(`${PLAN}/my-notices/read`).expect(204)
    for (const { readAt } of await noticesOf('officer')) expect(readAt).not.toBeNull()
    const { rows } = await database.pool.query(
      `select count(*)::int as n from audit_event where action = 'reminder.send'`,
    )
    expect(rows[0].n).toBeGreaterThan(2)
  })
})

describe('beside the reports', () => {
  const newest = async (role: 'officer' | 'coordinator' | 'leader') => {
    await sendReminders(context(), false)
    return (await noticesOf(role))[0]?.items ?? []
  }
  it('results that a task lacks are reminded of, to whoever leads it', async () => {
    at('2026-12-03T02:00:00Z')
    const assigned = (await house.as('coordinator')).post(`${PLAN}/tasks/NV-08/assignments`)
    await assigned.set('if-match', '*').send({ lead: 'TP-HT', coordinating: [], reason: null }).expect(201)
    expect(await newest('officer')).toMatchObject([
      { thing: 'tasks/2026/TP-HT', kind: 'tasks', count: 1, lastDay: '2026-11-30' },
    ])
  })

  it('an obstacle tells once whom it waits for: coordinator, leader, and who was told to act until their day', async () => {
    const coordinator = await house.as('coordinator')
    const about = {
      subject: { resource: 'task', code: 'NV-08' },
      title: 'Thiếu máy quét',
      department: 'TP-HT',
    }
    const { code } = (await coordinator.post(`${PLAN}/obstacles`).send(about).expect(201)).body
    const move = async (who: typeof coordinator, act: string, body: object) =>
      who.post(`${PLAN}/obstacles/${code}/${act}`).set('if-match', '*').send(body).expect(200)
    const item = { thing: `obstacle/${code}`, kind: 'obstacle', code }
    expect(await newest('coordinator')).toMatchObject([{ ...item, lastDay: null }])
    await move(coordinator, 'consolidate', { proposal: 'Cho mượn máy' })
    await move(coordinator, 'submit', {})
    expect(await newest('leader')).toMatchObject([{ ...item, lastDay: null, department: null }])
    await sendReminders(context(), false)
    expect(await noticesOf('leader')).toHaveLength(1)
    const order = { decision: 'Đồng ý', actingDepartment: 'TP-HT', dueOn: '2026-12-10' }
    await move(await house.as('leader'), 'decide', order)
    at('2026-12-07T02:00:00Z')
    expect(await newest('officer')).toContainEqual(
      expect.objectContaining({ ...item, lastDay: '2026-12-10', department: expect.anything() }),
    )
  })
})
