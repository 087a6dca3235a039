import { useQuery } from '@tanstack/react-query'
import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay, formatInstant, yearNow } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { EvidencePanel } from '../evidence/index.ts'
import { textIn } from '../session/text-in.ts'
import { STATUS } from './checklist-words.ts'
import styles from './checklists.module.css'
import { type Item, itemHistoryQuery } from './queries.ts'
import { SaveNotice } from './save-notice.tsx'
import { useSaveItems } from './use-save-items.ts'

/** Everything of an item that is asked for rarely: since when, its note, when it was there, its evidence, its history. */
export function ItemDetails({ list, item, maySave }: { list: string; item: Item; maySave: boolean }) {
  return (
    <div className={styles.details}>
      {maySave && <DetailForm key={item.etag} list={list} item={item} />}
      {!maySave && item.note && <p>{item.note}</p>}
      <section className={styles.part} aria-label={m.evidence_of({ name: item.name })}>
        <h3>{m.evidence_title()}</h3>
        <EvidencePanel resource="checklist-item" code={`${list}/${item.code}`} year={Number(yearNow())} />
      </section>
      <History list={list} item={item} />
    </div>
  )
}

function DetailForm({ list, item }: { list: string; item: Item }) {
  const save = useSaveItems(list)
  const [wrong, setWrong] = useState<readonly string[]>([])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const dayIn = (name: string) => {
      const text = textIn(form, name).trim()
      return text === '' ? null : (parseDay(text) ?? undefined)
    }
    const days = { since: dayIn('since'), validFrom: dayIn('validFrom'), validTo: dayIn('validTo') }
    const faulty = Object.entries(days).flatMap(([name, day]) => (day === undefined ? [name] : []))
    setWrong(faulty)
    if (faulty.length > 0) return
    const note = textIn(form, 'note').trim()
    save.mutate([
      {
        code: item.code,
        name: textIn(form, 'name').trim(),
        validFrom: days.validFrom ?? null,
        validTo: days.validTo ?? null,
        ...(item.status && days.since
          ? {
              status: item.status,
              since: days.since,
              note: note === '' ? null : note,
              ...(item.since && item.since !== days.since ? { replaces: item.since } : {}),
            }
          : {}),
      },
    ])
  }

  const dayField = (name: 'since' | 'validFrom' | 'validTo', label: string, value: string | null) => (
    <Field
      name={name}
      label={label}
      inputMode="numeric"
      defaultValue={value ? formatDay(value) : ''}
      error={wrong.includes(name) ? m.checklist_fault_day() : null}
    />
  )
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <SaveNotice save={save} />
      <Field name="name" label={m.checklist_name()} defaultValue={item.name} />
      <div className={styles.days}>
        {item.status &&
          dayField('since', m.checklist_since_label({ status: STATUS[item.status]() }), item.since)}
        {dayField('validFrom', m.checklist_valid_from(), item.validFrom)}
        {dayField('validTo', m.checklist_valid_to(), item.validTo)}
      </div>
      {item.status && <Field name="note" label={m.checklist_note()} defaultValue={item.note ?? ''} />}
      <div>
        <Button type="submit" isPending={save.isPending}>
          {m.checklist_save()}
        </Button>
      </div>
    </form>
  )
}

function History({ list, item }: { list: string; item: Item }) {
  const plan = useCurrentPlan().code
  const { data } = useQuery(itemHistoryQuery(plan, list, item.code))
  if (!data || data.items.length === 0) return null
  return (
    <section className={styles.part} aria-label={m.checklist_history()}>
      <h3>{m.checklist_history()}</h3>
      <ul className={styles.history}>
        {data.items.map((saying) => (
          <li key={saying.enteredAt + saying.since} className={saying.supersededAt ? styles.gone : undefined}>
            {m.checklist_said({
              status: STATUS[saying.status](),
              day: formatDay(saying.since),
              name: saying.enteredBy,
              at: formatInstant(saying.enteredAt),
            })}
            {saying.note && ` “${saying.note}”`}
            {saying.supersededBy && ` ${m.checklist_replaced({ name: saying.supersededBy })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
