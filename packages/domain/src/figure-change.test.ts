import { expect, test } from 'vitest'
import { day } from './day.ts'
import { changeSince, worthOf } from './figure-change.ts'

const on = day('2025-11-30')
const pair = (numerator: number | null, denominator: number | null) => ({
  numerator,
  denominator,
  value: null,
})

test('a change is the difference of two shares in points, or of two values', () => {
  expect(changeSince(pair(50, 100), { ...pair(40, 100), on })).toEqual({
    before: 40,
    beforeOn: on,
    change: 10,
  })
  const value = { numerator: null, denominator: null }
  expect(changeSince({ ...value, value: 7 }, { ...value, value: 9, on })?.change).toBe(-2)
})

test('what is worth nothing cannot be compared: a blank, a denominator of 0, no figure before', () => {
  expect(worthOf(pair(0, 0))).toBeNull()
  expect(changeSince(pair(null, 100), { ...pair(40, 100), on })).toBeNull()
  expect(changeSince(pair(50, 100), { ...pair(0, 0), on })).toBeNull()
  expect(changeSince(pair(50, 100), null)).toBeNull()
})
