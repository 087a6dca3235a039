import { isDay } from '@tien-do/domain/day'
import type { ImportResource } from '@tien-do/domain/import-options'
import { useState } from 'react'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { LoadMore } from '../../ui/load-more.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { columnName } from './column-names.ts'
import { todoFor } from './fault-sentences.ts'
import type { Remark } from './import-report.ts'
import styles from './imports.module.css'

const AT_A_TIME = 50

interface FaultTableProps {
  caption: string
  remarks: readonly Remark[]
  resource: ImportResource
}

/** One fault a line: where it stands, what it says there, and what to do about it. */
export function FaultTable({ caption, remarks, resource }: FaultTableProps) {
  const [limit, setLimit] = useState(AT_A_TIME)
  const shown = remarks.slice(0, limit).map((remark, index) => ({ ...remark, at: index }))
  const columns: Column<Remark & { at: number }>[] = [
    { key: 'line', header: m.import_fault_line(), rowHeader: true, cell: placeIn },
    { key: 'column', header: m.import_fault_column(), cell: (remark) => columnIn(resource, remark) },
    { key: 'value', header: m.import_fault_value(), cell: givenIn },
    {
      key: 'todo',
      header: m.import_fault_todo(),
      cell: (remark) => <span className={styles.todo}>{todoFor(remark)}</span>,
    },
  ]
  return (
    <div className={styles.faults}>
      <Table caption={caption} columns={columns} rows={shown} rowKey={(remark) => String(remark.at)} />
      {remarks.length > limit && (
        <LoadMore
          shown={m.import_faults_shown({ shown: limit, total: remarks.length })}
          label={m.import_faults_more()}
          isPending={false}
          onMore={() => setLimit(limit + AT_A_TIME)}
        />
      )}
    </div>
  )
}

function placeIn({ line, row }: Remark) {
  if (line !== null) return <span className={styles.line}>{m.import_fault_at_line({ line })}</span>
  return row === null ? m.import_fault_whole_file() : m.import_fault_row({ row })
}

function columnIn(resource: ImportResource, { column, row }: Remark) {
  if (column !== null) return columnName(resource, column)
  return row === null ? <span className={styles.blank}>–</span> : m.import_fault_whole_row()
}

function givenIn({ value, column, key }: Remark) {
  if (value !== null && value !== '') return <code className={styles.given}>{value}</code>
  if (column !== null) return <span className={styles.blank}>{m.import_fault_blank()}</span>
  // The row as a whole is known by what names it.
  const names = Object.values(key ?? {})
    .filter((name) => name !== null && name !== '')
    .map((name) => (isDay(name ?? '') ? formatDay(name ?? '') : name))
  return names.length > 0 ? names.join(' · ') : <span className={styles.blank}>–</span>
}
