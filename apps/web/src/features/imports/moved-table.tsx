import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { IndicatorStatus, nameOf, shownValue } from '../indicators/index.ts'
import type { MovedIndicator } from './moved-indicators.ts'

/** From what to what: each name leads to the indicator's page. */
export function MovedTable({ moved }: { moved: readonly MovedIndicator[] }) {
  const columns: Column<MovedIndicator>[] = [
    {
      key: 'indicator',
      header: m.import_moved_indicator(),
      rowHeader: true,
      cell: ({ after }) => (
        <TextLink to={PATHS.indicator} params={{ ma: after.code }}>
          {nameOf(after)}
        </TextLink>
      ),
    },
    { key: 'from', header: m.import_moved_from(), number: true, cell: ({ before }) => shownValue(before) },
    { key: 'to', header: m.import_moved_to(), number: true, cell: ({ after }) => shownValue(after) },
    {
      key: 'status',
      header: m.import_moved_status(),
      cell: ({ after }) => <IndicatorStatus indicator={after} />,
    },
  ]
  return (
    <Table caption={m.import_moved()} columns={columns} rows={moved} rowKey={({ after }) => after.code} />
  )
}
