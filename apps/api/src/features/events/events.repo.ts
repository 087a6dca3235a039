import { and, eq, gt } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { outbox, plan } from '../../db/schema/index.ts'

/** The kinds of things that changed in a plan since a revision. */
export async function listResourcesSince(read: Reader, code: string, revision: number): Promise<string[]> {
  const rows = await read
    .selectDistinct({ resource: outbox.resource })
    .from(outbox)
    .innerJoin(plan, eq(plan.id, outbox.planId))
    .where(and(eq(plan.code, code), gt(outbox.planRevision, revision)))
  return rows.map(({ resource }) => resource)
}
