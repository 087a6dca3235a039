import type { Day } from '@tien-do/domain/day'
import type { IndicatorId, PlanId } from '@tien-do/domain/ids'
import { and, eq, max, sql } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { measurement } from '../../db/schema/index.ts'

export interface FigureSource {
  readonly indicatorId: IndicatorId
  readonly on: Day
  readonly source: string | null
  /** When the last of them was approved; null of figures that came in approved without a moment. */
  readonly approvedAt: string | null
}

/** Where the approved figures of a plan come from, by indicator, day and source: never who entered them, nor the area. */
export async function listFigureSources(read: Reader, planId: PlanId): Promise<FigureSource[]> {
  const { indicatorId, on, source, approvedAt } = measurement
  const rows = await read
    .select({ indicatorId, on, source, approvedAt: max(approvedAt) })
    .from(measurement)
    .where(and(eq(measurement.planId, planId), eq(measurement.state, 'approved')))
    .groupBy(indicatorId, on, source)
    .orderBy(sql`${on} desc`)
    .limit(20_000)
  return rows as FigureSource[]
}
