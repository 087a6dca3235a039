import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { nextOccurrence } from './yearly-cycle.ts'

const deadline = { rule: 'yearly', before: '12-01' } as const
const at = (text: string) => Date.parse(text)

describe('nextOccurrence', () => {
  it('counts the days to the end of 30/11, the last day before 01/12', () => {
    expect(nextOccurrence(deadline, [], at('2026-11-22T09:00:00+07:00'))).toEqual({
      year: 2026,
      before: '2026-12-01',
      lastDay: '2026-11-30',
      lastWorkingDay: '2026-11-30',
      daysLeft: 8,
    })
  })
  it('still points at this year in the last millisecond of 30/11, in Việt Nam', () => {
    expect(nextOccurrence(deadline, [], at('2026-11-30T23:59:59.999+07:00'))?.year).toBe(2026)
  })
  it('turns to next year at 00:00 of 01/12, in Việt Nam', () => {
    expect(nextOccurrence(deadline, [], at('2026-12-01T00:00:00+07:00'))?.year).toBe(2027)
  })
  it('names the last working day when the last day is a Sunday: 28/11/2025', () => {
    expect(nextOccurrence(deadline, [], at('2025-11-20T00:00:00+07:00'))?.lastWorkingDay).toBe('2025-11-28')
  })
  it('moves the last working day before a holiday of the table', () => {
    const holidays = [{ on: day('2026-11-30'), kind: 'holiday', name: 'x' }] as const
    expect(nextOccurrence(deadline, holidays, at('2026-11-20T00:00:00+07:00'))?.lastWorkingDay).toBe(
      '2026-11-27',
    )
  })
  it('has none for a deadline without a date', () => {
    expect(nextOccurrence({ rule: 'yearly', before: null }, [], 0)).toBeNull()
    expect(nextOccurrence({ rule: 'horizon', before: null }, [], 0)).toBeNull()
  })
})
