import { useSuspenseQueries } from '@tanstack/react-query'
import { ClipboardCopy } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { summaryQuery } from '../indicators/index.ts'
import { headingOf } from './column-names.ts'
import { asTabs, EXAMPLE_COLUMNS, type ExampleRow, exampleRows } from './example-rows.ts'
import styles from './imports.module.css'
import { areasQuery } from './queries.ts'

/** What the columns are called, with lines that can be pasted into a sheet and filled in. */
export function ColumnHelp() {
  const { code } = useCurrentPlan()
  const [summary, areas] = useSuspenseQueries({ queries: [summaryQuery(code), areasQuery(code)] })
  const { indicators, asOf } = summary.data
  const rows = exampleRows(indicators, areas.data.items, formatDay(asOf), m.import_example_source())
  const headings = EXAMPLE_COLUMNS.map(headingOf)
  return (
    <Card title={m.import_help()} flush aside={<CopyButton text={asTabs(headings, rows)} />}>
      <p className={styles.helpText}>{m.import_help_text()}</p>
      <Table
        caption={m.import_example()}
        onPhone="scroll"
        rows={rows.map((row, index) => ({ ...row, key: `${row.indicator}-${index}` }))}
        rowKey={(row) => row.key}
        columns={EXAMPLE_COLUMNS.map((column, index) => ({
          key: column,
          header: headings[index] ?? column,
          cell: (row: ExampleRow) => <span className={styles.line}>{row[column]}</span>,
        }))}
      />
    </Card>
  )
}

function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false)
  // Browsers keep the clipboard from pages reached by plain http: the lines can still be selected by hand.
  if (!window.isSecureContext) return null
  return (
    <Button
      size="small"
      onPress={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
    >
      <ClipboardCopy aria-hidden />
      <span role="status">{isCopied ? m.import_example_copied() : m.import_example_copy()}</span>
    </Button>
  )
}
