// The personal calendar, read back by a reader that calendars use.
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const officer = await house.as('officer')
const addressOf = async () =>
  new URL((await officer.post(`${API}/me/calendar`).expect(200)).body.url).pathname
await (await house.as('coordinator')).post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)

describe('the account', () => {
  it('asks for a session; says what was chosen and whether there is e-mail at all', async () => {
    await house.anyone.get(`${API}/me/account`).expect(401)
    await officer.put(`${API}/me/account`).send({ mailReminders: 'yes' }).expect(400)
    const { body } = await officer.get(`${API}/me/account`).expect(200)
    expect(body).toMatchObject({ mailReminders: false, mailAvailable: false, calendarSince: null })
    await officer.put(`${API}/me/account`).send({ mailReminders: true }).expect(200)
    expect((await officer.get(`${API}/me/account`)).body.mailReminders).toBe(true)
  })
})

describe('/calendar/{secret}.ics', () => {
  it('has a whole-day event for each deadline, with a zone, an exclusive end and alarms', async () => {
    const answer = await house.anyone.get(await addressOf()).expect(200)
    expect(answer.get('content-type')).toBe('text/calendar; charset=utf-8')
    for (const line of answer.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const calendar = new ICAL.Component(ICAL.parse(answer.text))
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Asia/Ho_Chi_Minh')
    const [component] = calendar.getAllSubcomponents('vevent')
    if (!component) throw new Error('no event')
    const event = new ICAL.Event(component)
    expect(event.uid).toBe('report-2026-TP-HT.chanh-lo-hts@tien-do')
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-11-30', '2026-12-01'])
    expect(event.startDate.isDate).toBe(true)
    expect(event.summary).toMatch(/^Hạn nộp báo cáo năm 2026 · /)
    expect(event.description).toContain('Nộp trước khi hết ngày này')
    expect(component.getAllSubcomponents('valarm')).toHaveLength(2)
    expect(event.sequence).toBeGreaterThan(0)
  })

  it('answers 304 while nothing changed', async () => {
    const address = await addressOf()
    const { headers } = await house.anyone.get(address).expect(200)
    await house.anyone.get(address).set('if-none-match', String(headers.etag)).expect(304)
  })

  it('ends when it is renewed or revoked, and says nothing to whoever guesses', async () => {
    const old = await addressOf()
    const fresh = await addressOf()
    await house.anyone.get(old).expect(404)
    await house.anyone.get(fresh).expect(200)
    await officer.delete(`${API}/me/calendar`).expect(204)
    const { body } = await house.anyone.get(fresh).expect(404)
    expect(body.code).toBe('calendar.not-found')
    const { rows } = await house.database.pool.query('select calendar_hash from person_setting')
    expect(rows.map((row) => row.calendar_hash)).toEqual([null])
  })

  it('is gone when its owner is', async () => {
    const address = await addressOf()
    await house.database.pool.query(`update person set disabled_at = now() where email = 'officer@demo.test'`)
    await house.anyone.get(address).expect(404)
  })
})
