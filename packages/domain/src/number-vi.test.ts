import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatDecimal,
  formatMoney,
  formatPercent,
  type NumberFault,
  parseCount,
  parseDecimal,
  parsePercent,
} from './number-vi.ts'

const value = (number: number) => ({ kind: 'value', value: number })
const fault = (name: NumberFault) => ({ kind: 'fault', fault: name })
const none = { kind: 'none' }

describe('a count', () => {
  test('is written with a point between thousands', () => {
    expect([0, 7, 999, 1000, 1234, 12345, 1234567, -1234].map(formatCount)).toEqual([
      '0',
      '7',
      '999',
      '1.000',
      '1.234',
      '12.345',
      '1.234.567',
      '-1.234',
    ])
  })

  test('is read with a point, a comma, a space or nothing between thousands', () => {
    for (const text of ['1234', '1.234', '1,234', '1 234', '1\u00a0234', '1\u202f234', '  1.234 '])
      expect(parseCount(text)).toEqual(value(1234))
    for (const text of ['1.234,00', '1,234.00', '1,234.0']) expect(parseCount(text)).toEqual(value(1234))
    expect(parseCount('1.234.567')).toEqual(value(1_234_567))
    expect(parseCount('0')).toEqual(value(0))
    expect(parseCount('007')).toEqual(value(7))
  })

  test('is whole: what has a fraction, or thousands in the wrong place, is refused', () => {
    for (const text of [
      '85.5',
      '85,5',
      '12.34',
      '12,34',
      '1.2345',
      '0.123',
      '1234.567',
      '1.234,5',
      '1.234 567',
      '1..234',
    ])
      expect(parseCount(text)).toEqual(fault('not_whole'))
  })

  test('is not below 0, not too large, and a number', () => {
    expect(parseCount('-5')).toEqual(fault('negative'))
    expect(parseCount('\u22125')).toEqual(fault('negative'))
    expect(parseCount('9007199254740992')).toEqual(fault('too_large'))
    for (const text of ['abc', '12a', '1e3', '%', '.', '-', '-x', '٣', '１２'])
      expect(parseCount(text)).toEqual(fault('not_a_number'))
  })

  test('a blank is none, not 0', () => {
    for (const text of ['', '   ', '\u00a0']) expect(parseCount(text)).toEqual(none)
  })

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (count) => {
        expect(parseCount(formatCount(count))).toEqual(value(count))
        expect(parseDecimal(formatCount(count), ',')).toEqual(value(count))
      }),
    )
  })
})

describe('a decimal', () => {
  test('is written with a comma, and as many decimals as are asked for', () => {
    expect(formatDecimal(85.5, 1)).toBe('85,5')
    expect(formatDecimal(85, 1)).toBe('85,0')
    expect(formatDecimal(1234.5, 2)).toBe('1.234,50')
    expect(formatDecimal(0.05, 2)).toBe('0,05')
    expect(formatDecimal(-4.7737, 1)).toBe('-4,8')
    expect(formatDecimal(1e21, 0)).toBe('1.000.000.000.000.000.000.000')
    expect(formatDecimal(1.5e-7, 8)).toBe('0,00000015')
  })

  test('is rounded as it is written in decimal, halves away from zero', () => {
    expect(formatDecimal(1.005, 2)).toBe('1,01')
    expect(formatDecimal(79.95, 1)).toBe('80,0')
    expect(formatDecimal(-0.05, 1)).toBe('-0,1')
    expect(formatDecimal(2.5, 0)).toBe('3')
  })

  test('that rounds to 0 has no sign', () => {
    expect(formatDecimal(-0.04, 1)).toBe('0,0')
    expect(formatDecimal(-0, 0)).toBe('0')
  })

  test('is read as it was written, to its decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (units, decimals) => {
          const number = Number(`${units}e-${decimals}`)
          expect(parseDecimal(formatDecimal(number, decimals), ',')).toEqual(value(number + 0))
        },
      ),
    )
  })
})

describe('money', () => {
  test('is exact, whatever its length', () => {
    expect(formatMoney('123456789')).toBe('123.456.789')
    expect(formatMoney('12345678901234567890123')).toBe('12.345.678.901.234.567.890.123')
    expect(formatMoney('-1500000')).toBe('-1.500.000')
    expect(formatMoney('0')).toBe('0')
    expect(formatMoney('100')).toBe('100')
  })
})

describe('a share', () => {
  test('is written with the sign of per cent', () => {
    expect(formatPercent(71.6, 1)).toBe('71,6%')
    expect(formatPercent(100, 0)).toBe('100%')
  })

  test('is read with a comma or a point: 85.5 is not 855', () => {
    for (const text of ['85,5', '85.5', '85,50', '85,5%', '85,5 %', ' 85.5 '])
      expect(parsePercent(text)).toEqual(value(85.5))
    expect(parsePercent('100')).toEqual(value(100))
    expect(parsePercent('0')).toEqual(value(0))
    expect(parsePercent('1.234')).toEqual(value(1.234))
  })

  test('is not above 100, not below 0, and a number', () => {
    expect(parsePercent('100,1')).toEqual(fault('above_100'))
    expect(parsePercent('855')).toEqual(fault('above_100'))
    expect(parsePercent('-1')).toEqual(fault('negative'))
    for (const text of ['abc', '%', '1.2.3', ',5', '85,', '1 0'])
      expect(parsePercent(text)).toEqual(fault('not_a_number'))
    expect(parsePercent('')).toEqual(none)
  })

  test('is read as it was written, to its decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(parsePercent(formatPercent(hundredths / 100, 2))).toEqual(value(hundredths / 100))
      }),
    )
  })
})

describe('a number in a file whose decimal mark is not said', () => {
  const read = (text: string) => parseDecimal(text, 'auto')

  test('is clear where only one reading exists', () => {
    for (const text of ['1234,5', '1234.5', '1.234,5', '1,234.5', '1 234,5', '1\u00a0234.5'])
      expect(read(text)).toEqual(value(1234.5))
    expect(read('1234')).toEqual(value(1234))
    expect(read('1.234.567')).toEqual(value(1_234_567))
    expect(read('1,234,567')).toEqual(value(1_234_567))
    expect(read('1 234')).toEqual(value(1234))
    expect(read('1 234.567')).toEqual(value(1234.567))
    expect(read('0.234')).toEqual(value(0.234))
    expect(read('1234.567')).toEqual(value(1234.567))
    expect(read('1.2345')).toEqual(value(1.2345))
    expect(read('-85,5')).toEqual(value(-85.5))
    expect(read('0')).toEqual(value(0))
  })

  test('is refused where it may be a thousand or a fraction', () => {
    for (const text of ['1.234', '1,234', '12.345', '123,456', '-1.234'])
      expect(read(text)).toEqual(fault('ambiguous_number'))
  })

  test('is refused where it is no number', () => {
    for (const text of [
      '1.234,5x',
      'abc',
      '1.2.3',
      '12.34.567',
      '1,2.3,4',
      '1.234,',
      '.5',
      ',',
      '--1',
      '1e5',
      '+1',
      'NaN',
      '1.234,567.8',
    ])
      expect(read(text)).toEqual(fault('not_a_number'))
    expect(read('99999999999999999999')).toEqual(fault('too_large'))
    expect(read(' ')).toEqual(none)
  })
})

describe('a number in a file whose decimal mark is said', () => {
  test('1.234 is a thousand where the comma is the mark, and a fraction where the point is', () => {
    expect(parseDecimal('1.234', ',')).toEqual(value(1234))
    expect(parseDecimal('1.234', '.')).toEqual(value(1.234))
    expect(parseDecimal('1,234', '.')).toEqual(value(1234))
    expect(parseDecimal('1,234', ',')).toEqual(value(1.234))
  })

  test('is refused where it is written with the other mark', () => {
    expect(parseDecimal('1234.5', ',')).toEqual(fault('not_a_number'))
    expect(parseDecimal('1234,5', '.')).toEqual(fault('not_a_number'))
    expect(parseDecimal('1.2.3', '.')).toEqual(fault('not_a_number'))
  })

  test('never differs from what is clear without it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{1,4}([.,][0-9]{1,4}){0,2}$/),
        fc.constantFrom('.' as const, ',' as const),
        (text, mark) => {
          const auto = parseDecimal(text, 'auto')
          const said = parseDecimal(text, mark)
          if (auto.kind === 'value' && said.kind === 'value') expect(said).toEqual(auto)
        },
      ),
    )
  })
})
