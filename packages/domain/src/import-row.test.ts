import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import type { FigureRules } from './figure.ts'
import type { MeasurementColumn } from './import-columns.ts'
import { type RawRow, type RowRules, readMeasurementRow, shown } from './import-row.ts'
import type { RawCell } from './import-row-cells.ts'

const SHARE: FigureRules = { measure: 'ratio', perArea: true, naturalMin: 0, naturalMax: 100 }
const COUNT: FigureRules = { measure: 'count', perArea: false, naturalMin: 0, naturalMax: 5_000 }
const WORDS: FigureRules = { measure: 'qualitative', perArea: false, naturalMin: null, naturalMax: null }

const rules: RowRules = {
  indicators: new Map([
    ['FB-02', SHARE],
    ['MB-05', { ...SHARE, perArea: false }],
    ['HO', COUNT],
    ['SEC-02', WORDS],
    ['CR-01', SHARE],
  ]),
  areas: new Set(['TDP-05', 'TDP-06']),
  forbidden: new Set(['CR-01']),
  today: day('2026-11-22'),
  decimal: 'auto',
  dateFormat: 'auto',
  vouched: false,
}

const row: RawRow<MeasurementColumn> = {
  indicator: 'FB-02',
  area: 'TDP-05',
  on: '2026-11-14',
  numerator: '214',
  denominator: '260',
  value: '',
  source: ' Tổ trưởng ',
  method: 'đếm',
  note: '',
}

const read = (changes: RawRow<MeasurementColumn> = {}, rule: Partial<RowRules> = {}) =>
  readMeasurementRow({ ...row, ...changes }, { ...rules, ...rule })
const faultsOf = (changes: RawRow<MeasurementColumn>, rule: Partial<RowRules> = {}) =>
  read(changes, rule).faults.map(({ column, code }) => `${column} ${code}`)

describe('a row without fault', () => {
  test('becomes a figure', () => {
    expect(read()).toEqual({
      figure: {
        indicator: 'FB-02',
        area: 'TDP-05',
        on: '2026-11-14',
        numerator: 214,
        denominator: 260,
        value: null,
        source: 'Tổ trưởng',
        method: 'counted',
        note: null,
        reason: null,
      },
      key: { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14' },
      faults: [],
      warnings: [],
    })
  })

  test('without a method was counted, and without an area is of the whole ward', () => {
    expect(read({ method: null, area: null }).figure).toMatchObject({ method: 'counted', area: null })
  })

  test('of what is counted holds a value', () => {
    expect(
      read({ indicator: 'HO', area: '', numerator: '', denominator: '', value: '1 234' }).figure,
    ).toMatchObject({
      value: 1234,
      numerator: null,
      denominator: null,
    })
  })
})

describe('a row is refused', () => {
  test.each<[string, RawRow<MeasurementColumn>, string[]]>([
    ['without an indicator', { indicator: ' ' }, ['indicator required']],
    ['for an indicator that the plan does not have', { indicator: 'FB-99' }, ['indicator unknown_indicator']],
    ['for an area that the plan does not have', { area: 'TDP-99' }, ['area unknown_area']],
    ['for an indicator that is not counted by area', { indicator: 'MB-05' }, ['area area_not_expected']],
    ['for an indicator that is judged in words', { indicator: 'SEC-02', area: '' }, ['indicator no_figures']],
    ['for an indicator of another department', { indicator: 'CR-01' }, ['indicator forbidden_department']],
    ['without a day', { on: '' }, ['on required']],
    ['with a day that does not exist', { on: '31/11/2026' }, ['on not_a_day']],
    ['for a day that has not come', { on: '2026-11-23' }, ['on future_day']],
    ['with a blank numerator: a blank is not 0', { numerator: '' }, ['numerator figure_missing']],
    [
      'with a blank pair',
      { numerator: ' ', denominator: null },
      ['numerator figure_missing', 'denominator figure_missing'],
    ],
    ['where more is reached than there is', { numerator: 261 }, ['numerator numerator_above_denominator']],
    ['where a count is not whole', { numerator: '21,45' }, ['numerator numerator_not_whole']],
    ['where a count is negative', { numerator: '-1' }, ['numerator numerator_negative']],
    [
      'with a number that can be read in two ways',
      { denominator: '1.234' },
      ['denominator ambiguous_number'],
    ],
    ['with what is no number', { numerator: '214 hộ' }, ['numerator not_a_number']],
    ['with a value where a pair is asked for', { value: '82,3' }, ['value pair_expected']],
    [
      'with a pair where a value is asked for',
      { indicator: 'HO', area: '', denominator: '', value: '3' },
      ['numerator value_expected'],
    ],
    [
      'with a value above its highest',
      { indicator: 'HO', area: '', numerator: '', denominator: '', value: '5001' },
      ['value above_maximum'],
    ],
    [
      'with a value below its lowest',
      { indicator: 'HO', area: '', numerator: '', denominator: '', value: '-1' },
      ['value below_minimum'],
    ],
    ['with a method nobody knows', { method: 'đoán' }, ['method unknown_method']],
    ['with a note beyond its length', { note: 'x'.repeat(4_001) }, ['note too_long']],
    ['with a NUL in its source', { source: 'a\0b' }, ['source invalid_text']],
  ])('%s', (_what, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults)
    expect(read(changes).figure).toBeNull()
  })

  test('without a source where its figures are vouched for', () => {
    expect(faultsOf({ source: ' ' }, { vouched: true })).toEqual(['source source_missing'])
    expect(faultsOf({ source: ' ' })).toEqual([])
  })

  test('for all that is wrong with it at once, each named once', () => {
    expect(
      faultsOf({ indicator: 'FB-02', area: 'X', on: 'nay', numerator: 'nhiều', denominator: '' }),
    ).toEqual(['on not_a_day', 'numerator not_a_number', 'area unknown_area', 'denominator figure_missing'])
  })

  test('with what stood in the cell, and the numbers to say it with', () => {
    expect(read({ numerator: '300' }).faults).toEqual([
      {
        column: 'numerator',
        code: 'numerator_above_denominator',
        value: '300',
        params: { numerator: 300, denominator: 260 },
      },
    ])
  })

  test('and still says which figure it is, so that a second one can be found', () => {
    expect(read({ numerator: '300' }).key).toEqual({ indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14' })
    expect(read({ on: 'nay' }).key).toBeNull()
  })
})

describe('a row may be odd without being wrong', () => {
  test('where nothing is counted against, and where an indicator by area has a figure of the whole ward', () => {
    expect(read({ numerator: '0', denominator: '0', area: '' }).warnings.map(({ code }) => code)).toEqual([
      'denominator_zero',
      'whole_ward',
    ])
  })
})

describe('whatever stands in a row', () => {
  const cell: fc.Arbitrary<RawCell> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom(null, '', '1.234', '2026-11-14', 'FB-02', 'TDP-05', '\0', '\ud800'),
  )
  const raw = fc.record(
    {
      indicator: cell,
      area: cell,
      on: cell,
      numerator: cell,
      denominator: cell,
      value: cell,
      source: cell,
      method: cell,
      note: cell,
    },
    { requiredKeys: [] },
  )

  test('it becomes a figure or it has faults, never both and never neither', () => {
    fc.assert(
      fc.property(raw, (given) => {
        const { figure, faults } = readMeasurementRow(given, rules)
        expect(figure === null).toBe(faults.length > 0)
      }),
    )
  })

  test('its faults can be stored: no NUL, no half of a character', () => {
    fc.assert(
      fc.property(cell, (given) => {
        const text = shown(given)
        expect(text === null || (text.isWellFormed() && !text.includes('\0'))).toBe(true)
      }),
    )
  })

  test('a pair of counts with n ≤ d is taken as it is written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)]
        expect(read({ numerator: String(numerator), denominator: String(denominator) }).figure).toMatchObject(
          { numerator, denominator },
        )
      }),
    )
  })
})
