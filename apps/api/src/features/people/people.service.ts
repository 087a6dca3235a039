import { randomBytes } from 'node:crypto'
import type { Day } from '@tien-do/domain/day'
import type { Actor, Grant } from '@tien-do/domain/permission'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { assertStrong, hashPassword, verifyPassword } from './password.ts'
import {
  findInvited,
  findPasswordHash,
  findPerson,
  findPersonByEmail,
  findPersonWithGrants,
  hasAdministrator,
  insertInvitation,
  insertPerson,
  listNamesOfWard,
  type NewGrant,
  type PersonRow,
  storePassword,
  useInvitation,
} from './people.repo.ts'

const INVITATION_DAYS = 7
const SECRET_BYTES = 32
const MS_PER_DAY = 86_400_000

/** A person with roles and a password at once: how the demo makes its accounts. Returns the one who is there already. */
export async function addPerson(
  context: Context,
  input: { name: string; email: string; password: string },
  grants: readonly NewGrant[],
): Promise<PersonRow> {
  const known = await findPersonByEmail(context.read, input.email)
  if (known) return known
  const passwordHash = await hashPassword(input.password)
  return context.change({ action: 'person.invite', plan: null }, async (tx, record) => {
    const person = await insertPerson(tx, { ...input, at: context.now().toISOString() }, grants)
    await storePassword(tx, person, passwordHash)
    record({ resource: 'person', id: person.id, before: null, after: { ...person, grants } })
    return person
  })
}

/** The secret of a one-time link for the first administrator; null when there is one already. */
export async function inviteFirstAdministrator(context: Context): Promise<string | null> {
  if (await hasAdministrator(context.read)) return null
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const expiresAt = new Date(context.now().getTime() + INVITATION_DAYS * MS_PER_DAY).toISOString()
  await context.change({ action: 'person.invite', plan: null }, async (tx, record) => {
    const id = await insertInvitation(tx, { secretHash: sha256(secret), personId: null, expiresAt })
    record({ resource: 'invitation', id, before: null, after: { role: 'admin', expiresAt } })
  })
  return secret
}

/** Whom a link was made for, so that they see their own name above the field; null: for whoever comes first. */
export async function findInvitation(context: Context, secret: string) {
  const found = await findInvited(context.read, sha256(secret), context.now().toISOString())
  if (!found) throw new AppError('invitation.not-found')
  return found.person
}

/** All that is granted to the caller on a day, whether it holds already or waits for a second factor. */
export async function findOwnGrants(context: Context, on: Day): Promise<readonly Grant[]> {
  return (await findPersonWithGrants(context.read, context.actor.personId, on))?.grants ?? []
}

/** Sets another password: every other session ends. */
export async function changePassword(
  context: Context,
  { current, next }: { readonly current: string; readonly next: string },
  endOthers: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const { personId } = context.actor
  const person = await findPerson(context.read, personId)
  if (!person) throw new AppError('session.required')
  await assertPassword(context, current)
  assertStrong(next, person, await listNamesOfWard(context.read), '/next')
  const passwordHash = await hashPassword(next)
  await context.change({ action: 'account.change', plan: null, quiet: true }, async (tx, record) => {
    await storePassword(tx, person, passwordHash)
    await endOthers(tx)
    record({ resource: 'person', id: personId, before: null, after: { password: 'changed' } })
  })
}

/** Throws `password.wrong` unless this is the caller’s own: asked again before what guards the account is changed. */
export async function assertPassword(context: Context, password: string): Promise<void> {
  const stored = await findPasswordHash(context.read, context.actor.personId)
  if (stored === null || !(await verifyPassword(stored, password)))
    throw new AppError('password.wrong', {
      faults: [{ pointer: '/password', in: 'body', code: 'wrong' }],
    })
}

/** Opens an invitation: the person gets a password, and the very first one the installation. Once only. */
export async function acceptInvitation(
  context: Context,
  secret: string,
  input: { name?: string; email?: string; password: string },
): Promise<PersonRow> {
  const invited = await findInvitation(context, secret)
  const name = invited?.name ?? input.name
  const email = (invited?.email ?? input.email)?.toLowerCase()
  if (name === undefined || email === undefined)
    throw new AppError('validation-failed', {
      faults: [{ pointer: name === undefined ? '/name' : '/email', in: 'body', code: 'required' }],
    })
  assertStrong(input.password, { name, email }, await listNamesOfWard(context.read))
  const passwordHash = await hashPassword(input.password)
  const at = context.now().toISOString()
  return context.change({ action: 'invitation.accept', plan: null }, async (tx, record) => {
    const invitation = await useInvitation(tx, sha256(secret), at)
    if (!invitation) throw new AppError('invitation.not-found')
    const person = invitation.personId
      ? await findPerson(tx, invitation.personId)
      : await insertPerson(tx, { name, email, at }, [
          { role: 'admin', planId: null, departmentId: null },
          { role: 'coordinator', planId: null, departmentId: null },
        ])
    if (!person) throw new AppError('invitation.not-found')
    await storePassword(tx, person, passwordHash)
    record({ resource: 'person', id: person.id, before: null, after: person })
    return person
  })
}

/** The house itself, where no person acts: loading the plan at first start. */
export const HOUSE: Actor = {
  personId: '' as Actor['personId'],
  name: 'Tiến Độ',
  grants: [{ role: 'admin', plan: null, departments: [] }],
  scopes: null,
}
