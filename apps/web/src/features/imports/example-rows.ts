// Three lines to copy, made of this plan's own codes: a share of one area, a share of the whole ward, a count.

import type { MeasurementColumn } from '@tien-do/domain/import-columns'
import type { Indicator } from '../indicators/index.ts'

export type ExampleRow = Partial<Record<MeasurementColumn, string>>

/** The columns that the example fills, in the order in which people think of them. */
export const EXAMPLE_COLUMNS = [
  'indicator',
  'area',
  'on',
  'numerator',
  'denominator',
  'value',
  'source',
] as const satisfies readonly MeasurementColumn[]

type Counted = Pick<Indicator, 'code' | 'measure' | 'perArea'>

export function exampleRows(
  indicators: readonly Counted[],
  areas: readonly { code: string }[],
  on: string,
  source: string,
): ExampleRow[] {
  const isPair = ({ measure }: Counted) => measure === 'ratio' || measure === 'checklist'
  const byArea = indicators.filter((each) => each.measure === 'ratio' && each.perArea)
  const whole = indicators.find((each) => isPair(each) && !each.perArea)
  const count = indicators.find(({ measure }) => measure === 'count')
  const rows: ExampleRow[] = byArea.slice(0, 2).map(({ code }, index) => ({
    indicator: code,
    area: areas[index]?.code ?? '',
    on,
    numerator: index === 0 ? '214' : '305',
    denominator: index === 0 ? '260' : '340',
    source,
  }))
  if (whole) rows.push({ indicator: whole.code, on, numerator: '5', denominator: '6', source })
  if (count) rows.push({ indicator: count.code, on, value: '12', source })
  return rows.slice(-3)
}

/** As a sheet copies it: cells between tabs, the headings first. */
export function asTabs(headings: readonly string[], rows: readonly ExampleRow[]): string {
  const lines = rows.map((row) => EXAMPLE_COLUMNS.map((column) => row[column] ?? ''))
  return [headings, ...lines].map((cells) => cells.join('\t')).join('\n')
}
