import { CHECKLIST_STATUSES } from '@tien-do/domain/checklist'
import { parseDay } from '@tien-do/domain/day-vi'
import { useState } from 'react'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { STATUS } from './checklist-words.ts'
import styles from './checklists.module.css'
import { ItemRow } from './item-row.tsx'
import type { Checklist, Item, Status } from './queries.ts'
import { SaveNotice } from './save-notice.tsx'
import { useSaveItems } from './use-save-items.ts'

interface ItemListProps {
  list: Checklist
  items: readonly Item[]
  /** No longer, or not yet, there. */
  gone: readonly Item[]
  maySave: boolean
}

/** The day on top goes with every tick: said once for all that changed on that day. */
export function ItemList({ list, items, gone, maySave }: ItemListProps) {
  const save = useSaveItems(list.code)
  const [since, setSince] = useState(formatDay(list.asOf))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const day = parseDay(since)
  const saving = new Set(save.isPending ? save.variables.map(({ code }) => code) : [])
  const ofShown = items.filter(({ code }) => chosen.has(code))

  function tick(codes: readonly string[], status: Status) {
    if (!day) return
    save.mutate(codes.map((code) => ({ code, status, since: day })))
  }

  return (
    <section className={styles.list} aria-label={m.checklist_items()}>
      {maySave && (
        <div className={styles.tools}>
          <Field
            label={m.checklist_since_all()}
            inputMode="numeric"
            value={since}
            onChange={setSince}
            error={day ? null : m.checklist_fault_day()}
          />
          <div className={styles.bulk}>
            <label className={styles.all}>
              <input
                type="checkbox"
                checked={items.length > 0 && ofShown.length === items.length}
                onChange={(event) =>
                  setChosen(new Set(event.target.checked ? items.map(({ code }) => code) : []))
                }
              />
              {ofShown.length > 0 ? m.checklist_chosen({ count: ofShown.length }) : m.checklist_choose_all()}
            </label>
            {ofShown.length > 0 &&
              CHECKLIST_STATUSES.map((status) => (
                <Button
                  key={status}
                  size="small"
                  isDisabled={!day}
                  isPending={save.isPending}
                  onPress={() => {
                    tick(
                      ofShown.map(({ code }) => code),
                      status,
                    )
                    setChosen(new Set())
                  }}
                >
                  {STATUS[status]()}
                </Button>
              ))}
          </div>
          <p role="status" className={styles.saved}>
            {save.isPending ? m.checklist_saving() : save.isSuccess ? m.checklist_saved() : ''}
          </p>
        </div>
      )}
      <SaveNotice save={save} />
      <ul className={styles.items}>
        {items.map((item) => (
          <ItemRow
            key={item.code}
            list={list.code}
            item={item}
            maySave={maySave}
            isSaving={saving.has(item.code)}
            isChosen={chosen.has(item.code)}
            onChoose={(isChosen) => {
              const next = new Set(chosen)
              if (isChosen) next.add(item.code)
              else next.delete(item.code)
              setChosen(next)
            }}
            onTick={(status) => tick([item.code], status)}
          />
        ))}
      </ul>
      {items.length === 0 && <p className={styles.nothing}>{m.checklist_none_shown()}</p>}
      {gone.length > 0 && (
        <details className={styles.gone}>
          <summary>{m.checklist_gone({ count: gone.length })}</summary>
          <ul>
            {gone.map((item) => (
              <li key={item.code}>
                {item.name} ({item.validFrom ? formatDay(item.validFrom) : '…'} –{' '}
                {item.validTo ? formatDay(item.validTo) : '…'})
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
