// What people of a plan said that the headings of their own sheets mean: kept per resource, used by every import after.

import type { PlanId } from '@tien-do/domain/ids'
import { headingKey, type Remembered } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { importHeading } from '../../db/schema/index.ts'

export interface KnownHeading {
  /** As it stands in the sheet. */
  readonly heading: string
  /** Null: the column is left out. */
  readonly column: string | null
}

export async function findHeadings(
  read: Reader | Tx,
  planId: PlanId,
  resource: ImportResource,
): Promise<readonly KnownHeading[]> {
  const [row] = await read
    .select({ headings: importHeading.headings })
    .from(importHeading)
    .where(and(eq(importHeading.planId, planId), eq(importHeading.resource, resource)))
  return row?.headings ?? []
}

export async function storeHeadings(
  tx: Tx,
  planId: PlanId,
  resource: ImportResource,
  headings: readonly KnownHeading[],
): Promise<void> {
  const row = { planId, resource, headings: [...headings] }
  await tx
    .insert(importHeading)
    .values(row)
    .onConflictDoUpdate({ target: [importHeading.planId, importHeading.resource], set: row })
}

export function asRemembered(headings: readonly KnownHeading[]): Remembered<string> {
  return new Map(headings.map(({ heading, column }) => [headingKey(heading), column]))
}
