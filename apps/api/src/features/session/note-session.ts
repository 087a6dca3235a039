// Who came in and who was turned away, for the audit of the installation.
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'

/** Of an address that was tried in vain only a hash is kept: it may be anything, a password typed into the wrong box too. */
export function noteSignIn(
  context: Context,
  email: string,
  said: { readonly outcome: string; readonly personId?: string },
): Promise<void> {
  return context.change({ action: 'session.open', plan: null, quiet: true }, async (_tx, record) =>
    record(
      said.personId
        ? { resource: 'person', id: said.personId, before: null, after: { outcome: said.outcome } }
        : { resource: 'account', id: sha256(email), before: null, after: { outcome: said.outcome } },
    ),
  )
}

export function noteSignOut(context: Context): Promise<void> {
  return context.change({ action: 'session.close', plan: null, quiet: true }, async (_tx, record) =>
    record({
      resource: 'person',
      id: context.actor.personId,
      before: null,
      after: { outcome: 'signed-out' },
    }),
  )
}
