import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import type { PlanHoliday } from './plan.ts'
import { isWorkingDay, lastWorkingDay } from './working-day.ts'

const holidays: PlanHoliday[] = [
  { on: day('2026-11-24'), kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
  { on: day('2026-04-27'), kind: 'day_off', name: 'Nghỉ bù' },
  { on: day('2026-11-28'), kind: 'worked_saturday', name: 'Làm bù' },
]

describe('a working day', () => {
  test('is Monday to Friday', () => {
    expect(isWorkingDay(day('2026-11-30'), [])).toBe(true)
    expect(isWorkingDay(day('2026-12-04'), [])).toBe(true)
    expect(isWorkingDay(day('2026-12-05'), [])).toBe(false)
    expect(isWorkingDay(day('2026-12-06'), [])).toBe(false)
  })

  test('is no holiday and no day off in lieu', () => {
    expect(isWorkingDay(day('2026-11-24'), holidays)).toBe(false)
    expect(isWorkingDay(day('2026-04-27'), holidays)).toBe(false)
  })

  test('is a Saturday that is worked', () => {
    expect(isWorkingDay(day('2026-11-28'), holidays)).toBe(true)
  })
})

describe('the last working day on or before a day', () => {
  test('is the day itself where it is worked', () => {
    expect(lastWorkingDay(day('2026-11-30'), [])).toBe('2026-11-30')
  })

  test('moves earlier over a weekend: to the end of 30/11/2025, a Sunday, is Friday 28/11', () => {
    expect(lastWorkingDay(day('2025-11-30'), [])).toBe('2025-11-28')
  })

  test('stops at a worked Saturday and passes over holidays', () => {
    expect(lastWorkingDay(day('2026-11-29'), holidays)).toBe('2026-11-28')
    expect(lastWorkingDay(day('2026-11-24'), holidays)).toBe('2026-11-23')
  })

  test('passes over Tết with its weekends', () => {
    const tet = ['2030-02-01', '2030-02-04', '2030-02-05', '2030-02-06', '2030-02-07', '2030-02-08']
    const table = tet.map((on) => ({ on: day(on), kind: 'holiday' as const, name: 'Tết' }))
    expect(lastWorkingDay(day('2030-02-10'), table)).toBe('2030-01-31')
  })
})
