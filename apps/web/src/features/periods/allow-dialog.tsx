import { useQuery } from '@tanstack/react-query'
import { parseDay } from '@tien-do/domain/day-vi'
import { ALLOWANCE_KINDS, type AllowanceKind } from '@tien-do/domain/period'
import { type FormEvent, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { isFaulty, ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { ALLOWANCE } from './period-words.ts'
import styles from './periods.module.css'
import { usePeriodAct } from './use-period-act.ts'

const SHORTEST = 3
const HINT: Record<AllowanceKind, () => string> = {
  exception: m.allowance_exception_hint,
  extension: m.allowance_extension_hint,
  exemption: m.allowance_exemption_hint,
}

interface AllowDialogProps {
  year: number
  isOpen: boolean
  onClose: () => void
}

/** Lets one department do what the others may not: until when, and why. */
export function AllowDialog({ year, isOpen, onClose }: AllowDialogProps) {
  const { data } = useQuery(departmentsQuery(useCurrentPlan().code))
  const departments = (data?.items ?? []).filter(({ reports, inForce }) => reports && inForce)
  const [kind, setKind] = useState<AllowanceKind>('extension')
  const [chosen, setChosen] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const act = usePeriodAct(year)
  const department = chosen ?? departments[0]?.code ?? ''

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = textIn(form, 'reason').trim()
    const lastDay = parseDay(textIn(form, 'lastDay'))
    const found = [
      ...(reason.length < SHORTEST ? ['reason'] : []),
      ...(kind !== 'exemption' && lastDay === null ? ['lastDay'] : []),
    ]
    setFaults(found)
    if (found.length > 0) return
    const until = kind === 'exemption' || lastDay === null ? {} : { lastDay }
    act.mutate({ act: 'allow', allowance: { kind, department, reason, ...until } }, { onSuccess: onClose })
  }

  return (
    <Dialog title={m.period_allow()} closeLabel={m.app_close()} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        {act.error && <ProblemNotice error={act.error} />}
        <Segmented
          legend={m.allowance_kind()}
          value={kind}
          options={ALLOWANCE_KINDS.map((value) => ({ value, label: ALLOWANCE[value]() }))}
          onChange={setKind}
        />
        <p className={styles.note}>{HINT[kind]()}</p>
        <Select
          label={m.board_department()}
          value={department}
          options={departments.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          onChange={setChosen}
        />
        {kind !== 'exemption' && (
          <Field
            label={m.allowance_last_day()}
            name="lastDay"
            hint={m.allowance_last_day_hint()}
            autoComplete="off"
            error={
              faults.includes('lastDay')
                ? m.allowance_last_day_wrong()
                : isFaulty(act.error, '/lastDay')
                  ? m.allowance_too_early()
                  : null
            }
          />
        )}
        <TextArea
          label={m.reason()}
          name="reason"
          error={faults.includes('reason') ? m.reason_required() : null}
        />
        <Button type="submit" look="primary" isPending={act.isPending}>
          {m.period_allow()}
        </Button>
      </form>
    </Dialog>
  )
}
