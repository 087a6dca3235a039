import { expect, test } from 'vitest'
import { day } from './day.ts'
import { livingDay, newEntryDay } from './entry-day.ts'

const figure = (on: string, state: 'draft' | 'approved' | 'returned' = 'approved') => ({ on: day(on), state })

test('a new figure describes the cut-off, or today while that has not come', () => {
  expect(newEntryDay('11-14', 2026, day('2026-11-22'))).toBe('2026-11-14')
  expect(newEntryDay('11-14', 2026, day('2026-10-20'))).toBe('2026-10-20')
  expect(newEntryDay('11-14', 2025, day('2026-10-20'))).toBe('2025-11-14')
})

test('what is under way in the year is gone on with, on whatever day', () => {
  expect(livingDay([figure('2026-03-01', 'draft'), figure('2026-11-14')], 2026, 92)).toBe('2026-03-01')
  expect(livingDay([figure('2025-03-01', 'returned')], 2026, 92)).toBeNull()
})

test('what is in force is shown where it speaks for the end of the year; a count of the spring is another figure', () => {
  expect(livingDay([figure('2026-03-01')], 2026, 92)).toBeNull()
  expect(livingDay([figure('2026-09-29')], 2026, 92)).toBeNull()
  expect(livingDay([figure('2026-09-30'), figure('2026-11-14'), figure('2025-11-30')], 2026, 92)).toBe(
    '2026-11-14',
  )
})
