import type { PlanId } from '@tien-do/domain/ids'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { outbox } from '../../db/schema/index.ts'

export interface FeedPosition {
  readonly revision: number
  readonly seq: number
}

/** By the plan's revisions: the next one is counted only after the last is committed, so no reader ever passes one by. */
export function listChangesAfter(read: Reader, planId: PlanId, after: FeedPosition, limit: number) {
  return read
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.planId, planId),
        sql`(${outbox.planRevision}, ${outbox.seq}) > (${after.revision}::int, ${after.seq}::bigint)`,
      ),
    )
    .orderBy(asc(outbox.planRevision), asc(outbox.seq))
    .limit(limit)
}
