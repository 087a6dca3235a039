import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, PersonId } from '@tien-do/domain/ids'
import type { Grant, Role } from '@tien-do/domain/permission'
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import {
  authAccount,
  authUser,
  departmentVersion,
  grant,
  invitation,
  person,
  plan,
} from '../../db/schema/index.ts'

const CREDENTIAL = 'credential'

export interface PersonRow {
  readonly id: PersonId
  readonly name: string
  readonly email: string
}

export interface NewGrant {
  readonly role: Role
  readonly planId: string | null
  readonly departmentId: string | null
}

/** A person who has not been disabled, with the roles that hold on a day. */
export async function findPersonWithGrants(
  read: Reader,
  id: string,
  on: Day,
): Promise<{ person: PersonRow; grants: Grant[] } | undefined> {
  const rows = await read
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      role: grant.role,
      plan: plan.code,
      departmentId: grant.departmentId,
      grantId: grant.id,
    })
    .from(person)
    .leftJoin(
      grant,
      and(
        eq(grant.personId, person.id),
        or(isNull(grant.validFrom), lte(grant.validFrom, on)),
        or(isNull(grant.validTo), gt(grant.validTo, on)),
      ),
    )
    .leftJoin(plan, eq(plan.id, grant.planId))
    .where(and(eq(person.id, id), isNull(person.disabledAt)))
  const [first] = rows
  if (!first) return undefined
  const grants = rows
    .filter((row) => row.grantId !== null)
    .map((row) => ({
      role: row.role as Role,
      plan: row.plan,
      departments: row.departmentId ? [row.departmentId as DepartmentId] : [],
    }))
  return { person: { id: first.id as PersonId, name: first.name, email: first.email }, grants }
}

export async function findPersonByEmail(read: Reader | Tx, email: string): Promise<PersonRow | undefined> {
  const [row] = await read
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(eq(person.email, email))
  return row as PersonRow | undefined
}

export async function hasAdministrator(read: Reader): Promise<boolean> {
  const [row] = await read.select({ id: grant.id }).from(grant).where(eq(grant.role, 'admin')).limit(1)
  return row !== undefined
}

export async function insertPerson(
  tx: Tx,
  input: { name: string; email: string; at: string },
  grants: readonly NewGrant[],
): Promise<PersonRow> {
  const id = newId<PersonId>()
  await tx.insert(person).values({ id, name: input.name, email: input.email, createdAt: input.at })
  if (grants.length > 0)
    await tx.insert(grant).values(grants.map((each) => ({ id: newId<string>(), personId: id, ...each })))
  return { id, name: input.name, email: input.email }
}

/** The account of a person who signs in with a password; replaces the password where there is one. */
export async function storePassword(tx: Tx, owner: PersonRow, passwordHash: string): Promise<void> {
  await tx
    .insert(authUser)
    .values({ id: owner.id, name: owner.name, email: owner.email, emailVerified: true })
    .onConflictDoNothing()
  const updated = await tx
    .update(authAccount)
    .set({ password: passwordHash, updatedAt: sql`now()` })
    .where(and(eq(authAccount.userId, owner.id), eq(authAccount.providerId, CREDENTIAL)))
    .returning({ id: authAccount.id })
  if (updated.length > 0) return
  await tx.insert(authAccount).values({
    id: newId<string>(),
    accountId: owner.id,
    providerId: CREDENTIAL,
    userId: owner.id,
    password: passwordHash,
  })
}

export async function insertInvitation(
  tx: Tx,
  input: { secretHash: string; personId: PersonId | null; expiresAt: string },
): Promise<string> {
  const id = newId<string>()
  await tx.insert(invitation).values({ id, ...input })
  return id
}

/** Older links of the same person open nothing any more. */
export async function endInvitations(tx: Tx, personId: PersonId, at: string): Promise<void> {
  await tx
    .update(invitation)
    .set({ usedAt: at })
    .where(and(eq(invitation.personId, personId), isNull(invitation.usedAt)))
}

/** Whom an invitation that is still open was made for; null: for whoever comes first. */
export async function findInvited(read: Reader, secretHash: string, at: string) {
  const [row] = await read
    .select({ id: invitation.id, person: { name: person.name, email: person.email } })
    .from(invitation)
    .leftJoin(person, eq(person.id, invitation.personId))
    .where(
      and(eq(invitation.secretHash, secretHash), isNull(invitation.usedAt), gt(invitation.expiresAt, at)),
    )
  return row
}

export async function findPasswordHash(read: Reader, personId: string): Promise<string | null> {
  const [row] = await read
    .select({ password: authAccount.password })
    .from(authAccount)
    .where(and(eq(authAccount.userId, personId), eq(authAccount.providerId, CREDENTIAL)))
  return row?.password ?? null
}

/** Names that everybody in the ward would try first as a password. */
export async function listNamesOfWard(read: Reader): Promise<string[]> {
  const plans = await read.select({ name: plan.shortTitle }).from(plan)
  const versions = await read
    .selectDistinct({ name: departmentVersion.name, shortName: departmentVersion.shortName })
    .from(departmentVersion)
    .limit(2_000)
  return [...plans.map(({ name }) => name), ...versions.flatMap(({ name, shortName }) => [name, shortName])]
}

/** Uses up the invitation; undefined when it is wrong, used or expired, and for whoever comes second. */
export async function useInvitation(tx: Tx, secretHash: string, at: string) {
  const [row] = await tx
    .update(invitation)
    .set({ usedAt: at })
    .where(
      and(eq(invitation.secretHash, secretHash), isNull(invitation.usedAt), gt(invitation.expiresAt, at)),
    )
    .returning({ id: invitation.id, personId: invitation.personId })
  return row
}

export async function findPerson(read: Reader | Tx, id: string): Promise<PersonRow | undefined> {
  const [row] = await read
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(eq(person.id, id))
  return row as PersonRow | undefined
}
