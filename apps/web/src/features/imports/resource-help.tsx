import type { CellKind } from '@tien-do/domain/import-cell-kinds'
import { columnsOf } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import { IMPORT_DECLARATIONS } from '@tien-do/domain/import-resources'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { columnName } from './column-names.ts'
import styles from './imports.module.css'

/** Every column that a file of this resource may have: what it is called, and what stands in it. */
export function ResourceHelp({ resource }: { resource: ImportResource }) {
  const { columns } = IMPORT_DECLARATIONS[resource]
  const rows = columnsOf(columns)
    .filter((column) => !columns[column]?.readOnly)
    .map((column) => ({ column, ...columns[column] }))
  return (
    <Card title={m.import_help()} flush>
      <p className={styles.helpText}>{m.import_columns_text()}</p>
      <Table
        caption={m.import_columns()}
        onPhone="scroll"
        rows={rows}
        rowKey={({ column }) => column}
        columns={[
          {
            key: 'column',
            header: m.import_fault_column(),
            rowHeader: true,
            cell: ({ column }) => columnName(resource, column),
          },
          {
            key: 'required',
            header: m.import_columns_must(),
            cell: ({ required }) => (required ? m.import_columns_required() : m.import_columns_optional()),
          },
          { key: 'holds', header: m.import_columns_holds(), cell: ({ cell }) => wordsFor(cell) },
        ]}
      />
    </Card>
  )
}

function wordsFor(kind: CellKind | undefined): string {
  if (kind === undefined) return ''
  if (typeof kind === 'object')
    return Object.entries(kind.choice)
      .map(([value, [word]]) => (getLocale() === 'vi' ? word : value))
      .join(' · ')
  return KIND_WORDS[kind]()
}

const KIND_WORDS: Record<Exclude<CellKind, object>, () => string> = {
  code: m.import_kind_code,
  name: m.import_kind_text,
  title: m.import_kind_text,
  text: m.import_kind_text,
  day: m.import_kind_day,
  year: m.import_kind_year,
  count: m.import_kind_count,
  number: m.import_kind_number,
  quantity: m.import_kind_number,
  money: m.import_kind_money,
  codes: m.import_kind_codes,
  outputs: m.import_kind_outputs,
}
