import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { assertPassword } from '../people/index.ts'
import { findIdentityOf } from './identity.repo.ts'
import type { Security } from './own-account.schema.ts'
import { findSecondFactor } from './second-factor.repo.ts'
import { endSession as end, endSessions, listSessions, noteProof } from './sessions.repo.ts'

/** How the caller’s own account is guarded now. `owes`: whether their roles wait for a second factor. */
export async function getSecurity(
  context: Context,
  current: string | null,
  owes: boolean,
): Promise<Security> {
  const factor = await findSecondFactor(context.read, context.actor.personId)
  const isOn = (factor?.confirmedAt ?? null) !== null
  const linked = await findIdentityOf(context.read, context.actor.personId)
  const sessions = await listSessions(context.read, context.actor.personId)
  return {
    secondFactor: isOn ? 'on' : owes ? 'owed' : 'off',
    recoveryLeft: isOn ? (factor?.recovery.length ?? 0) : 0,
    identityLinkedAt: linked?.linkedAt ?? null,
    sessions: sessions.map(({ openedAt, expiresAt, ...session }) => ({
      ...session,
      current: session.id === current,
      openedAt: openedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  }
}

export const endSessionsOf = (tx: Tx, context: Context, but: string | null) =>
  endSessions(tx, context.actor.personId, but)

/** Gone at the next request of whoever holds it. */
export async function endSession(context: Context, id: string): Promise<void> {
  const { personId } = context.actor
  await context.change({ action: 'session.close', plan: null, quiet: true }, async (tx, record) => {
    if ((await end(tx, personId, id)) === 0) throw new AppError('session.not-found')
    record({ resource: 'person', id: personId, before: null, after: { outcome: 'session-ended' } })
  })
}

export async function endOtherSessions(context: Context, but: string | null): Promise<void> {
  const { personId } = context.actor
  await context.change({ action: 'session.close', plan: null, quiet: true }, async (tx, record) => {
    const ended = await endSessions(tx, personId, but)
    if (ended > 0)
      record({ resource: 'person', id: personId, before: null, after: { outcome: 'others-ended', ended } })
  })
}

/** The password once more: for ten minutes this session may do what makes ways in. */
export async function proveAgain(
  context: Context,
  sessionId: string | null,
  password: string,
): Promise<void> {
  if (sessionId === null) throw new AppError('session.required')
  await assertPassword(context, password)
  const { personId } = context.actor
  await context.change({ action: 'session.prove', plan: null, quiet: true }, async (tx, record) => {
    // The machine's clock, by which sessions live; the demo's own may run ahead of it.
    await noteProof(tx, sessionId, new Date().toISOString())
    record({ resource: 'person', id: personId, before: null, after: { outcome: 'proved-again' } })
  })
}
