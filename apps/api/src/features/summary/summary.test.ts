import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('leader'),
  house.as('viewer'),
])
const URL = `${PLAN}/summary`

/** The answer's status, and the statements that were sent for it. */
async function asking(etag: string, day?: string) {
  const start = house.statements.length
  const { status } = await viewer
    .get(URL)
    .query(day ? { asOf: day } : {})
    .set('if-none-match', etag)
  return { status, statements: house.statements.slice(start) }
}

describe('getSummary', () => {
  it('asks a stranger to sign in, and a stranger to the plan to leave', async () => {
    await house.anyone.get(URL).expect(401)
    await viewer.get(URL.replace('chanh-lo-hts', 'ben-lau')).expect(403)
  })
  it('counts every indicator once', async () => {
    const { body } = await viewer.get(URL).expect(200)
    const counts: number[] = Object.values(body.counts.byStatus)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(body.counts.total)
    expect(body.indicators).toHaveLength(body.counts.total)
    const grouped = body.groups.map((group: { counts: { total: number } }) => group.counts.total)
    expect(grouped.reduce((sum: number, total: number) => sum + total, 0)).toBe(body.counts.total)
    expect(body.tasks).toEqual({ total: 12, unassigned: 11 })
  })
  it('answers 304 without touching a table of figures', async () => {
    const { etag = '' } = (await viewer.get(URL).expect(200)).headers
    const { status, statements } = await asking(etag)
    expect(status).toBe(304)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.filter((text) => /measurement|indicator|target/.test(text))).toEqual([])
  })
  it('reads the figures when something changed, and shows it', async () => {
    const { etag = '' } = (await viewer.get(URL)).headers
    const figure = { indicator: 'DP-01', on: '2026-11-14', numerator: 10, denominator: 10 }
    const { body } = await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
    await leader.post(`${PLAN}/measurements/${body.id}/approve`).set('if-match', body.etag).expect(200)
    const { status, statements } = await asking(etag)
    expect(status).toBe(200)
    expect(statements.some((text) => text.includes('"measurement"'))).toBe(true)
    const summary = (await viewer.get(URL)).body
    expect([summary.figuresUntil, summary.counts.byStatus.no_data]).toEqual(['2026-11-14', 20])
  })
  it('reads the figures once for all who ask for the same revision and day', async () => {
    await viewer.get(URL).expect(200)
    const { statements } = await asking('"none"')
    expect(statements.filter((text) => text.includes('"measurement"'))).toEqual([])
  })
  it('is another one on another day', async () => {
    const { etag = '' } = (await viewer.get(URL)).headers
    expect((await asking(etag, '2026-11-01')).status).toBe(200)
    house.clock = new Date('2026-11-22T17:00:00.000Z')
    expect((await asking(etag)).status).toBe(200)
  })
  it('counts the days of the deadlines from today, whatever day is asked for', async () => {
    const left = async (asOf: string) =>
      (await viewer.get(URL).query({ asOf })).body.deadlines[0].next.daysLeft
    expect(await left('2026-01-01')).toBe(await left('2026-11-01'))
  })
})
