import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import styles from './table.module.css'
import { visuallyHidden } from './visually-hidden.tsx'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the right, in digits of one width. */
  number?: boolean
  /** Names the row: a `<th scope="row">`. */
  rowHeader?: boolean
}

/** What scrolls sideways can be scrolled with the arrow keys (WCAG 2.1.1). */
const REACHED_BY_KEYBOARD = { tabIndex: 0 }

interface TableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On a phone: one card per row, or a table that scrolls sideways (for rows that must be compared). */
  onPhone?: 'cards' | 'scroll'
}

/** A real table: read by screen readers, searched by the browser, copied into Excel. */
export function Table<Row>({ caption, columns, rows, rowKey, onPhone = 'cards' }: TableProps<Row>) {
  const captionId = useId()
  const table = (
    <table className={cx(styles.table, onPhone === 'cards' && styles.cards)}>
      <caption className={visuallyHidden} id={captionId}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.number ? styles.number : undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (onPhone === 'cards') return table
  return (
    <section className={styles.scroll} aria-labelledby={captionId} {...REACHED_BY_KEYBOARD}>
      {table}
    </section>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.number ? styles.number : undefined
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td className={className} data-label={column.header}>
      {column.cell(row)}
    </td>
  )
}
