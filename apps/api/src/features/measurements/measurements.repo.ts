import type { Day } from '@tien-do/domain/day'
import type { AreaId, DepartmentId, IndicatorId, MeasurementId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { QualitativeState } from '@tien-do/domain/indicator'
import type { MeasurementState } from '@tien-do/domain/measurement'
import { and, desc, eq, getTableColumns, gte, inArray, lte, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { area, indicator, measurement, person } from '../../db/schema/index.ts'

type Stored = typeof measurement.$inferSelect
export type NewRevision = typeof measurement.$inferInsert

export interface MeasurementRow extends Omit<Stored, 'id' | 'enteredBy'> {
  readonly id: MeasurementId
  readonly enteredBy: PersonId
  readonly indicatorCode: string
  /** Null for the whole ward. */
  readonly areaCode: string | null
  readonly departmentId: DepartmentId | null
  readonly enteredByName: string
  readonly decidedByName: string | null
}

export interface MeasurementFilter {
  readonly planId: PlanId
  readonly indicatorId?: IndicatorId
  readonly areaId?: AreaId
  readonly from?: string
  readonly to?: string
  readonly state?: MeasurementState
  /** Instant. */
  readonly decidedFrom?: string
  readonly after?: { readonly on: string; readonly id: string }
  readonly limit: number
}

const enterer = alias(person, 'enterer')
const decider = alias(person, 'decider')

/** A revision with the codes and names that the contract shows. */
export function selectFrom(read: Reader | Tx) {
  return read
    .select({
      ...getTableColumns(measurement),
      indicatorCode: indicator.code,
      areaCode: sql<string | null>`case when ${area.kind} = 'ward' then null else ${area.code} end`,
      departmentId: indicator.ownerId,
      enteredByName: enterer.name,
      decidedByName: decider.name,
    })
    .from(measurement)
    .innerJoin(indicator, eq(indicator.id, measurement.indicatorId))
    .innerJoin(area, eq(area.id, measurement.areaId))
    .innerJoin(enterer, eq(enterer.id, measurement.enteredBy))
    .leftJoin(decider, eq(decider.id, measurement.decidedBy))
}

/** Newest day first; one more than `limit`, so that the caller knows whether there is a next page. */
export async function listMeasurementRows(
  read: Reader,
  filter: MeasurementFilter,
): Promise<MeasurementRow[]> {
  const rows = await selectFrom(read)
    .where(
      and(
        passing(filter),
        filter.after
          ? sql`(${measurement.on}, ${measurement.id}) < (${filter.after.on}::date, ${filter.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(measurement.on), desc(measurement.id))
    .limit(filter.limit + 1)
  return rows as MeasurementRow[]
}

export function countMeasurements(read: Reader, filter: MeasurementFilter): Promise<number> {
  return read.$count(measurement, passing(filter))
}

function passing(filter: MeasurementFilter) {
  return and(
    eq(measurement.planId, filter.planId),
    filter.indicatorId && eq(measurement.indicatorId, filter.indicatorId),
    filter.areaId && eq(measurement.areaId, filter.areaId),
    filter.from ? gte(measurement.on, filter.from) : undefined,
    filter.to ? lte(measurement.on, filter.to) : undefined,
    filter.decidedFrom ? gte(measurement.decidedAt, filter.decidedFrom) : undefined,
    filter.state ? eq(measurement.state, filter.state) : ne(measurement.state, 'superseded'),
  )
}

export async function findMeasurement(
  read: Reader | Tx,
  planId: PlanId,
  id: string,
): Promise<MeasurementRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(measurement.planId, planId), eq(measurement.id, id)))
  return row as MeasurementRow | undefined
}

/** The revisions of one figure that still count: the one in force and the one on its way. */
export function listLiving(
  tx: Tx,
  key: { indicatorId: IndicatorId; areaId: AreaId; on: Day | string },
): Promise<Stored[]> {
  return tx
    .select()
    .from(measurement)
    .where(
      and(
        eq(measurement.indicatorId, key.indicatorId),
        eq(measurement.areaId, key.areaId),
        eq(measurement.on, key.on),
        ne(measurement.state, 'superseded'),
      ),
    )
}

export async function insertRevision(tx: Tx, row: NewRevision): Promise<void> {
  await tx.insert(measurement).values(row)
}

/** Moves a revision if it still has the version that was seen; false when somebody else was faster. */
export async function moveRevision(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<NewRevision>,
): Promise<boolean> {
  const moved = await tx
    .update(measurement)
    .set({ ...change, version: version + 1 })
    .where(and(eq(measurement.id, id), eq(measurement.version, version)))
    .returning({ id: measurement.id })
  return moved.length === 1
}

/** The figures in force of some indicators, as the arithmetic takes them. */
export interface FigureInForce {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly on: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly method: string
  readonly notApplicable: boolean
  readonly qualitative: QualitativeState | null
  /** Only where it is judged in words: they are the words. */
  readonly note: string | null
}

export async function listFiguresInForce(
  read: Reader,
  planId: PlanId,
  indicatorIds?: readonly IndicatorId[],
): Promise<FigureInForce[]> {
  const { indicatorId, areaId, on, numerator, denominator, value, method, notApplicable, qualitative } =
    getTableColumns(measurement)
  const rows = await read
    .select({
      indicatorId,
      areaId,
      on,
      numerator,
      denominator,
      value,
      method,
      notApplicable,
      qualitative,
      note: sql<string | null>`case when ${qualitative} is not null then ${measurement.note} end`,
    })
    .from(measurement)
    .where(
      and(
        eq(measurement.planId, planId),
        eq(measurement.state, 'approved'),
        indicatorIds ? inArray(measurement.indicatorId, [...indicatorIds]) : undefined,
      ),
    )
  return rows as FigureInForce[]
}
