import { ABSENT, formatDay, formatNumber } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { valueInWords, yearInWords } from './figures.ts'
import { IndicatorStatus } from './indicator-status.tsx'
import styles from './indicator-table.module.css'
import { nameOf } from './names.ts'
import type { Indicator } from './status.ts'

const number = (value: number | null, decimals: number) =>
  value === null ? ABSENT : formatNumber(value, decimals)

const columns = (): readonly Column<Indicator>[] => [
  {
    key: 'name',
    header: m.column_indicator(),
    rowHeader: true,
    cell: (row) => (
      <TextLink className={styles.name} to={PATHS.indicator} params={{ ma: row.code }}>
        {nameOf(row)}
      </TextLink>
    ),
  },
  {
    key: 'status',
    header: m.column_status(),
    cell: (row) => <IndicatorStatus indicator={row} />,
  },
  {
    key: 'value',
    header: m.column_value(),
    number: true,
    cell: (row) => (row.value === null ? ABSENT : valueInWords(row, row.value)),
  },
  {
    key: 'counted',
    header: m.column_counted(),
    number: true,
    cell: ({ numerator, denominator }) =>
      numerator === null || denominator === null
        ? ABSENT
        : `${formatNumber(numerator, 0)} / ${formatNumber(denominator, 0)}`,
  },
  {
    key: 'target',
    header: m.column_target(),
    number: true,
    cell: (row) =>
      row.milestone
        ? m.bar_tick({
            year: yearInWords(row.milestone.on),
            target: valueInWords(row, row.milestone.target),
          })
        : ABSENT,
  },
  {
    key: 'missing',
    header: m.column_missing(),
    number: true,
    cell: ({ missingUnits }) => number(missingUnits, 0),
  },
  {
    key: 'path',
    header: m.column_path(),
    number: true,
    cell: ({ pathDelta, milestone, shownDecimals }) =>
      milestone && pathDelta !== null
        ? `${pathDelta > 0 ? '+' : ''}${formatNumber(pathDelta, shownDecimals)}`
        : ABSENT,
  },
  {
    key: 'required',
    header: m.column_required(),
    number: true,
    cell: ({ requiredPerYear, shownDecimals }) => number(requiredPerYear, shownDecimals),
  },
  {
    key: 'on',
    header: m.column_on(),
    number: true,
    cell: ({ measuredOn }) => (measuredOn ? formatDay(measuredOn) : ABSENT),
  },
]

/** The figures side by side, for those who compare; it scrolls sideways where there is no room. */
export function IndicatorTable({ indicators }: { indicators: readonly Indicator[] }) {
  return (
    <Table
      caption={m.indicators_title()}
      columns={columns()}
      rows={indicators}
      rowKey={({ code }) => code}
      onPhone="scroll"
    />
  )
}
