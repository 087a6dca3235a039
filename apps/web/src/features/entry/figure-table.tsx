import { useMemo, useRef } from 'react'
import { m } from '../../paraglide/messages.js'
import { visuallyHidden } from '../../ui/visually-hidden.tsx'
import { nameOf } from '../indicators/names.ts'
import { FigureRow, hasShare, headOf } from './figure-row.tsx'
import styles from './grid.module.css'
import type { FormIndicator } from './shapes.ts'
import { TotalRow } from './total-row.tsx'
import { FIELDS_OF } from './typed.ts'
import { useDesk } from './use-cells.ts'
import { type GridAsks, useGridKeys } from './use-grid-keys.ts'

interface FigureTableProps extends GridAsks {
  indicator: FormIndicator
  /** The page's heading has its name already. */
  isAlone: boolean
}

/** A real table of real inputs: read by screen readers row by row, walked with Tab, moved in as in a spreadsheet. */
export function FigureTable({ indicator, isAlone, ...asks }: FigureTableProps) {
  const { store } = useDesk()
  const table = useRef<HTMLTableElement>(null)
  const keys = store.keysOf(indicator.code)
  const handlers = useGridKeys(table, indicator, asks)
  const fields = FIELDS_OF[indicator.kind]
  const rows = useMemo(() => keys.map((key, row) => <FigureRow key={key} entryKey={key} row={row} />), [keys])
  return (
    <table ref={table} className={styles.table} {...handlers}>
      <caption className={isAlone ? visuallyHidden : styles.caption}>{nameOf(indicator)}</caption>
      <thead>
        <tr>
          <th scope="col">{m.entry_column_area()}</th>
          {indicator.kind === 'yes_no' ? (
            <th scope="col">{m.entry_column_yes_no()}</th>
          ) : (
            fields.map((field) => (
              <th key={field} scope="col" className={styles.figure}>
                {headOf(indicator, field)}
              </th>
            ))
          )}
          {hasShare(indicator) && (
            <th scope="col" className={styles.figure}>
              {m.entry_column_share()}
            </th>
          )}
          <th scope="col" className={styles.figure}>
            {m.entry_column_last()}
          </th>
          <th scope="col">{m.entry_column_notes()}</th>
        </tr>
      </thead>
      <tbody>{rows}</tbody>
      {(indicator.kind === 'pair' || indicator.kind === 'yes_no') && (
        <tfoot>
          <TotalRow indicator={indicator} />
        </tfoot>
      )}
    </table>
  )
}
