import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { areaFaultSentence } from './area-words.ts'
import styles from './areas.module.css'
import { newAreasIn } from './new-areas.ts'
import type { Area } from './queries.ts'
import { type AreaAct, useAreaAct } from './use-area-act.ts'

export type DialogAct = AreaAct['act']

interface AreaActDialogProps {
  act: DialogAct
  /** The areas that were chosen. */
  chosen: readonly Area[]
  areas: readonly Area[]
  onClose: () => void
}

const TITLE: Readonly<Record<DialogAct, () => string>> = {
  open: m.area_open,
  rename: m.area_rename,
  close: m.area_close,
  merge: m.area_merge,
  split: m.area_split,
}

/** What changes, from which day, by which decision. What was counted before stays where it was. */
export function AreaActDialog({ act, chosen, areas, onClose }: AreaActDialogProps) {
  const change = useAreaAct()
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [first] = chosen

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const on = parseDay(textIn(form, 'on'))
    const names = newAreasIn(textIn(form, 'names'), areas)
    const name = textIn(form, 'name').trim()
    const wrong: Record<string, string> = {}
    if (!on) wrong.on = m.checklist_fault_day()
    if (act === 'rename' && name === '') wrong.name = m.field_required()
    if (act !== 'rename' && act !== 'close' && names.length === 0) wrong.names = m.field_required()
    if (act === 'split' && names.length === 1) wrong.names = m.area_fault_too_few()
    setFaults(wrong)
    if (!on || Object.keys(wrong).length > 0) return
    const legalBasis = textIn(form, 'legalBasis').trim() || null
    const said = actOf(act, on, chosen, names, name)
    if (!said) return
    await change.mutateAsync({ ...said, legalBasis })
    onClose()
  }

  const refused = change.error instanceof ApiProblem ? change.error.faults : []
  return (
    <Dialog title={TITLE[act]()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {refused.length > 0 && (
          <Notice kind="error" live="alert" title={m.error_area_faulty()}>
            <ul>
              {refused.map(({ pointer, code }) => (
                <li key={pointer + code}>{areaFaultSentence(code)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {change.isError && refused.length === 0 && <ProblemNotice error={change.error} />}
        {chosen.length > 0 && (
          <p>
            <strong>{chosen.map((area) => area.name).join(', ')}</strong>
          </p>
        )}
        {act === 'rename' && (
          <Field
            name="name"
            label={m.area_new_name()}
            defaultValue={first?.name ?? ''}
            error={faults.name ?? null}
            autoFocus
          />
        )}
        {act === 'merge' && (
          <Field
            name="names"
            label={m.area_merged_name()}
            hint={m.area_name_hint()}
            error={faults.names ?? null}
            autoFocus
          />
        )}
        {(act === 'split' || act === 'open') && (
          <TextArea
            name="names"
            rows={3}
            label={m.area_names()}
            hint={m.area_names_hint()}
            error={faults.names ?? null}
            autoFocus
          />
        )}
        <Field
          name="on"
          label={m.area_on()}
          hint={m.area_on_hint()}
          inputMode="numeric"
          error={faults.on ?? null}
          autoFocus={act === 'close'}
        />
        <Field name="legalBasis" label={m.area_basis()} hint={m.area_basis_hint()} />
        <p className={styles.quiet}>{m.area_keeps()}</p>
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={change.isPending}>
            {TITLE[act]()}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {m.area_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function actOf(
  act: DialogAct,
  on: string,
  chosen: readonly Area[],
  names: { code: string; name: string }[],
  name: string,
): AreaAct | null {
  const code = chosen[0]?.code ?? ''
  const [to] = names
  if (act === 'open') return { act, on, areas: names }
  if (act === 'rename') return { act, on, code, name }
  if (act === 'close') return { act, on, code }
  if (act === 'split') return { act, on, code, to: names }
  return to ? { act, on, from: chosen.map((area) => area.code), to } : null
}
