// Signing in through the office's identity provider, and tying an account there to the person here.
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Db } from '../../db/client.ts'
import { assertPassword, findPersonWithGrants } from '../people/index.ts'
import { today } from '../plans/index.ts'
import { findPersonOfIdentity, linkIdentity, unlinkIdentity } from './identity.repo.ts'
import type { Identity } from './identity-provider.ts'
import { hasSecondFactor } from './second-factor.repo.ts'

const ACT = { action: 'account.change', plan: null, quiet: true } as const

/** Whom the provider has named: somebody who may come in, or still owes the code of the second step, or nobody we know. */
export type Known =
  | { readonly outcome: 'signed-in' | 'code-required'; readonly personId: string; readonly email: string }
  | { readonly outcome: 'unknown-identity' }

export async function recogniseIdentity(context: Context, db: Db, identity: Identity): Promise<Known> {
  const personId = await findPersonOfIdentity(db, identity)
  const found = personId && (await findPersonWithGrants(db, personId, today(context)))
  // Whoever was disabled is nobody here any more.
  if (!personId || !found) return { outcome: 'unknown-identity' }
  const outcome = (await hasSecondFactor(db, personId)) ? 'code-required' : 'signed-in'
  return { outcome, personId, email: found.person.email }
}

export async function linkOwnIdentity(context: Context, identity: Identity): Promise<void> {
  const { personId } = context.actor
  await context.change(ACT, async (tx, record) => {
    const row = { ...identity, personId, linkedAt: context.now().toISOString() }
    if (!(await linkIdentity(tx, row))) throw new AppError('identity.taken')
    record({ resource: 'person', id: personId, before: null, after: { identity: identity.issuer } })
  })
}

/** The password stays; without it nobody would be left in front of the door. */
export async function unlinkOwnIdentity(context: Context, password: string): Promise<void> {
  await assertPassword(context, password)
  const { personId } = context.actor
  await context.change(ACT, async (tx, record) => {
    if (!(await unlinkIdentity(tx, personId))) return
    record({ resource: 'person', id: personId, before: { identity: 'linked' }, after: { identity: null } })
  })
}
