import { expect, test } from 'vitest'
import type { Indicator } from '../indicators/index.ts'
import { movedIndicators } from './moved-indicators.ts'

const indicator = (code: string, change: Partial<Indicator> = {}) =>
  ({ code, value: 71.6, status: 'off_track', provisional: false, ...change }) as Indicator

test('an indicator moved when its value or its status did, and only then', () => {
  const before = ['A', 'B', 'C', 'D'].map((code) => indicator(code))
  const after = [
    indicator('A'),
    indicator('B', { value: 72.1 }),
    indicator('C', { status: 'at_risk' }),
    indicator('D', { provisional: true }),
  ]
  expect(movedIndicators(before, after).map((moved) => moved.after.code)).toEqual(['B', 'C', 'D'])
})

test('the first figure of an indicator is a move', () => {
  const [moved] = movedIndicators([indicator('A', { value: null, status: 'no_data' })], [indicator('A')])
  expect(moved?.before.value).toBeNull()
  expect(moved?.after.value).toBe(71.6)
})

test('an indicator that was not there before has not moved', () => {
  expect(movedIndicators([], [indicator('A')])).toEqual([])
})
