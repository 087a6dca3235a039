import type { PersonId, PlanId } from '@tien-do/domain/ids'
import { and, asc, desc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm'
import type { ChainLink } from '../../core/audit-chain.ts'
import type { Reader } from '../../core/context.ts'
import { auditEvent, installation } from '../../db/schema/index.ts'

export type AuditRow = typeof auditEvent.$inferSelect

export interface AuditFilter {
  /** Null: what belongs to no plan. */
  readonly planId: PlanId | null
  /** Only what this person did. */
  readonly actorId?: PersonId | undefined
  readonly resource?: string | undefined
  readonly resourceId?: string | undefined
  readonly action?: string | undefined
  readonly from?: Date | undefined
  /** Exclusive. */
  readonly until?: Date | undefined
}

const inChain = (planId: PlanId | null) =>
  planId === null ? isNull(auditEvent.planId) : eq(auditEvent.planId, planId)

/** Newest first; one more than `limit`, so that the caller knows whether there is a next page. */
export function listEvents(read: Reader, filter: AuditFilter, before: number | null, limit: number) {
  return read
    .select()
    .from(auditEvent)
    .where(
      and(
        inChain(filter.planId),
        filter.actorId ? eq(auditEvent.actorId, filter.actorId) : undefined,
        filter.resource ? eq(auditEvent.resource, filter.resource) : undefined,
        filter.resourceId ? eq(auditEvent.resourceId, filter.resourceId) : undefined,
        filter.action ? eq(auditEvent.action, filter.action) : undefined,
        filter.from ? gte(auditEvent.at, filter.from.toISOString()) : undefined,
        filter.until ? lt(auditEvent.at, filter.until.toISOString()) : undefined,
        before === null ? undefined : lt(auditEvent.seq, before),
      ),
    )
    .orderBy(desc(auditEvent.seq))
    .limit(limit + 1)
}

/** The next links of a chain, oldest first. */
export async function listLinks(
  read: Reader,
  planId: PlanId | null,
  after: number,
  limit: number,
): Promise<ChainLink[]> {
  const rows = await read
    .select()
    .from(auditEvent)
    .where(and(inChain(planId), gt(auditEvent.seq, after)))
    .orderBy(asc(auditEvent.seq))
    .limit(limit)
  return rows.map(({ seq, previousHash, hash, ...event }) => ({
    seq,
    previousHash,
    hash,
    event: { ...event, at: new Date(event.at).toISOString() },
  }))
}

export async function installationHead(read: Reader): Promise<string | null> {
  const [row] = await read.select().from(installation)
  return row?.auditHead ?? null
}

/** Whether the chain ever had this head. */
export async function hadHead(read: Reader, planId: PlanId | null, hash: string): Promise<boolean> {
  return (await read.$count(auditEvent, and(inChain(planId), sql`${auditEvent.hash} = ${hash}`))) > 0
}
