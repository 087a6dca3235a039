import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayDecimals, meetsTarget, missingUnits, pool, ratioFaults, ratioValue } from './value.ts'

const counted = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({ numerator: Math.floor(denominator * share), denominator }))
const value = (numerator: number, denominator: number) => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})

describe('rule 1: the value of a ratio', () => {
  test('is 100·n/d', () => {
    expect(ratioValue(3412, 4765)).toEqual({ kind: 'value', value: 341_200 / 4765 })
  })

  test('is not applicable where d is 0, never 0', () => {
    expect(ratioValue(0, 0)).toEqual({ kind: 'not_applicable' })
  })

  test('is absent where the numerator or the denominator is missing', () => {
    expect(ratioValue(null, 10)).toEqual({ kind: 'none' })
    expect(ratioValue(10, null)).toEqual({ kind: 'none' })
  })

  test('n below 0, d below 0, and n above d where the maximum is 100, are refused at the door', () => {
    expect(ratioFaults(-1, 10, 100)).toEqual(['numerator_negative'])
    expect(ratioFaults(0, -1, null)).toEqual(['denominator_negative'])
    expect(ratioFaults(11, 10, 100)).toEqual(['numerator_above_denominator'])
    expect(ratioFaults(11, 10, null)).toEqual([])
    expect(ratioFaults(10, 10, 100)).toEqual([])
    expect(ratioFaults(0, 0, 100)).toEqual([])
    expect(ratioFaults(null, null, 100)).toEqual([])
  })

  test('counts that are not whole are refused', () => {
    expect(ratioFaults(1.5, 10, 100)).toEqual(['numerator_not_whole'])
    expect(ratioFaults(1, 10.5, 100)).toEqual(['denominator_not_whole'])
    expect(ratioFaults(Number.NaN, Number.POSITIVE_INFINITY, 100)).toEqual([
      'numerator_not_whole',
      'denominator_not_whole',
    ])
  })
})

describe('rule 4: a blank is not 0', () => {
  test('0 counted of 10 is the value 0, and a blank is none', () => {
    expect(ratioValue(0, 10)).toEqual({ kind: 'value', value: 0 })
    expect(ratioValue(null, null)).toEqual({ kind: 'none' })
  })
})

describe('rule 2: a total over areas pools', () => {
  test('9/10 and 450/900 give 50.4, not 70', () => {
    const total = pool([value(9, 10), value(450, 900)], 2)
    expect(total.value).toEqual({ kind: 'value', value: 45_900 / 910 })
    expect(total.value.kind === 'value' && total.value.value.toFixed(1)).toBe('50.4')
  })

  test('covers the areas that have reported, says how many were expected, and scales nothing up', () => {
    const total = pool([value(9, 10)], 12)
    expect(total).toEqual({
      value: { kind: 'value', value: 90 },
      numerator: 9,
      denominator: 10,
      coverage: { reported: 1, expected: 12 },
    })
  })

  test('has no value where nobody has reported, and none that applies where nothing was there to count', () => {
    expect(pool([], 3).value).toEqual({ kind: 'none' })
    expect(pool([value(0, 0), value(0, 0)], 2).value).toEqual({ kind: 'not_applicable' })
  })

  test('lies between the lowest and the highest of its parts, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 20 }), (parts) => {
        const total = pool(parts, parts.length)
        const shares = parts.map((part) => (100 * part.numerator) / part.denominator)
        if (total.value.kind !== 'value') throw new Error('a part with a denominator gives a value')
        expect(total.value.value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9)
        expect(total.value.value).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
        expect(pool(parts.toReversed(), parts.length)).toEqual(total)
      }),
    )
  })

  test('what was counted and what was not add up to 100', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 20 }), (parts) => {
        const done = pool(parts, parts.length).value
        const undone = pool(
          parts.map(({ numerator, denominator }) => ({ numerator: denominator - numerator, denominator })),
          parts.length,
        ).value
        if (done.kind !== 'value' || undone.kind !== 'value') throw new Error('both have a value')
        expect(done.value + undone.value).toBeCloseTo(100, 9)
      }),
    )
  })
})

describe('rule 3: whether a target is met', () => {
  test('7996/10000 prints 80,0 and does not meet 80', () => {
    expect(meetsTarget(value(7996, 10_000), 80, 'up')).toBe(false)
    expect(meetsTarget(value(8000, 10_000), 80, 'up')).toBe(true)
  })

  test('less is better: 10.04 does not meet 10, and 10 does', () => {
    expect(meetsTarget(value(1004, 10_000), 10, 'down')).toBe(false)
    expect(meetsTarget(value(1000, 10_000), 10, 'down')).toBe(true)
    expect(meetsTarget(value(999, 10_000), 10, 'down')).toBe(true)
  })

  test('is decided exactly for targets with decimals and for counts beyond the precision of a quotient', () => {
    expect(meetsTarget(value(1, 8), 12.5, 'up')).toBe(true)
    expect(meetsTarget(value(333, 1000), 33.3, 'up')).toBe(true)
    expect(meetsTarget(value(333, 1000), 33.3, 'down')).toBe(true)
    const huge = Number.MAX_SAFE_INTEGER
    expect(meetsTarget(value(huge - 1, huge), 100, 'up')).toBe(false)
    expect(meetsTarget(value(huge, huge), 100, 'up')).toBe(true)
  })

  test('is decided by the counts even where a rounded value stands beside them', () => {
    expect(meetsTarget({ value: 80, numerator: 7996, denominator: 10_000 }, 80, 'up')).toBe(false)
  })

  test('is decided by the value where nothing else is known', () => {
    expect(meetsTarget({ value: 80 }, 80, 'up')).toBe(true)
    expect(meetsTarget({ value: 79.99 }, 80, 'up')).toBe(false)
    expect(meetsTarget({ value: 0 }, 0, 'down')).toBe(true)
  })

  test('is never so without a value', () => {
    expect(meetsTarget({ value: null }, 0, 'up')).toBe(false)
    expect(meetsTarget({ value: null, numerator: 0, denominator: 0 }, 0, 'up')).toBe(false)
  })

  test('one more unit never loses a target', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 1000 }), (part, tenths) => {
        fc.pre(part.numerator < part.denominator)
        const target = tenths / 10
        const met = meetsTarget({ value: null, ...part }, target, 'up')
        const more = { value: null, numerator: part.numerator + 1, denominator: part.denominator }
        expect(met && !meetsTarget(more, target, 'up')).toBe(false)
      }),
    )
  })
})

describe('rule 3: where rounding would cross the target, one more decimal is shown', () => {
  test('79.96 is shown with two decimals beside 80, with one beside 79', () => {
    expect(displayDecimals(value(7996, 10_000), 80, 'up', 1)).toBe(2)
    expect(displayDecimals(value(7996, 10_000), 79, 'up', 1)).toBe(1)
    expect(displayDecimals(value(8004, 10_000), 80, 'up', 1)).toBe(1)
  })

  test('is repeated until the target is not crossed', () => {
    expect(displayDecimals(value(79_996, 100_000), 80, 'up', 1)).toBe(3)
    expect(displayDecimals({ value: 79.9995 }, 80, 'up', 0)).toBe(4)
  })

  test('holds where less is better, and for a target with decimals', () => {
    expect(displayDecimals(value(1004, 10_000), 10, 'down', 1)).toBe(2)
    expect(displayDecimals({ value: 80.041 }, 80.04, 'up', 1)).toBe(2)
  })

  test('stops at six decimals, and shows the usual number where there is no target or no value', () => {
    expect(displayDecimals({ value: 79.999_999_99 }, 80, 'up', 1)).toBe(6)
    expect(displayDecimals({ value: 79.96 }, null, 'up', 1)).toBe(1)
    expect(displayDecimals({ value: null }, 80, 'up', 1)).toBe(1)
  })
})

describe('missing units', () => {
  test('3600 of 5000 households with a target of 80 lack 400', () => {
    expect(missingUnits(3600, 5000, 80, 'up')).toBe(400)
  })

  test('a fraction of a unit is a whole unit', () => {
    expect(missingUnits(0, 3, 50, 'up')).toBe(2)
    expect(missingUnits(0, 1000, 33.3, 'up')).toBe(333)
  })

  test('are 0 once the target is met, and null for what is not counted or is better when less', () => {
    expect(missingUnits(10, 10, 80, 'up')).toBe(0)
    expect(missingUnits(null, 10, 80, 'up')).toBeNull()
    expect(missingUnits(3, 10, 5, 'down')).toBeNull()
  })

  test('are exactly what meets the target: one fewer does not', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 1000 }), ({ numerator, denominator }, tenths) => {
        const target = tenths / 10
        const missing = missingUnits(numerator, denominator, target, 'up')
        if (missing === null) throw new Error('a counted share has missing units')
        const withMore = (units: number) => ({ value: null, numerator: numerator + units, denominator })
        expect(meetsTarget(withMore(missing), target, 'up')).toBe(true)
        if (missing > 0) expect(meetsTarget(withMore(missing - 1), target, 'up')).toBe(false)
      }),
    )
  })
})
