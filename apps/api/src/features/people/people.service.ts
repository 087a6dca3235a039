import { randomBytes } from 'node:crypto'
import type { Actor } from '@tien-do/domain/permission'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { assertStrong, hashPassword } from './password.ts'
import {
  findPerson,
  findPersonByEmail,
  hasAdministrator,
  insertInvitation,
  insertPerson,
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

/** Opens an invitation: the person gets a password, and the very first one the installation. Once only. */
export async function acceptInvitation(
  context: Context,
  secret: string,
  input: { name: string; email: string; password: string },
): Promise<PersonRow> {
  const email = input.email.toLowerCase()
  assertStrong(input.password, { name: input.name, email })
  const passwordHash = await hashPassword(input.password)
  const at = context.now().toISOString()
  return context.change({ action: 'invitation.accept', plan: null }, async (tx, record) => {
    const invitation = await useInvitation(tx, sha256(secret), at)
    if (!invitation) throw new AppError('invitation.not-found')
    const person = invitation.personId
      ? await findPerson(tx, invitation.personId)
      : await insertPerson(tx, { name: input.name, email, at }, [
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
