// The example can be copied, pasted back and imported as it stands.

import type { Day } from '@tien-do/domain/day'
import { type FigureRules, figureFaults } from '@tien-do/domain/figure'
import { MEASUREMENT_COLUMNS, recogniseHeader } from '@tien-do/domain/import-columns'
import { expect, test } from 'vitest'
import { columnName, headingOf } from './column-names.ts'
import { asTabs, EXAMPLE_COLUMNS, exampleRows } from './example-rows.ts'

const TODAY = '2026-11-14' as Day
const SHARE = { measure: 'ratio', naturalMin: 0, naturalMax: 100 } as const
const INDICATORS: (FigureRules & { code: string })[] = [
  { code: 'AA-01', perArea: true, ...SHARE },
  { code: 'AA-02', perArea: false, ...SHARE },
  { code: 'AA-03', perArea: false, ...SHARE, measure: 'count', naturalMax: null },
]
const rows = exampleRows(INDICATORS, [{ code: 'TO-1' }], '14/11/2026', 'Tổ trưởng')

test('it has three lines, each of another kind', () => {
  expect(rows.map(({ indicator }) => indicator)).toEqual(['AA-01', 'AA-02', 'AA-03'])
})

test.each(rows.map((row, index) => [row.indicator, row, INDICATORS[index]]))(
  'its line of %s breaks no rule of its indicator',
  (_code, row, rules) => {
    const number = (text: string | undefined) => (text === undefined ? null : Number(text))
    const figure = {
      on: TODAY,
      numerator: number(row.numerator),
      denominator: number(row.denominator),
      value: number(row.value),
    }
    expect(figureFaults(rules ?? expect.unreachable(), figure, Boolean(row.area), TODAY)).toEqual([])
  },
)

test('its headings are columns that the service reads', () => {
  const [headings = []] = asTabs(EXAMPLE_COLUMNS.map(headingOf), rows)
    .split('\n')
    .map((line) => line.split('\t'))
  expect(recogniseHeader(MEASUREMENT_COLUMNS, headings).recognized).toEqual([...EXAMPLE_COLUMNS])
})

test('a plan without areas has an example all the same', () => {
  expect(exampleRows(INDICATORS, [], '14/11/2026', 'Tổ trưởng')[0]?.area).toBe('')
})

test('a column that is not ours keeps its own name', () => {
  expect(columnName('measurements', 'Ghi chú riêng')).toBe('Ghi chú riêng')
  expect(columnName('measurements', 'numerator')).toBe('Tử số')
})
