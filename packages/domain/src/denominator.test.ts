import { expect, test } from 'vitest'
import { day } from './day.ts'
import { type Denominator, denominatorFaults, denominatorTotals, latestDenominators } from './denominator.ts'

const count = (area: string | null, on: string, value: number): Denominator => ({
  kind: 'households',
  area,
  on: day(on),
  value,
})
const REGISTER = [
  count('A', '2025-01-01', 100),
  count('A', '2026-01-01', 110),
  count('B', '2026-06-01', 50),
  count(null, '2025-01-01', 155),
]

test('a count holds from its day until the next one', () => {
  const on = (text: string) => latestDenominators(REGISTER, day(text)).map(({ value }) => value)
  expect(on('2024-12-31')).toEqual([])
  expect(on('2025-12-31')).toEqual([100, 155])
  expect(on('2026-06-01')).toEqual([110, 50, 155])
})

test('the sum of the areas stands beside the count of the ward, with how many areas it covers', () => {
  const [households] = denominatorTotals(REGISTER, ['A', 'B'], day('2026-01-01'))
  expect(households).toEqual({ kind: 'households', ward: 155, sum: 110, known: 1, expected: 2 })
  expect(denominatorTotals(REGISTER, ['B'], day('2026-12-01'))[0]?.sum).toBe(50)
})

test('a count is whole, not negative, of a day that has come and an area that is there', () => {
  const faults = (entry: Denominator) =>
    denominatorFaults(entry, day('2026-11-22'), ['A']).map(({ field, code }) => `${field} ${code}`)
  expect(faults(count('A', '2026-11-22', 0))).toEqual([])
  expect(faults(count('B', '2026-11-23', -1))).toEqual([
    'value negative',
    'on future_day',
    'area area_not_in_force',
  ])
  expect(faults(count(null, '2026-01-01', 0.5))).toEqual(['value not_whole'])
})
