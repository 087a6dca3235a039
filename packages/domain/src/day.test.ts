import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type Day,
  day,
  dayAtInstant,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isDay,
  startOfDay,
  weekday,
  yearsBetween,
} from './day.ts'

const dayNumbers = fc.integer({ min: -719_000, max: 2_900_000 })

describe('a civil day', () => {
  test('29 February exists in leap years only', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2000-02-29')).toBe(true)
    expect(isDay('2023-02-29')).toBe(false)
    expect(isDay('2100-02-29')).toBe(false)
  })

  test('a day that does not exist, or is written otherwise, is no day', () => {
    for (const text of [
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '2024-4-1',
      '01/12/2026',
      '2024-01-01T00:00',
      '0000-01-01',
    ])
      expect(isDay(text)).toBe(false)
    expect(() => day('2023-02-29')).toThrow(RangeError)
  })

  test('29 February is a day among the others when days are counted', () => {
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(daysBetween(day('2023-02-28'), day('2023-03-01'))).toBe(1)
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2024-02-29'), 366)).toBe('2025-03-01')
    expect(daysBetween(day('2022-12-31'), day('2025-12-31'))).toBe(1096)
  })

  test('days are counted from 1970-01-01', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0)
    expect(dayNumber(day('1969-12-31'))).toBe(-1)
    expect(dayNumber(day('0099-12-31')) + 1).toBe(dayNumber(day('0100-01-01')))
  })

  test('a number of days is the same calendar day that ISO 8601 prints', () => {
    fc.assert(
      fc.property(dayNumbers, (number) => {
        const on = dayFromNumber(number)
        expect(on).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
        expect(dayNumber(on)).toBe(number)
      }),
    )
  })

  test('days compare chronologically as text', () => {
    fc.assert(fc.property(dayNumbers, dayNumbers, (a, b) => dayFromNumber(a) < dayFromNumber(b) === a < b))
  })

  test('a year is 365.2425 days', () => {
    expect(yearsBetween(day('2000-01-01'), day('2400-01-01'))).toBe(400)
  })

  test('Monday is 1 and Sunday is 7', () => {
    expect(weekday(day('2026-11-30'))).toBe(1)
    expect(weekday(day('2026-12-05'))).toBe(6)
    expect(weekday(day('2026-12-06'))).toBe(7)
    expect(weekday(day('1969-12-28'))).toBe(7)
  })
})

describe('the day in Việt Nam', () => {
  test('a day begins at 17:00 UTC of the day before', () => {
    expect(startOfDay(day('2026-12-01'))).toBe(Date.parse('2026-11-30T17:00:00Z'))
    expect(dayAtInstant(Date.parse('2026-11-30T16:59:59.999Z'))).toBe('2026-11-30')
    expect(dayAtInstant(Date.parse('2026-11-30T17:00:00Z'))).toBe('2026-12-01')
  })

  test('the first instant of a day is on it, and the instant before is not', () => {
    fc.assert(
      fc.property(dayNumbers, (number) => {
        const on: Day = dayFromNumber(number)
        expect(dayAtInstant(startOfDay(on))).toBe(on)
        expect(dayAtInstant(startOfDay(on) - 1)).toBe(addDays(on, -1))
      }),
    )
  })
})
