import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellKind } from './cell-kind.ts'
import { day } from './day.ts'
import { type CheckContext, checkFigure, checkTotal, isBlocked, needsReason } from './figure-checks.ts'

const PAIR: CheckContext = {
  kind: 'pair',
  naturalMin: 0,
  naturalMax: 100,
  last: null,
  register: null,
  correcting: false,
}
const lastPair = (numerator: number, denominator: number) => ({
  ...PAIR,
  last: { on: day('2025-11-30'), numerator, denominator, value: null },
})
const pair = (numerator: number | string | null, denominator: number | string | null) => ({
  numerator,
  denominator,
  value: null,
})
const codes = (figure: Parameters<typeof checkFigure>[0], context: CheckContext = PAIR) =>
  checkFigure(figure, context).map(({ level, code, field }) => `${level} ${code} ${field}`)

describe('a cell', () => {
  test.each([
    ['more than there are', pair(305, 290), ['block numerator_above_denominator numerator']],
    ['fewer than none', pair(-1, 290), ['block numerator_negative numerator']],
    ['half a household', pair(0.5, 290), ['block numerator_not_whole numerator']],
    ['text', pair('ba trăm', 290), ['block not_a_number numerator']],
    ['half a pair', pair(3, null), ['block figure_missing denominator']],
    ['a value beside a pair', { ...pair(3, 4), value: 75 }, ['block pair_expected value']],
    [
      'figures of what does not apply',
      { ...pair(3, 4), notApplicable: true },
      ['block not_applicable_with_figures notApplicable'],
    ],
  ])('is blocked: %s', (_name, figure, expected) => {
    expect(codes(figure)).toEqual(expected)
  })
  test('that is blank is not 0: nothing is said of it', () => {
    expect(codes(pair(null, null))).toEqual([])
    expect(codes(pair(0, 290))).toEqual([])
  })
  test('of yes or no is one of one', () => {
    expect(codes(pair(1, 1), { ...PAIR, kind: 'yes_no' })).toEqual([])
    expect(codes(pair(1, 2), { ...PAIR, kind: 'yes_no' })).toEqual(['block one_expected denominator'])
  })
  test('that does not apply wants a reason', () => {
    expect(codes({ ...pair(null, null), notApplicable: true })).toEqual([
      'warn declared_not_applicable notApplicable',
    ])
  })
  test('judged in words has a state and no numbers', () => {
    const words = { ...PAIR, kind: 'qualitative' } as const
    expect(codes({ ...pair(null, null), qualitative: 'done' }, words)).toEqual([])
    expect(codes(pair(1, 2), words)).toEqual(['block no_figures qualitative'])
  })
})

describe('a jump', () => {
  test.each([
    [[80, 100], [100, 100], []],
    [[50, 100], [70, 100], ['warn jump_percent numerator']],
    [[50, 100], [71, 100], ['warn jump_points numerator']],
    [[80, 100], [59, 100], ['warn jump_points numerator']],
    [[10, 100], [13, 100], []],
    [[10, 100], [14, 100], ['warn jump_percent numerator']],
    [[0, 100], [20, 100], []],
  ])('from %o to %o', (last, now, expected) => {
    expect(codes(pair(now[0]!, now[1]!), lastPair(last[0]!, last[1]!))).toEqual(expected)
  })
  test('is measured in whole numbers: exactly 20 points are no jump', () => {
    expect(codes(pair(703, 1000), lastPair(503, 1000))).not.toContain('warn jump_points numerator')
  })
  test('of a plain value is more than 30 per cent', () => {
    const value = (now: number, before: number) =>
      codes(
        { ...pair(null, null), value: now },
        {
          ...PAIR,
          kind: 'value',
          naturalMax: null,
          last: { on: day('2025-11-30'), numerator: null, denominator: null, value: before },
        },
      )
    expect(value(130, 100)).toEqual([])
    expect(value(131, 100)).toEqual(['warn jump_percent value'])
    expect(value(0.39, 0.3)).toEqual([])
    expect(value(100, 100)).toEqual(['warn same_as_last value'])
  })
})

describe('what wants a reason', () => {
  test('is the figure of last time, to the digit', () => {
    expect(codes(pair(214, 260), lastPair(214, 260))).toEqual(['warn same_as_last numerator'])
  })
  test('is a denominator that the register does not have', () => {
    const register = { denominator: 260, on: day('2026-11-01') }
    expect(codes(pair(214, 261), { ...PAIR, register })).toEqual(['warn differs_from_register denominator'])
    expect(codes(pair(214, 260), { ...PAIR, register })).toEqual([])
  })
  test('is a correction of what was approved', () => {
    expect(needsReason(checkFigure(pair(1, 2), { ...PAIR, correcting: true }))).toBe(true)
  })
  test('is a sum of the areas that is not the ward: above it at once, below it once all have reported', () => {
    const register = { denominator: 500, on: day('2026-11-01') }
    expect(checkTotal([200, 200], 3, register)).toEqual([])
    expect(checkTotal([200, 301], 3, register)).toMatchObject([{ params: { sum: 501, difference: 1 } }])
    expect(checkTotal([200, 299], 2, register)).toHaveLength(1)
    expect(checkTotal([200, 300], 2, register)).toEqual([])
    expect(checkTotal([], 2, register)).toEqual([])
  })
  test('is no hint', () => {
    const checks = checkFigure(pair(0, 0), PAIR)
    expect(checks.map(({ level }) => level)).toEqual(['hint'])
    expect(needsReason(checks)).toBe(false)
  })
})

describe('for any figures', () => {
  const count = fc.integer({ min: -5, max: 2_000 })
  test('what is not blocked is a share between 0 and 100, and its checks name their numbers', () => {
    fc.assert(
      fc.property(count, count, count, count, (n, d, ln, ld) => {
        const checks = checkFigure(pair(n, d), lastPair(Math.abs(ln), Math.abs(ld)))
        if (isBlocked(checks)) expect(n < 0 || d < 0 || n > d).toBe(true)
        else expect(n >= 0 && n <= d).toBe(true)
        for (const { params } of checks) expect(Object.values(params)).not.toContain(Number.NaN)
      }),
    )
  })
  test('multiplying a pair and its last one by the same number changes no verdict', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.nat(500),
        fc.nat(500),
        fc.integer({ min: 2, max: 50 }),
        (a, b, c, e, by) => {
          const verdict = (k: number) =>
            codes(pair(Math.min(a, b) * k, b * k), lastPair(Math.min(c, e) * k, e * k))
          expect(verdict(by)).toEqual(verdict(1))
        },
      ),
    )
  })
})

test('the kind of a cell follows from how its indicator is measured', () => {
  expect(cellKind({ measure: 'checklist', perArea: true })).toBe('yes_no')
  expect(cellKind({ measure: 'checklist', perArea: false })).toBe('ward_pair')
  expect(cellKind({ measure: 'ratio', perArea: true })).toBe('pair')
  expect(cellKind({ measure: 'count', perArea: false })).toBe('value')
  expect(cellKind({ measure: 'qualitative', perArea: false })).toBe('qualitative')
})
