import type { PlanId } from '@tien-do/domain/ids'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { outbox } from '../../db/schema/index.ts'

export interface FeedPosition {
  readonly xid: string
  readonly seq: number
}

/** In commit-safe order: nothing of a transaction that is still open, so no reader ever passes it by. */
export function listChangesAfter(read: Reader, planId: PlanId, after: FeedPosition, limit: number) {
  return read
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.planId, planId),
        sql`(${outbox.xid}, ${outbox.seq}) > (${after.xid}::xid8, ${after.seq}::bigint)`,
        sql`${outbox.xid} < pg_snapshot_xmin(pg_current_snapshot())`,
      ),
    )
    .orderBy(asc(outbox.xid), asc(outbox.seq))
    .limit(limit)
}
