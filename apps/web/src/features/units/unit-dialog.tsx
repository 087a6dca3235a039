import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { textIn } from '../session/text-in.ts'
import { ArrangedPreview } from './arranged-preview.tsx'
import { newUnitsIn } from './new-units.ts'
import type { NewArrangement, Unit } from './queries.ts'
import { Refused } from './refused.tsx'
import styles from './units.module.css'
import { useArrange } from './use-arrange.ts'

export type UnitAct = NewArrangement['changes'][number]['act']

interface UnitDialogProps {
  act: UnitAct
  /** The departments that were chosen. */
  chosen: readonly Unit[]
  units: readonly Unit[]
  onClose: () => void
}

const TITLE: Readonly<Record<UnitAct, () => string>> = {
  found: m.unit_found,
  rename: m.unit_rename,
  merge: m.unit_merge,
  split: m.unit_split,
  close: m.unit_close,
}
const NEW = ''

/** What changes, from which day, by which decision; what would move is shown before it does. */
export function UnitDialog({ act, chosen, units, onClose }: UnitDialogProps) {
  const { look, apply } = useArrange()
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [into, setInto] = useState(NEW)
  const [said, setSaid] = useState<NewArrangement | null>(null)
  const others = units.filter((unit) => unit.inForce && !chosen.includes(unit))
  const needsNames = act !== 'close' && !(act === 'merge' && into !== NEW)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const on = parseDay(textIn(form, 'on'))
    const legalBasis = textIn(form, 'legalBasis').trim()
    const names = textIn(form, 'names').trim()
    setFaults({
      ...(on ? {} : { on: m.checklist_fault_day() }),
      ...(legalBasis === '' && { legalBasis: m.field_required() }),
      ...(needsNames && names === '' && { names: m.field_required() }),
    })
    if (!on || legalBasis === '' || (needsNames && names === '')) return
    const change = {
      act,
      from: chosen.map(({ code }) => code),
      to: toOf(act, names, into, chosen, units),
    }
    const body = { on, legalBasis, changes: [change] }
    setSaid(body)
    look.mutate(body)
  }

  const named = Object.fromEntries(
    (said?.changes ?? []).flatMap(({ to }) => to.flatMap(({ code, name }) => (name ? [[code, name]] : []))),
  )
  return (
    <Dialog title={TITLE[act]()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} onChange={() => look.reset()} noValidate>
        <Refused error={look.error ?? apply.error} />
        {chosen.length > 0 && (
          <p>
            <strong>{chosen.map(({ name }) => name).join(', ')}</strong>
          </p>
        )}
        {(act === 'merge' || act === 'close') && (
          <Select
            label={m.unit_into()}
            value={into}
            options={[
              { value: NEW, label: act === 'merge' ? m.unit_into_new() : m.unit_into_nobody() },
              ...others.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={setInto}
          />
        )}
        {needsNames && act === 'split' && (
          <TextArea
            name="names"
            rows={3}
            label={m.unit_names()}
            hint={m.unit_names_hint()}
            error={faults.names ?? null}
          />
        )}
        {needsNames && act !== 'split' && (
          <Field
            name="names"
            label={m.unit_new_name()}
            defaultValue={act === 'rename' ? (chosen[0]?.name ?? '') : ''}
            error={faults.names ?? null}
          />
        )}
        <Field
          name="on"
          label={m.units_from_day()}
          hint={m.area_on_hint()}
          inputMode="numeric"
          error={faults.on ?? null}
        />
        <Field
          name="legalBasis"
          label={m.area_basis()}
          hint={m.unit_basis_hint()}
          error={faults.legalBasis ?? null}
        />
        {look.data && <ArrangedPreview arranged={look.data} units={units} named={named} />}
        <p className={styles.quiet}>{m.units_keeps()}</p>
        <div className={styles.buttons}>
          {look.data && said ? (
            <Button
              look="primary"
              isPending={apply.isPending}
              onPress={() => apply.mutate(said, { onSuccess: onClose })}
            >
              {TITLE[act]()}
            </Button>
          ) : (
            <Button look="primary" type="submit" isPending={look.isPending}>
              {m.units_look()}
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {m.area_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function toOf(act: UnitAct, names: string, into: string, chosen: readonly Unit[], units: readonly Unit[]) {
  const [first] = chosen
  if (act === 'rename') return [{ code: first?.code ?? '', name: names, shortName: names }]
  if ((act === 'merge' || act === 'close') && into !== NEW) return [{ code: into }]
  if (act === 'close') return []
  return newUnitsIn(
    names,
    units.map(({ code }) => code),
  )
}
