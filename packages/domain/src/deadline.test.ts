import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysLeft, deadlineDay, dueAt, isOnTime, lastDayBefore } from './deadline.ts'

const at = (text: string) => Date.parse(text)
const due = dueAt('12-01', 2026)

describe('"trước ngày 01/12"', () => {
  test('falls at 00:00 of 1 December in Việt Nam, on a server in UTC as anywhere', () => {
    expect(due).toBe(at('2026-12-01T00:00:00+07:00'))
    expect(due).toBe(at('2026-11-30T17:00:00Z'))
  })

  test('is exclusive: 30/11 23:59:59.999 is on time and 01/12 00:00 is late', () => {
    expect(isOnTime(at('2026-11-30T23:59:59.999+07:00'), due)).toBe(true)
    expect(isOnTime(at('2026-12-01T00:00:00+07:00'), due)).toBe(false)
  })

  test('is shown as "đến hết 30/11", and "trước ngày 05/12" as "đến hết 04/12"', () => {
    expect(lastDayBefore(due)).toBe('2026-11-30')
    expect(lastDayBefore(dueAt('12-05', 2026))).toBe('2026-12-04')
    expect(lastDayBefore(dueAt('01-01', 2027))).toBe('2026-12-31')
  })

  test('the last day is on time from its first instant to its last, in any year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2020, max: 2100 }),
        fc.integer({ min: 1, max: 86_400_000 }),
        (year, before) => {
          const instant = dueAt('12-01', year)
          expect(lastDayBefore(instant)).toBe(`${year}-11-30`)
          expect(isOnTime(instant - before, instant)).toBe(true)
          expect(daysLeft(instant - before, instant)).toBe(0)
        },
      ),
    )
  })
})

describe('"trước ngày 29/02"', () => {
  test('is to the end of 28/02 in every year', () => {
    expect(deadlineDay('02-29', 2028)).toBe('2028-02-29')
    expect(deadlineDay('02-29', 2027)).toBe('2027-03-01')
    expect(lastDayBefore(dueAt('02-29', 2028))).toBe('2028-02-28')
    expect(lastDayBefore(dueAt('02-29', 2027))).toBe('2027-02-28')
  })

  test('a day that no year has is not a deadline', () => {
    expect(() => deadlineDay('11-31', 2026)).toThrow(RangeError)
  })
})

describe('the days that are left', () => {
  const left = (on: string) => daysLeft(at(`${on}T09:00:00+07:00`), due)

  test('are 0 on the last day, and below 0 once it has passed', () => {
    expect(['2026-11-22', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-03'].map(left)).toEqual([
      8, 1, 0, -1, -3,
    ])
  })

  test('change at midnight in Việt Nam', () => {
    expect(daysLeft(at('2026-11-29T16:59:59Z'), due)).toBe(1)
    expect(daysLeft(at('2026-11-29T17:00:00Z'), due)).toBe(0)
  })
})
