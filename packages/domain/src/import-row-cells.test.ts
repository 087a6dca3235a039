import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { readDay, readMethod, readNumber, readText } from './import-row-cells.ts'

const value = (of: unknown) => ({ ok: true, value: of })
const fault = (code: string) => ({ ok: false, code })

describe('text in a cell', () => {
  test('is stored composed, without the spaces around it', () => {
    expect(readText('  Tổ trưởng '.normalize('NFD'), 100)).toEqual(value('Tổ trưởng'.normalize('NFC')))
  })

  test('that is blank is none', () => {
    for (const blank of ['', '  ', '\u00a0', null, undefined])
      expect(readText(blank, 100)).toEqual(value(null))
  })

  test('is refused with a character that cannot be stored, or beyond its length', () => {
    expect(readText('a\0b', 100)).toEqual(fault('invalid_text'))
    expect(readText('\ud83d', 100)).toEqual(fault('invalid_text'))
    expect(readText('abcd', 3)).toEqual(fault('too_long'))
    expect(readText('abc', 3)).toEqual(value('abc'))
  })
})

describe('a number in a cell', () => {
  test('is none when blank, never 0', () => {
    for (const blank of ['', '  ', null, undefined]) expect(readNumber(blank, 'auto')).toEqual(value(null))
    expect(readNumber('0', 'auto')).toEqual(value(0))
    expect(readNumber(0, 'auto')).toEqual(value(0))
  })

  test('1.234 is refused unless the file says which mark it uses', () => {
    expect(readNumber('1.234', 'auto')).toEqual(fault('ambiguous_number'))
    expect(readNumber('1.234', ',')).toEqual(value(1234))
    expect(readNumber('1.234', '.')).toEqual(value(1.234))
    expect(readNumber('1.234,5', 'auto')).toEqual(value(1234.5))
  })

  test('is refused where it is none, or too large for any ward', () => {
    expect(readNumber('1.234,5x', 'auto')).toEqual(fault('not_a_number'))
    expect(readNumber(Number.NaN, 'auto')).toEqual(fault('not_a_number'))
    expect(readNumber(Number.POSITIVE_INFINITY, 'auto')).toEqual(fault('not_a_number'))
    expect(readNumber('9000000000001', 'auto')).toEqual(fault('too_large'))
    expect(readNumber(-1e300, 'auto')).toEqual(fault('too_large'))
  })
})

describe('a day in a cell', () => {
  test('is written 2026-11-14 or 14/11/2026; the day always comes before the month', () => {
    for (const text of ['2026-11-14', '14/11/2026', '14-11-2026', '14.11.2026', ' 14/11/2026 '])
      expect(readDay(text, 'auto')).toEqual(value('2026-11-14'))
    expect(readDay('3/4/2026', 'auto')).toEqual(value('2026-04-03'))
    expect(readDay('11/14/2026', 'auto')).toEqual(fault('not_a_day'))
  })

  test('is read in one form only where the file says so', () => {
    expect(readDay('14/11/2026', 'iso')).toEqual(fault('not_a_day'))
    expect(readDay('2026-11-14', 'dmy')).toEqual(fault('not_a_day'))
    expect(readDay('14/11/2026', 'dmy')).toEqual(value('2026-11-14'))
  })

  test('exists, or is refused', () => {
    for (const text of [
      '29/02/2026',
      '2026-02-29',
      '31/04/2026',
      '0/1/2026',
      '14/11/26',
      'hôm qua',
      '2026-11-14T00:00:00Z',
      '45975',
    ])
      expect(readDay(text, 'auto')).toEqual(fault('not_a_day'))
    expect(readDay('29/02/2024', 'auto')).toEqual(value('2024-02-29'))
    expect(readDay('', 'auto')).toEqual(value(null))
  })

  test('is the same day in either form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const on = addDays(day('1990-01-01'), days)
        const [year, month, dayOfMonth] = on.split('-')
        expect(readDay(`${dayOfMonth}/${month}/${year}`, 'auto')).toEqual(value(on))
        expect(readDay(on, 'auto')).toEqual(value(on))
      }),
    )
  })
})

describe('the way a figure was obtained', () => {
  test('is said in either language, with or without marks', () => {
    for (const word of ['counted', 'Đếm', 'dem', 'Thống kê'])
      expect(readMethod(word)).toEqual(value('counted'))
    for (const word of ['provided', 'Cung cấp', 'đơn vị cung cấp'])
      expect(readMethod(word)).toEqual(value('provided'))
    for (const word of ['estimated', 'ước tính', 'UOC TINH'])
      expect(readMethod(word)).toEqual(value('estimated'))
  })

  test('is none when blank, and refused when nobody knows it', () => {
    expect(readMethod('')).toEqual(value(null))
    expect(readMethod('đoán')).toEqual(fault('unknown_method'))
  })
})
