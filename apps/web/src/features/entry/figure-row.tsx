import { memo, useId } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import type { Entry } from './cell-store.ts'
import { lastInWords, shareInWords } from './figure-words.ts'
import styles from './grid.module.css'
import { NumberField } from './number-field.tsx'
import { RowNotes } from './row-notes.tsx'
import { isOpen } from './shapes.ts'
import { FIELDS_OF } from './typed.ts'
import { useDesk, useOfEntry } from './use-cells.ts'
import { YesNoField } from './yes-no-field.tsx'

/** One area of one indicator: its numbers, its share, what it was, and what is to be said of it. */
export const FigureRow = memo(function FigureRow({ entryKey, row }: { entryKey: string; row: number }) {
  const { indicator, cell } = useDesk().store.entry(entryKey)
  const notesId = useId()
  const name = cell.area?.name ?? m.entry_whole_ward()
  const isReadOnly = !isOpen(indicator)
  const lastNumbers = lastPair(cell.last)
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {indicator.kind === 'yes_no' ? (
        <td className={styles.cell} data-label={m.entry_column_yes_no()}>
          <YesNoField
            entryKey={entryKey}
            row={row}
            label={m.entry_label_yes_no({ name, indicator: indicator.name })}
            notesId={notesId}
            isReadOnly={isReadOnly}
          />
        </td>
      ) : (
        FIELDS_OF[indicator.kind].map((field, column) => (
          <td key={field} className={styles.cell} data-label={headOf(indicator, field)}>
            <NumberField
              entryKey={entryKey}
              field={field}
              row={row}
              column={column}
              label={labelOf(name, indicator, field)}
              notesId={notesId}
              isReadOnly={isReadOnly}
            />
          </td>
        ))
      )}
      {hasShare(indicator) && (
        <td className={cx(styles.cell, styles.figure)} data-label={m.entry_column_share()}>
          <Share entryKey={entryKey} />
        </td>
      )}
      <td className={cx(styles.cell, styles.figure, styles.last)} data-label={m.entry_column_last()}>
        {lastInWords(cell.last, indicator.kind)}
        {lastNumbers && <small>{lastNumbers}</small>}
      </td>
      <td className={styles.notesCell} data-label={m.entry_column_notes()}>
        <RowNotes entryKey={entryKey} name={name} id={notesId} />
      </td>
    </tr>
  )
})

function Share({ entryKey }: { entryKey: string }) {
  return useOfEntry(entryKey, ({ typed, indicator }) => shareInWords(typed, indicator))
}

export function hasShare({ kind }: Entry['indicator']): boolean {
  return kind === 'pair' || kind === 'ward_pair'
}

export function headOf(indicator: Entry['indicator'], field: (typeof FIELDS_OF)['pair'][number]): string {
  if (field === 'numerator') return indicator.numeratorText ?? m.entry_column_numerator()
  if (field === 'denominator') return indicator.denominatorText ?? m.entry_column_denominator()
  return m.entry_column_value({ unit: indicator.unit })
}

function labelOf(
  name: string,
  indicator: Entry['indicator'],
  field: (typeof FIELDS_OF)['pair'][number],
): string {
  const words = { name, indicator: indicator.name }
  if (field === 'numerator') return m.entry_label_numerator(words)
  return field === 'denominator' ? m.entry_label_denominator(words) : m.entry_label_value(words)
}

function lastPair(last: Entry['cell']['last']): string | null {
  if (!last || last.numerator === null || last.denominator === null || last.denominator === 1) return null
  return `${formatNumber(last.numerator, 0)} / ${formatNumber(last.denominator, 0)}`
}
