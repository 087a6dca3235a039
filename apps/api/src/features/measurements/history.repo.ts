// What became of figures: every revision with the one before it, and what was in force at an instant.
import type { AreaId, IndicatorId, PlanId } from '@tien-do/domain/ids'
import { and, desc, eq, getTableColumns, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { area, indicator, measurement, person } from '../../db/schema/index.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { selectFrom } from './measurements.repo.ts'

const before = alias(measurement, 'before')
const ender = alias(person, 'ender')
const submitter = alias(person, 'submitter')
const enterer = alias(person, 'enterer')
const decider = alias(person, 'decider')

export interface RevisionRow extends MeasurementRow {
  readonly endedByName: string | null
  readonly submittedByName: string | null
  readonly before: typeof measurement.$inferSelect | null
}

/** A figure of one day that is not the figure of another; null where there was none. */
export interface Difference {
  readonly before: MeasurementRow | null
  readonly after: MeasurementRow | null
}

interface HistoryFilter {
  readonly planId: PlanId
  readonly indicatorId?: IndicatorId
  readonly areaId?: AreaId
  readonly on?: string
  readonly after?: string
  readonly limit: number
}

/** Newest entry first; one more than `limit`. */
export async function listRevisions(read: Reader, filter: HistoryFilter): Promise<RevisionRow[]> {
  const rows = await read
    .select({
      now: getTableColumns(measurement),
      before: getTableColumns(before),
      indicatorCode: indicator.code,
      departmentId: indicator.ownerId,
      areaCode: sql<string | null>`case when ${area.kind} = 'ward' then null else ${area.code} end`,
      enteredByName: enterer.name,
      decidedByName: decider.name,
      endedByName: ender.name,
      submittedByName: submitter.name,
    })
    .from(measurement)
    .innerJoin(indicator, eq(indicator.id, measurement.indicatorId))
    .innerJoin(area, eq(area.id, measurement.areaId))
    .innerJoin(enterer, eq(enterer.id, measurement.enteredBy))
    .leftJoin(decider, eq(decider.id, measurement.decidedBy))
    .leftJoin(submitter, eq(submitter.id, measurement.submittedBy))
    .leftJoin(ender, eq(ender.id, measurement.endedBy))
    .leftJoin(
      before,
      and(
        eq(before.indicatorId, measurement.indicatorId),
        eq(before.areaId, measurement.areaId),
        eq(before.on, measurement.on),
        eq(before.revision, sql`${measurement.revision} - 1`),
      ),
    )
    .where(
      and(
        eq(measurement.planId, filter.planId),
        filter.indicatorId && ofIndicator(filter.indicatorId),
        filter.areaId && eq(measurement.areaId, filter.areaId),
        filter.on ? eq(measurement.on, filter.on) : undefined,
        filter.after ? sql`${measurement.id} < ${filter.after}::uuid` : undefined,
      ),
    )
    .orderBy(desc(measurement.id))
    .limit(filter.limit + 1)
  return rows.map(({ now, ...more }) => ({ ...now, ...more })) as RevisionRow[]
}

/** One arm for each partial index: without them an indicator would be looked for in the whole table. */
function ofIndicator(id: IndicatorId) {
  return or(
    and(eq(measurement.indicatorId, id), sql`${measurement.state} = 'approved'`),
    and(eq(measurement.indicatorId, id), sql`${measurement.state} in ('draft', 'submitted', 'returned')`),
    and(eq(measurement.indicatorId, id), sql`${measurement.state} = 'superseded'`),
  )
}

/** The figures that were in force at an instant. Where none is named, of all indicators. */
export async function listInForceAt(
  read: Reader,
  planId: PlanId,
  instant: string,
  indicatorId?: IndicatorId,
): Promise<MeasurementRow[]> {
  // What was loaded before approvals had an instant of their own was decided when it was approved.
  const approvedAt = sql`coalesce(${measurement.approvedAt}, case when ${measurement.state} = 'approved' then ${measurement.decidedAt} end)`
  const rows = await selectFrom(read).where(
    and(
      eq(measurement.planId, planId),
      indicatorId && ofIndicator(indicatorId),
      sql`${approvedAt} < ${instant}::timestamptz`,
      sql`(${measurement.endedAt} is null or ${measurement.endedAt} >= ${instant}::timestamptz)`,
    ),
  )
  return rows as MeasurementRow[]
}

/** The revisions that a batch wrote, and those that it ended. */
export async function listBatch(read: Reader | Tx, planId: PlanId, batch: string): Promise<MeasurementRow[]> {
  const rows = await selectFrom(read).where(
    and(eq(measurement.planId, planId), or(eq(measurement.batch, batch), eq(measurement.endedBatch, batch))),
  )
  return rows as MeasurementRow[]
}
