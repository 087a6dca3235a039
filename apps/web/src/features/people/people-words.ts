import type { Schemas } from '@tien-do/api-client'
import { addDays, type Day } from '@tien-do/domain/day'
import { formatDay } from '../../lib/format.ts'
import { ROLE_NAME } from '../../lib/role-name.ts'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'

export type Person = Schemas['Person']
export type HeldRole = Person['roles'][number]

export const STATE: Readonly<Record<Person['state'], { tone: Tone; name: () => string }>> = {
  invited: { tone: 'none', name: m.person_invited },
  active: { tone: 'ok', name: m.person_active },
  disabled: { tone: 'late', name: m.person_disabled },
}

/** "Cán bộ chuyên môn, Tư pháp - Hộ tịch (từ 01/12/2026)". */
export function roleInWords(held: HeldRole, nameOf: (code: string) => string): string {
  const { role, department, from, until } = held
  const where = department ? `, ${nameOf(department)}` : ''
  const days = [
    from && m.person_from({ day: formatDay(from) }),
    until && m.person_until({ day: formatDay(addDays(until as Day, -1)) }),
  ].filter(Boolean)
  return `${ROLE_NAME[role]()}${where}${days.length > 0 ? ` (${days.join(' ')})` : ''}`
}
