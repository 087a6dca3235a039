import { addDays } from '@tien-do/domain/day'
import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { GuardedProblem } from '../session/guarded-problem.tsx'
import { textIn } from '../session/text-in.ts'
import { LinkOnce } from './link-once.tsx'
import styles from './people.module.css'
import type { HeldRole, Person } from './people-words.ts'
import { newRow, type RoleRow, RoleRows, roleOf, rowOf } from './role-rows.tsx'
import { useChangeRoles, useHandOver, useInvite, useLetIn, useReinvite } from './use-people-act.ts'

interface DialogProps {
  onDone: () => void
}
interface PersonDialogProps extends DialogProps {
  person: Person
}

export function InvitePerson({ onDone }: DialogProps) {
  const invite = useInvite()
  const [rows, setRows] = useState<readonly RoleRow[]>([newRow(useCurrentPlan().code)])
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [isChecked, setChecked] = useState(false)
  if (invite.data) return <LinkOnce invited={invite.data} onDone={onDone} />

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, email] = [textIn(form, 'name').trim(), textIn(form, 'email').trim()]
    const roles = rows.map(roleOf)
    setChecked(true)
    setFaults({
      ...(name === '' && { name: m.field_required() }),
      ...(email === '' && { email: m.field_required() }),
    })
    if (name !== '' && email !== '' && areRead(roles)) invite.mutate({ name, email, roles })
  }
  const isRefused = (pointer: string) =>
    invite.error instanceof ApiProblem && invite.error.faults.some((fault) => fault.pointer === pointer)
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {invite.error && <GuardedProblem error={invite.error} />}
      <Field name="name" label={m.set_password_name()} error={faults.name ?? null} autoFocus />
      <Field
        name="email"
        type="email"
        label={m.sign_in_email()}
        error={faults.email ?? (isRefused('/email') ? m.field_email_wrong() : null)}
      />
      <RoleRows rows={rows} onChange={setRows} isChecked={isChecked} />
      <Button look="primary" type="submit" isPending={invite.isPending}>
        {m.person_invite_submit()}
      </Button>
    </form>
  )
}

export function ChangeRoles({ person, onDone }: PersonDialogProps) {
  const change = useChangeRoles()
  const [rows, setRows] = useState<readonly RoleRow[]>(person.roles.map(rowOf))
  const [isChecked, setChecked] = useState(false)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    const roles = rows.map(roleOf)
    if (areRead(roles)) change.mutate({ person, roles }, { onSuccess: onDone })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {change.error && <GuardedProblem error={change.error} />}
      <p>{m.person_roles_text({ name: person.name })}</p>
      <RoleRows rows={rows} onChange={setRows} isChecked={isChecked} />
      <Button look="primary" type="submit" isPending={change.isPending}>
        {m.person_roles_save()}
      </Button>
    </form>
  )
}

export function Reinvite({ person, onDone }: PersonDialogProps) {
  const reinvite = useReinvite()
  if (reinvite.data) return <LinkOnce invited={reinvite.data} onDone={onDone} />
  return (
    <div className={styles.form}>
      {reinvite.error && <GuardedProblem error={reinvite.error} />}
      <p>{m.person_link_text({ name: person.name })}</p>
      <Button look="primary" isPending={reinvite.isPending} onPress={() => reinvite.mutate(person)}>
        {m.person_link_make()}
      </Button>
    </div>
  )
}

export function LetIn({ person, onDone }: PersonDialogProps) {
  const change = useLetIn()
  const isOut = person.state === 'disabled'
  return (
    <div className={styles.form}>
      {change.error && <GuardedProblem error={change.error} />}
      <p>
        {isOut ? m.person_enable_text({ name: person.name }) : m.person_disable_text({ name: person.name })}
      </p>
      <Button
        look="primary"
        isPending={change.isPending}
        onPress={() => change.mutate(person, { onSuccess: onDone })}
      >
        {isOut ? m.person_enable() : m.person_disable()}
      </Button>
    </div>
  )
}

export function HandOver({ person, people, onDone }: PersonDialogProps & { people: readonly Person[] }) {
  const give = useHandOver()
  const others = people.filter(({ id, state }) => id !== person.id && state !== 'disabled')
  const [to, setTo] = useState(others[0]?.id ?? '')
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const last = parseDay(textIn(form, 'last'))
    const reason = textIn(form, 'reason').trim()
    setFaults({
      ...(last === null && { last: m.checklist_fault_day() }),
      ...(reason.length < 3 && { reason: m.field_required() }),
    })
    if (last !== null && reason.length >= 3)
      give.mutate({ id: person.id, to, on: addDays(last, 1), reason }, { onSuccess: onDone })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {give.error && <GuardedProblem error={give.error} />}
      <p>{m.person_hand_over_text({ name: person.name })}</p>
      <Select
        label={m.person_successor()}
        value={to}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setTo}
      />
      <Field name="last" label={m.person_last_day()} inputMode="numeric" error={faults.last ?? null} />
      <TextArea name="reason" rows={2} label={m.person_reason()} error={faults.reason ?? null} />
      <Button look="primary" type="submit" isPending={give.isPending} isDisabled={to === ''}>
        {m.person_hand_over()}
      </Button>
    </form>
  )
}

function areRead(roles: (HeldRole | undefined)[]): roles is HeldRole[] {
  return roles.every((role) => role !== undefined)
}
