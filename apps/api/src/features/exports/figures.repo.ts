import type { PlanId } from '@tien-do/domain/ids'
import type { ImportedFigure } from '@tien-do/domain/import-row'
import { and, asc, eq, gt, or, sql } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { area, indicator, measurement } from '../../db/schema/index.ts'

export type StoredFigure = ImportedFigure & { readonly id: string }

/** What is in force, and what was sent where nothing is in force yet: the numbers that a file can hold. */
export async function listFigurePage(
  read: Reader,
  planId: PlanId,
  after: string | null,
  limit: number,
): Promise<StoredFigure[]> {
  const { id, on, numerator, denominator, value, source, method, note, reason, state } = measurement
  const inForce = sql`exists (select 1 from ${measurement} f where f.indicator_id = ${measurement.indicatorId} and f.area_id = ${measurement.areaId} and f."on" = ${on} and f.state = 'approved')`
  const rows = await read
    .select({
      ...{ id, on, numerator, denominator, value, source, method, note, reason },
      indicator: indicator.code,
      area: sql<string | null>`case when ${area.kind} = 'ward' then null else ${area.code} end`,
    })
    .from(measurement)
    .innerJoin(indicator, eq(indicator.id, measurement.indicatorId))
    .innerJoin(area, eq(area.id, measurement.areaId))
    .where(
      and(
        eq(measurement.planId, planId),
        after === null ? undefined : gt(id, after),
        eq(measurement.notApplicable, false),
        sql`coalesce(${numerator}, ${value}) is not null`,
        or(eq(state, 'approved'), and(eq(state, 'submitted'), sql`not ${inForce}`)),
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
  return rows as StoredFigure[]
}
