// People with the roles they hold, held and will hold.
import type { PersonId } from '@tien-do/domain/ids'
import type { Role } from '@tien-do/domain/permission'
import { and, asc, eq, gt, inArray, isNull, max, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import {
  authAccount,
  authSession,
  department,
  grant,
  person,
  plan,
  secondFactor,
} from '../../db/schema/index.ts'

export interface HeldRole {
  readonly role: Role
  /** Codes; null: in every plan, for no department in particular. */
  readonly plan: string | null
  readonly department: string | null
  readonly from: string | null
  /** Exclusive. */
  readonly until: string | null
}

export interface PersonWithRoles {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly disabledAt: string | null
  /** Whether there is a way to sign in. */
  readonly hasAccount: boolean
  readonly hasSecondFactor: boolean
  readonly lastSeenAt: Date | null
  readonly roles: readonly HeldRole[]
}

const MOST = 500

export async function listPeopleWithRoles(read: Reader | Tx, id?: string): Promise<PersonWithRoles[]> {
  const people = await read
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      disabledAt: person.disabledAt,
      hasAccount: sql<boolean>`exists (select 1 from ${authAccount} a where a.user_id = person.id::text)`,
      hasSecondFactor: sql<boolean>`exists (select 1 from ${secondFactor} f where f.person_id = person.id and f.confirmed_at is not null)`,
    })
    .from(person)
    .where(id === undefined ? undefined : eq(person.id, id))
    .orderBy(asc(person.createdAt), asc(person.id))
    .limit(MOST)
  const ids = people.map((each) => each.id)
  if (ids.length === 0) return []
  const roles = await read
    .select({
      personId: grant.personId,
      role: grant.role,
      plan: plan.code,
      department: department.code,
      from: grant.validFrom,
      until: grant.validTo,
    })
    .from(grant)
    .leftJoin(plan, eq(plan.id, grant.planId))
    .leftJoin(department, eq(department.id, grant.departmentId))
    .where(inArray(grant.personId, ids))
    .orderBy(asc(grant.id))
  const seen = await read
    .select({ userId: authSession.userId, at: max(authSession.createdAt) })
    .from(authSession)
    .where(inArray(authSession.userId, ids))
    .groupBy(authSession.userId)
  const seenAt = new Map(seen.map(({ userId, at }) => [userId, at]))
  return people.map((each) => ({
    ...each,
    id: each.id as PersonId,
    lastSeenAt: seenAt.get(each.id) ?? null,
    roles: roles.filter(({ personId }) => personId === each.id).map(({ personId: _id, ...role }) => role),
  }))
}

export interface StoredRole {
  readonly role: Role
  readonly planId: string | null
  readonly departmentId: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

export async function replaceRoles(tx: Tx, personId: string, roles: readonly StoredRole[]): Promise<void> {
  await tx.delete(grant).where(eq(grant.personId, personId))
  if (roles.length > 0)
    await tx.insert(grant).values(roles.map((role) => ({ id: newId<string>(), personId, ...role })))
}

export async function storedRoles(tx: Tx, personId: string): Promise<StoredRole[]> {
  const rows = await tx.select().from(grant).where(eq(grant.personId, personId))
  return rows.map(({ role, planId, departmentId, validFrom, validTo }) => ({
    ...{ role, planId, departmentId, validFrom, validTo },
  }))
}

/** Held until the change commits: of two who change one person’s roles, the second sees what the first did. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
}

export async function setDisabled(tx: Tx, personId: string, at: string | null): Promise<void> {
  await tx.update(person).set({ disabledAt: at }).where(eq(person.id, personId))
}

export async function endAllSessions(tx: Tx, personId: string): Promise<void> {
  await tx.delete(authSession).where(eq(authSession.userId, personId))
}

export async function forgetSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.delete(secondFactor).where(eq(secondFactor.personId, personId))
}

/** How many besides this person can run the house today: locked, so that two do not leave at once. */
export async function countOtherAdministrators(tx: Tx, but: string, on: string): Promise<number> {
  await tx.select({ id: grant.id }).from(grant).where(eq(grant.role, 'admin')).for('update')
  const rows = await tx
    .select({ personId: grant.personId })
    .from(grant)
    .innerJoin(person, eq(person.id, grant.personId))
    .where(
      and(
        eq(grant.role, 'admin'),
        isNull(person.disabledAt),
        or(isNull(grant.validFrom), sql`${grant.validFrom} <= ${on}`),
        or(isNull(grant.validTo), gt(grant.validTo, on)),
      ),
    )
  return new Set(rows.map(({ personId }) => personId).filter((each) => each !== but)).size
}
