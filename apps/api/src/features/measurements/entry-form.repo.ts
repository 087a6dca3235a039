import type { Day } from '@tien-do/domain/day'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import type { QualitativeState } from '@tien-do/domain/indicator'
import type { MeasurementState } from '@tien-do/domain/measurement'
import { and, between, getTableColumns, inArray, ne } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { measurement } from '../../db/schema/index.ts'

/** A revision that still counts, with as much of it as a cell needs to find its own. */
export interface LivingFigure {
  readonly id: string
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly on: Day
  readonly state: MeasurementState
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly qualitative: QualitativeState | null
  readonly notApplicable: boolean
}

/** All revisions in force and under way of some indicators, of all days or of some. */
export async function listLivingFigures(
  read: Reader,
  indicatorIds: readonly IndicatorId[],
  days?: { readonly from: string; readonly to: string },
): Promise<LivingFigure[]> {
  if (indicatorIds.length === 0) return []
  const { id, indicatorId, areaId, on, state, numerator, denominator, value, qualitative, notApplicable } =
    getTableColumns(measurement)
  const rows = await read
    .select({
      id,
      indicatorId,
      areaId,
      on,
      state,
      numerator,
      denominator,
      value,
      qualitative,
      notApplicable,
    })
    .from(measurement)
    .where(
      and(
        inArray(indicatorId, [...indicatorIds]),
        ne(state, 'superseded'),
        days ? between(on, days.from, days.to) : undefined,
      ),
    )
  return rows as LivingFigure[]
}
