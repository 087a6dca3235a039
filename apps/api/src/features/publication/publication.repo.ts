import type { PlanId } from '@tien-do/domain/ids'
import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { person, plan, publication } from '../../db/schema/index.ts'

type Stored = typeof publication.$inferSelect

export interface PublicationRow extends Stored {
  readonly changedByName: string
}

/** What was decided last; undefined where nobody has decided anything. */
export async function findPublication(
  read: Reader | Tx,
  planId: PlanId,
): Promise<PublicationRow | undefined> {
  const [row] = await read
    .select({ ...getTableColumns(publication), changedByName: person.name })
    .from(publication)
    .innerJoin(person, eq(person.id, publication.changedBy))
    .where(eq(publication.planId, planId))
  return row
}

export async function keepPublication(tx: Tx, row: typeof publication.$inferInsert): Promise<void> {
  const { planId: _planId, ...set } = row
  await tx.insert(publication).values(row).onConflictDoUpdate({ target: publication.planId, set })
}

/** The codes of the plans that everybody may see. */
export async function listPublicCodes(read: Reader): Promise<string[]> {
  const rows = await read
    .select({ code: plan.code })
    .from(publication)
    .innerJoin(plan, eq(plan.id, publication.planId))
    .where(eq(publication.isPublic, true))
    .orderBy(asc(plan.code))
    .limit(200)
  return rows.map(({ code }) => code)
}
