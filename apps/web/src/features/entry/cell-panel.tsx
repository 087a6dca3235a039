import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Dialog } from '../../ui/dialog.tsx'
import { Table } from '../../ui/table.tsx'
import { measurementInWords } from './figure-words.ts'
import styles from './grid.module.css'
import { type FormCell, isOpen, type Measurement } from './shapes.ts'
import { useDesk, useOfEntry } from './use-cells.ts'

const SHOWN = 12

/** One cell, close up: its note, and all that was ever said of it. */
export function CellPanel({ entryKey, onClose }: { entryKey: string; onClose: () => void }) {
  const desk = useDesk()
  const { indicator, cell, typed } = useOfEntry(entryKey, (entry) => entry)
  const { data, error } = useCellHistory(indicator.code, cell)
  const close = () => {
    desk.left(entryKey)
    onClose()
  }
  return (
    <Dialog
      title={m.entry_panel_title({ name: cell.area?.name ?? m.entry_whole_ward() })}
      closeLabel={m.entry_close()}
      isOpen
      onClose={close}
    >
      <div className={styles.dialog}>
        <label className={styles.panelNote}>
          <span>{m.entry_panel_note()}</span>
          <textarea
            className={styles.input}
            rows={2}
            maxLength={4_000}
            value={typed.note}
            readOnly={!isOpen(indicator)}
            onChange={(event) => {
              desk.store.type(`${entryKey} note`, [{ key: entryKey, typed: { note: event.target.value } }])
              desk.touched([entryKey])
            }}
          />
        </label>
        {error && <p role="alert">{errorSentence(error)}</p>}
        {data && (
          <Table
            caption={m.entry_panel_history()}
            columns={[
              { key: 'at', header: m.entry_panel_when(), cell: ({ enteredAt }) => formatInstant(enteredAt) },
              { key: 'who', header: m.entry_panel_who(), cell: ({ enteredBy }) => enteredBy },
              {
                key: 'figure',
                header: m.entry_panel_figure(),
                number: true,
                cell: (row) => measurementInWords(row, indicator.kind),
              },
              { key: 'why', header: m.entry_panel_why(), cell: ({ reason, note }) => reason ?? note ?? '' },
            ]}
            rows={data}
            rowKey={({ id }) => id}
          />
        )}
        {data?.length === 0 && <p>{m.entry_panel_empty()}</p>}
      </div>
    </Dialog>
  )
}

function useCellHistory(indicator: string, { area }: FormCell) {
  const plan = useCurrentPlan().code
  return useQuery({
    queryKey: ['entry', 'history', plan, indicator, area?.code ?? null],
    queryFn: async ({ signal }): Promise<Measurement[]> => {
      const query = { indicator, limit: SHOWN, ...(area && { area: area.code }) }
      const page = await answer(
        api.GET('/plans/{plan}/measurements', { params: { path: { plan }, query }, signal }),
      )
      return page.items.filter((each) => area !== null || each.area === null)
    },
    gcTime: 0,
  })
}
