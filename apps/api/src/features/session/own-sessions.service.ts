import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Security } from './own-account.schema.ts'
import { findSecondFactor } from './second-factor.repo.ts'
import { endSession as end, endSessions, listSessions } from './sessions.repo.ts'

/** How the caller’s own account is guarded now. `owes`: whether their roles wait for a second factor. */
export async function getSecurity(
  context: Context,
  current: string | null,
  owes: boolean,
): Promise<Security> {
  const factor = await findSecondFactor(context.read, context.actor.personId)
  const isOn = (factor?.confirmedAt ?? null) !== null
  const sessions = await listSessions(context.read, context.actor.personId)
  return {
    secondFactor: isOn ? 'on' : owes ? 'owed' : 'off',
    recoveryLeft: isOn ? (factor?.recovery.length ?? 0) : 0,
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
