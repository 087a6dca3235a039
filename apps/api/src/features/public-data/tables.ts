// The two tables of open data: one declaration gives the columns of the CSV and the schema of the data package.
import type { Day } from '@tien-do/domain/day'
import { isShown } from '@tien-do/domain/publication'
import { escapeFormula } from '../../files/formula.ts'
import type { PublicReading } from './read-public.ts'
import type { OpenTableName } from './table-names.ts'
import { indicatorToPublic } from './to-wire.ts'

type Cell = string | number | boolean | null

interface Field<Row> {
  readonly name: string
  /** Of Frictionless Table Schema. */
  readonly type: 'string' | 'number' | 'integer' | 'date' | 'boolean'
  readonly description: string
  readonly value: (row: Row) => Cell
}

export interface OpenTable {
  readonly name: string
  readonly title: string
  readonly fields: readonly Omit<Field<never>, 'value'>[]
  readonly primaryKey: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

type IndicatorRow = ReturnType<typeof indicatorToPublic>

const INDICATOR_FIELDS: readonly Field<IndicatorRow>[] = [
  { name: 'code', type: 'string', description: 'Mã chỉ tiêu', value: ({ code }) => code },
  { name: 'name', type: 'string', description: 'Tên chỉ tiêu', value: ({ name }) => name },
  { name: 'name_en', type: 'string', description: 'Name', value: ({ nameEn }) => nameEn },
  { name: 'group', type: 'string', description: 'Mã nhóm', value: ({ group }) => group },
  { name: 'unit', type: 'string', description: 'Đơn vị tính', value: ({ unit }) => unit },
  { name: 'value', type: 'number', description: 'Giá trị đã duyệt gần nhất', value: ({ value }) => value },
  { name: 'numerator', type: 'integer', description: 'Tử số', value: ({ numerator }) => numerator },
  { name: 'denominator', type: 'integer', description: 'Mẫu số', value: ({ denominator }) => denominator },
  {
    name: 'measured_on',
    type: 'date',
    description: 'Ngày của số liệu',
    value: ({ measuredOn }) => measuredOn,
  },
  { name: 'approved_on', type: 'date', description: 'Ngày duyệt', value: ({ approvedOn }) => approvedOn },
  { name: 'estimated', type: 'boolean', description: 'Số ước tính', value: ({ estimated }) => estimated },
  {
    name: 'source',
    type: 'string',
    description: 'Nguồn',
    value: ({ sources }) => sources.join('; ') || null,
  },
  { name: 'provider', type: 'string', description: 'Đơn vị cung cấp', value: ({ provider }) => provider },
  { name: 'status', type: 'string', description: 'Trạng thái', value: ({ status }) => status },
  { name: 'reached', type: 'boolean', description: 'Đã đạt mục tiêu chưa', value: ({ reached }) => reached },
]

interface PointRow {
  readonly code: string
  readonly on: Day
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly estimated: boolean
}

const SERIES_FIELDS: readonly Field<PointRow>[] = [
  { name: 'code', type: 'string', description: 'Mã chỉ tiêu', value: ({ code }) => code },
  { name: 'on', type: 'date', description: 'Ngày của số liệu', value: ({ on }) => on },
  { name: 'value', type: 'number', description: 'Giá trị', value: ({ value }) => value },
  { name: 'numerator', type: 'integer', description: 'Tử số', value: ({ numerator }) => numerator },
  { name: 'denominator', type: 'integer', description: 'Mẫu số', value: ({ denominator }) => denominator },
  { name: 'estimated', type: 'boolean', description: 'Số ước tính', value: ({ estimated }) => estimated },
]

/** A table of a public plan; of the series, no rows where it is not shown. */
export function openTable(name: OpenTableName, reading: PublicReading): OpenTable {
  if (name === 'indicators') {
    const rows = reading.indicators.map((each) => indicatorToPublic(each, reading))
    return tableOf(name, 'Chỉ tiêu và số liệu đã duyệt gần nhất', INDICATOR_FIELDS, ['code'], rows)
  }
  const shown = isShown(reading.publication, 'series') ? reading.indicators : []
  const rows = shown.flatMap(({ assessed }) =>
    assessed.series.map((point) => ({ ...point, code: assessed.indicator.code })),
  )
  return tableOf(name, 'Số liệu đã duyệt qua các kỳ', SERIES_FIELDS, ['code', 'on'], rows)
}

function tableOf<Row>(
  name: string,
  title: string,
  fields: readonly Field<Row>[],
  primaryKey: readonly string[],
  rows: readonly Row[],
): OpenTable {
  return {
    name,
    title,
    primaryKey,
    fields: fields.map(({ name: field, type, description }) => ({ name: field, type, description })),
    rows: rows.map((row) => fields.map(({ value }) => value(row))),
  }
}

/** RFC 4180 with a byte order mark, so that Excel reads its marks; no text runs as a formula. */
export function toCsv({ fields, rows }: OpenTable): string {
  const lines = [fields.map(({ name }) => name), ...rows.map((row) => row.map(cellText))]
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

const cellText = (cell: Cell) =>
  cell === null ? '' : typeof cell === 'string' ? escapeFormula(cell) : String(cell)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
