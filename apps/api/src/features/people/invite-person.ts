// The one-time link with which a person sets a password: the first one, or a new one when the old is lost.
import { randomBytes } from 'node:crypto'
import type { PersonId } from '@tien-do/domain/ids'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { endInvitations, findPersonByEmail, insertInvitation, insertPerson } from './people.repo.ts'
import type { NewPerson } from './people.schema.ts'
import { forgetSecondFactor, listPeopleWithRoles, type PersonWithRoles, replaceRoles } from './roles.repo.ts'
import { rolesToStore } from './store-roles.ts'

const INVITATION_DAYS = 7
const SECRET_BYTES = 32
const MS_PER_DAY = 86_400_000

export interface Invited {
  readonly person: PersonWithRoles
  readonly secret: string
  readonly expiresAt: string
}

export async function invitePerson(context: Context, input: NewPerson): Promise<Invited> {
  const roles = await rolesToStore(context, input.roles)
  const email = input.email.toLowerCase()
  return context.change({ action: 'person.invite', plan: null }, async (tx, record) => {
    if (await findPersonByEmail(tx, email)) throw new AppError('person.exists')
    const at = context.now().toISOString()
    const { id } = await insertPerson(tx, { name: input.name.trim(), email, at }, [])
    await replaceRoles(tx, id, roles)
    const invited = await openInvitation(context, tx, id)
    const person = await getPerson(tx, id)
    record({ resource: 'person', id, before: null, after: { ...person, lastSeenAt: undefined } })
    return { ...invited, person }
  })
}

/** A new link for somebody whose link or password was lost: the second factor is set up again too. */
export async function reinvitePerson(context: Context, id: string): Promise<Invited> {
  return context.change({ action: 'person.invite', plan: null }, async (tx, record) => {
    const before = await getPerson(tx, id)
    if (before.disabledAt) throw new AppError('person.wrong-state')
    const invited = await openInvitation(context, tx, before.id)
    await forgetSecondFactor(tx, id)
    recordLink(record, id, invited.expiresAt, before.hasSecondFactor)
    return { ...invited, person: { ...before, hasSecondFactor: false } }
  })
}

export async function getPerson(tx: Tx, id: string): Promise<PersonWithRoles> {
  const [found] = await listPeopleWithRoles(tx, id)
  if (!found) throw new AppError('person.not-found')
  return found
}

async function openInvitation(context: Context, tx: Tx, personId: PersonId) {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const expiresAt = new Date(context.now().getTime() + INVITATION_DAYS * MS_PER_DAY).toISOString()
  await endInvitations(tx, personId, context.now().toISOString())
  await insertInvitation(tx, { secretHash: sha256(secret), personId, expiresAt })
  return { secret, expiresAt }
}

function recordLink(record: RecordChange, id: string, expiresAt: string, hadSecondFactor: boolean): void {
  record({
    resource: 'person',
    id,
    before: { secondFactor: hadSecondFactor },
    after: { link: 'new', expiresAt, secondFactor: false },
  })
}
