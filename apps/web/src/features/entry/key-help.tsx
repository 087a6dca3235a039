import { m } from '../../paraglide/messages.js'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './grid.module.css'

/** What each key does in the grid. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const keys = [
    ['Enter, ↓', m.entry_key_down()],
    ['Shift+Enter, ↑', m.entry_key_up()],
    ['Tab, Shift+Tab', m.entry_key_tab()],
    ['←, →', m.entry_key_sideways()],
    ['Ctrl+Home, Ctrl+End', m.entry_key_ends()],
    ['Esc', m.entry_key_escape()],
    ['Ctrl+Z, Ctrl+Y', m.entry_key_undo()],
    ['Ctrl+D', m.entry_key_above()],
    ['Ctrl+V', m.entry_key_paste()],
    [m.entry_key_shift(), m.entry_key_choose()],
    ['Ctrl+C', m.entry_key_copy()],
    ['Ctrl+Enter', m.entry_key_panel()],
  ] as const
  return (
    <Dialog title={m.entry_keys_title()} closeLabel={m.entry_close()} isOpen onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
