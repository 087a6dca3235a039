import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const viewer = await house.as('viewer')
const URL = `${PLAN}/deadlines`

async function deadlineAt(instant: string, code = 'TH-1') {
  house.clock = new Date(instant)
  const { body } = await viewer.get(URL).expect(200)
  return body.items.find((each: { code: string }) => each.code === code)
}

describe('listDeadlines', () => {
  it('asks a stranger to sign in', async () => {
    await house.anyone.get(URL).expect(401)
  })
  it('says "đến hết 30/11" for "trước ngày 01/12"', async () => {
    expect((await deadlineAt('2026-11-22T02:00:00.000Z')).next).toEqual({
      year: 2026,
      before: '2026-12-01',
      lastDay: '2026-11-30',
      lastWorkingDay: '2026-11-30',
      daysLeft: 8,
    })
  })
  it('is this year’s until the last instant of the last day in Việt Nam, and next year’s from then on', async () => {
    const last = await deadlineAt('2026-11-30T16:59:59.999Z')
    expect(last.next).toMatchObject({ year: 2026, daysLeft: 0 })
    const first = await deadlineAt('2026-11-30T17:00:00.000Z')
    expect(first.next).toMatchObject({ year: 2027, before: '2027-12-01', lastDay: '2027-11-30' })
  })
  it('names the last working day where the last day is none', async () => {
    // 30/11/2025 is a Sunday.
    expect((await deadlineAt('2025-11-20T02:00:00.000Z')).next).toMatchObject({
      lastDay: '2025-11-30',
      lastWorkingDay: '2025-11-28',
    })
  })
  it('goes to whoever receives it on the day it falls: the reform changed that', async () => {
    expect((await deadlineAt('2024-11-20T02:00:00.000Z', 'TH-2')).recipient.code).toBe('UBND-TP')
    // In June 2025 the next one falls after the reform.
    expect((await deadlineAt('2025-06-01T02:00:00.000Z', 'TH-2')).recipient.code).toBe('UBND-TINH')
  })
  it('has no next day where the plan gives none', async () => {
    expect(await deadlineAt('2026-11-22T02:00:00.000Z', 'TH-4')).toMatchObject({ rule: 'ad_hoc', next: null })
  })
  it('is the same wherever the server stands', async () => {
    const zone = process.env.TZ
    for (const TZ of ['America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati']) {
      process.env.TZ = TZ
      expect((await deadlineAt('2026-11-30T16:59:59.999Z')).next.year).toBe(2026)
      expect((await deadlineAt('2026-11-30T17:00:00.000Z')).next.year).toBe(2027)
    }
    process.env.TZ = zone ?? 'UTC'
  })
})
