// What an administrator does with people: their roles, whether they may enter, who takes over from whom.
import { type Day, dayAtInstant } from '@tien-do/domain/day'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { today } from '../plans/index.ts'
import { getPerson } from './invite-person.ts'
import type { HandOver, RoleAsked } from './people.schema.ts'
import { etagOfPerson } from './person-etag.ts'
import {
  countOtherAdministrators,
  endAllSessions,
  listPeopleWithRoles,
  lockPerson,
  type PersonWithRoles,
  replaceRoles,
  type StoredRole,
  setDisabled,
  storedRoles,
} from './roles.repo.ts'
import { rolesToStore } from './store-roles.ts'

export const listPeople = (context: Context) => listPeopleWithRoles(context.read)

/** The new roles hold from the next request on. The house never stays without an administrator. */
export async function changeRoles(
  context: Context,
  id: string,
  asked: readonly RoleAsked[],
  seen: string | null,
): Promise<PersonWithRoles> {
  const roles = await rolesToStore(context, asked)
  return context.change({ action: 'person.change', plan: null }, async (tx, record) => {
    await lockPerson(tx, id)
    const before = await getPerson(tx, id)
    if (seen !== null && seen !== etagOfPerson(before)) throw new AppError('version.mismatch')
    if (before.disabledAt) throw new AppError('person.wrong-state')
    await replaceRoles(tx, id, roles)
    if (!runsTheHouse(roles, today(context))) await keepAnAdministrator(context, tx, before)
    record({ resource: 'person', id, before: { roles: before.roles }, after: { roles: asked } })
    return getPerson(tx, id)
  })
}

/** Leaves the post: every session ends at once, what was signed keeps the name. */
export async function disablePerson(context: Context, id: string): Promise<PersonWithRoles> {
  return context.change({ action: 'person.disable', plan: null }, async (tx, record) => {
    const before = await getPerson(tx, id)
    if (before.id === context.actor.personId) throw new AppError('person.wrong-state')
    if (before.disabledAt) return before
    await keepAnAdministrator(context, tx, before)
    const at = context.now().toISOString()
    await setDisabled(tx, id, at)
    await endAllSessions(tx, id)
    record({ resource: 'person', id, before: { disabledAt: null }, after: { disabledAt: at } })
    return getPerson(tx, id)
  })
}

export async function enablePerson(context: Context, id: string): Promise<PersonWithRoles> {
  return context.change({ action: 'person.disable', plan: null }, async (tx, record) => {
    const before = await getPerson(tx, id)
    if (!before.disabledAt) return before
    await setDisabled(tx, id, null)
    record({ resource: 'person', id, before: { disabledAt: before.disabledAt }, after: { disabledAt: null } })
    return getPerson(tx, id)
  })
}

/**
 * The roles one person holds go to another on a day: theirs end, the successor's begin. What is open belongs to the
 * departments of those roles, so it moves with them; what was done stays under the name of who did it.
 */
export async function handOver(context: Context, id: string, { to, on, reason }: HandOver) {
  return context.change({ action: 'person.hand-over', plan: null, reason }, async (tx, record) => {
    const [from, successor] = [await getPerson(tx, id), await getPerson(tx, to)]
    if (from.id === successor.id || successor.disabledAt) throw new AppError('person.wrong-state')
    const held = (await storedRoles(tx, id)).filter(({ validTo }) => validTo === null || validTo > on)
    if (held.length === 0) throw new AppError('person.wrong-state')
    const ended = held.map((role) => ({ ...role, validTo: on }))
    const kept = (await storedRoles(tx, id)).filter(({ validTo }) => validTo !== null && validTo <= on)
    await replaceRoles(tx, id, [
      ...kept,
      // What had not begun by then never does.
      ...ended.filter(({ validFrom }) => validFrom === null || validFrom < on),
    ])
    const theirs = await storedRoles(tx, to)
    await replaceRoles(tx, to, [
      ...theirs.filter((role) => !held.some((each) => isSame(each, role))),
      ...held.map((role) => ({ ...role, validFrom: later(role.validFrom, on) })),
    ])
    const after = { from: await getPerson(tx, id), to: await getPerson(tx, to) }
    record({
      resource: 'person',
      id,
      before: { roles: from.roles },
      after: { roles: after.from.roles, handedOverTo: to, on },
    })
    record({
      resource: 'person',
      id: to,
      before: { roles: successor.roles },
      after: { roles: after.to.roles, takenOverFrom: id, on },
    })
    return after
  })
}

const isSame = (one: StoredRole, other: StoredRole) =>
  one.role === other.role && one.planId === other.planId && one.departmentId === other.departmentId

const later = (day: string | null, on: string) => (day !== null && day > on ? day : on)

function runsTheHouse(roles: readonly StoredRole[], on: Day): boolean {
  return roles.some(
    ({ role, validFrom, validTo }) =>
      role === 'admin' && (validFrom === null || validFrom <= on) && (validTo === null || validTo > on),
  )
}

async function keepAnAdministrator(context: Context, tx: Tx, person: PersonWithRoles): Promise<void> {
  if (!person.roles.some(({ role }) => role === 'admin')) return
  const on = dayAtInstant(context.now().getTime())
  if ((await countOtherAdministrators(tx, person.id, on)) === 0)
    throw new AppError('person.last-administrator')
}
