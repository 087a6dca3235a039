import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Table } from '../../ui/table.tsx'
import { headOf } from './figure-row.tsx'
import styles from './grid.module.css'
import type { Paste, PastedCell } from './paste-figures.ts'
import { unreadSentence } from './sentences.ts'
import type { FormIndicator } from './shapes.ts'

interface PasteDialogProps {
  paste: Paste
  indicator: FormIndicator
  onConfirm: () => void
  onClose: () => void
}

const LOST_WORDS = {
  unknown: m.entry_paste_lost_unknown,
  twice: m.entry_paste_lost_twice,
  beyond: m.entry_paste_lost_beyond,
} as const

/** What a paste would do, where that could surprise: figures replaced, cells that cannot be read, rows of no area. */
export function PasteDialog({ paste, indicator, onConfirm, onClose }: PasteDialogProps) {
  const shown = paste.cells.filter(({ isRejected, isReplacing }) => isRejected || isReplacing)
  const what = (cell: PastedCell) =>
    cell.isRejected
      ? unreadSentence(cell.after, indicator.kind, indicator.decimals)
      : m.entry_paste_replaces({ before: cell.before })
  return (
    <Dialog title={m.entry_paste_title()} closeLabel={m.entry_close()} isOpen onClose={onClose}>
      <div className={styles.dialog}>
        <p>{paste.by === 'name' ? m.entry_paste_by_name() : m.entry_paste_by_position()}</p>
        {shown.length > 0 && (
          <Table
            caption={m.entry_paste_table()}
            columns={[
              { key: 'area', header: m.entry_column_area(), rowHeader: true, cell: ({ name }) => name },
              { key: 'field', header: m.entry_paste_column(), cell: ({ field }) => headOf(indicator, field) },
              { key: 'after', header: m.entry_paste_value(), number: true, cell: ({ after }) => after },
              { key: 'what', header: m.entry_paste_what(), cell: what },
            ]}
            rows={shown}
            rowKey={({ key, field }) => `${key} ${field}`}
          />
        )}
        {paste.lost.length > 0 && (
          <ul className={styles.lost}>
            {paste.lost.map(({ because, text }) => (
              <li key={text}>{LOST_WORDS[because]({ text })}</li>
            ))}
          </ul>
        )}
        <div className={styles.buttons}>
          <Button look="primary" onPress={onConfirm} isDisabled={paste.cells.length === 0}>
            {m.entry_paste_confirm({ count: paste.cells.length })}
          </Button>
          <Button onPress={onClose}>{m.entry_cancel()}</Button>
        </div>
      </div>
    </Dialog>
  )
}
