import type { PlanId } from '@tien-do/domain/ids'
import type { Context } from '../../core/context.ts'
import { type FeedPosition, listChangesAfter } from './feed.repo.ts'

/** The changes after a position, and the position to go on from. */
export async function listChanges(context: Context, planId: PlanId, after: FeedPosition, limit: number) {
  const rows = await listChangesAfter(context.read, planId, after, limit)
  const last = rows.at(-1)
  return {
    items: rows.map(({ at, action, resource, resourceId, code, planRevision }) => ({
      at: new Date(at).toISOString(),
      action,
      resource,
      id: resourceId,
      code,
      planRevision,
    })),
    position: last ? { revision: last.planRevision, seq: last.seq } : after,
    caughtUp: rows.length < limit,
  }
}
