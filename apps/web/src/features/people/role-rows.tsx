import { useSuspenseQuery } from '@tanstack/react-query'
import { addDays, type Day } from '@tien-do/domain/day'
import { parseDay } from '@tien-do/domain/day-vi'
import { ROLES } from '@tien-do/domain/permission'
import { Plus, Trash2 } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { ROLE_NAME } from '../../lib/role-name.ts'
import { m } from '../../paraglide/messages.js'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './people.module.css'
import type { HeldRole } from './people-words.ts'
import { departmentsOfQuery } from './queries.ts'

/** A role as it is typed: days as people write them, the last day included. */
export interface RoleRow {
  readonly id: number
  readonly role: HeldRole['role']
  readonly plan: string | null
  readonly department: string
  readonly from: string
  readonly until: string
}

let next = 0
export const newRow = (plan: string): RoleRow => ({
  ...{ id: next++, role: 'officer', plan, department: '', from: '', until: '' },
})

export const rowOf = (held: HeldRole): RoleRow => ({
  id: next++,
  role: held.role,
  plan: held.plan,
  department: held.department ?? '',
  from: held.from ? formatDay(held.from) : '',
  until: held.until ? formatDay(addDays(held.until as Day, -1)) : '',
})

/** Undefined where a day cannot be read. */
export function roleOf({ role, plan, department, from, until }: RoleRow): HeldRole | undefined {
  const [first, last] = [from, until].map((text) =>
    text.trim() === '' ? null : (parseDay(text) ?? undefined),
  )
  if (first === undefined || last === undefined) return undefined
  return { role, plan, department: department || null, from: first, until: last && addDays(last, 1) }
}

interface RoleRowsProps {
  rows: readonly RoleRow[]
  onChange: (rows: readonly RoleRow[]) => void
  /** Say what is wrong with the days. */
  isChecked: boolean
}

export function RoleRows({ rows, onChange, isChecked }: RoleRowsProps) {
  const plan = useCurrentPlan().code
  const { items } = useSuspenseQuery(departmentsOfQuery(plan)).data
  const departments = items.filter(({ reports }) => reports)
  const offered = (held: string) => departments.filter(({ code, inForce }) => inForce || code === held)
  const change = (id: number, said: Partial<RoleRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...said } : row)))
  return (
    <fieldset className={styles.roles}>
      <legend>{m.person_roles()}</legend>
      {rows.map((row) => (
        <div key={row.id} className={styles.role}>
          <Select
            label={m.person_role()}
            value={row.role}
            options={ROLES.map((role) => ({ value: role, label: ROLE_NAME[role]() }))}
            onChange={(role) => change(row.id, { role })}
          />
          <Select
            label={m.person_department()}
            value={row.department}
            options={[
              { value: '', label: m.person_no_department() },
              ...offered(row.department).map(({ code, shortName }) => ({ value: code, label: shortName })),
            ]}
            onChange={(department) => change(row.id, { department })}
          />
          <DayField
            label={m.person_from_label()}
            value={row.from}
            isChecked={isChecked}
            onChange={(from) => change(row.id, { from })}
          />
          <DayField
            label={m.person_until_label()}
            value={row.until}
            isChecked={isChecked}
            onChange={(until) => change(row.id, { until })}
          />
          <IconButton
            label={m.person_role_remove()}
            onPress={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button size="small" onPress={() => onChange([...rows, newRow(plan)])}>
        <Plus aria-hidden />
        {m.person_role_add()}
      </Button>
    </fieldset>
  )
}

interface DayFieldProps {
  label: string
  value: string
  isChecked: boolean
  onChange: (value: string) => void
}

function DayField({ isChecked, value, ...props }: DayFieldProps) {
  const isWrong = isChecked && value.trim() !== '' && parseDay(value) === null
  return (
    <Field {...props} value={value} inputMode="numeric" error={isWrong ? m.checklist_fault_day() : null} />
  )
}
