import { CHECKLIST_STATUSES } from '@tien-do/domain/checklist'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { StatusChip } from '../../ui/status-chip.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.tsx'
import { LEVEL, STATUS, STATUS_TONE } from './checklist-words.ts'
import styles from './checklists.module.css'
import { ItemDetails } from './item-details.tsx'
import type { Item, Status } from './queries.ts'

interface ItemRowProps {
  list: string
  item: Item
  maySave: boolean
  isSaving: boolean
  isChosen: boolean
  onChoose: (chosen: boolean) => void
  onTick: (status: Status) => void
}

/** One named item: three choices that the arrow keys walk through, since when, and under it its note and evidence. */
export function ItemRow({ list, item, maySave, isSaving, isChosen, onChoose, onTick }: ItemRowProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <li className={styles.item} aria-labelledby={`${id}-name`}>
      <div className={styles.line}>
        {maySave && (
          <input
            type="checkbox"
            className={styles.choose}
            aria-label={m.checklist_choose({ name: item.name })}
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
        <span className={styles.name}>
          <span id={`${id}-name`}>{item.name}</span>
          <small>
            {item.code}
            {item.level && ` · ${LEVEL[item.level]()}`}
          </small>
        </span>
        {maySave ? (
          <fieldset className={styles.choices}>
            <legend className={visuallyHidden}>{item.name}</legend>
            {CHECKLIST_STATUSES.map((status) => (
              <label key={status} className={cx(styles.choice, item.status === status && styles[status])}>
                <input
                  type="radio"
                  name={id}
                  checked={item.status === status}
                  onChange={() => onTick(status)}
                />
                {STATUS[status]()}
              </label>
            ))}
          </fieldset>
        ) : (
          <span>
            <StatusChip tone={item.status ? STATUS_TONE[item.status] : 'none'}>
              {item.status ? STATUS[item.status]() : m.checklist_nobody()}
            </StatusChip>
          </span>
        )}
        <span className={styles.since}>
          {isSaving
            ? m.checklist_saving()
            : item.since
              ? m.checklist_since({ day: formatDay(item.since) })
              : m.checklist_nobody()}
        </span>
        <IconButton
          label={isOpen ? m.checklist_less({ name: item.name }) : m.checklist_more({ name: item.name })}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
        </IconButton>
      </div>
      {item.note && !isOpen && <p className={styles.note}>{item.note}</p>}
      {isOpen && <ItemDetails list={list} item={item} maySave={maySave} />}
    </li>
  )
}
