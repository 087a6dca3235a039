// Whether what is kept as a draft may go to the approver: whole, and explained where it is odd today.
import type { Day } from '@tien-do/domain/day'
import { type FigureCheck, isBlocked, isComplete } from '@tien-do/domain/figure-checks'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Tx } from '../../core/context.ts'
import type { ErrorCode } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'
import { type CellStanding, findCells } from './cells.repo.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { oddities, remarksOf, unexplained } from './odd-figures.ts'

interface Draft {
  /** Why it cannot be submitted yet; null when it can. */
  readonly refusal: ErrorCode | null
  /** What the checks say of it now: the register and the last figure may have moved since it was typed. */
  readonly warnings: readonly FigureCheck[]
}

/** By id, of drafts that are submitted together. */
export async function judgeDrafts(
  tx: Tx,
  plan: PlanInForce,
  rows: readonly MeasurementRow[],
): Promise<ReadonlyMap<string, Draft>> {
  const indicators = new Map(plan.plan.indicators.map((each) => [each.code, each]))
  const standings = await findCells(
    tx,
    rows.map(({ indicatorId, areaId, on }) => ({
      indicatorId: indicatorId as IndicatorId,
      areaId: areaId as AreaId,
      on: on as Day,
    })),
  )
  const figures = rows.map((row, index) => ({
    // The plan keeps every indicator that figures hang on.
    indicator: indicators.get(row.indicatorCode) as PlanIndicator,
    area: row.areaCode,
    on: row.on as Day,
    said: row,
    standing: standings[index] as CellStanding,
  }))
  const found = await oddities(tx, plan, figures)
  return new Map(
    rows.map((row, index) => {
      const checks = found[index] ?? []
      const { measure } = (figures[index] as (typeof figures)[number]).indicator
      return [row.id, { refusal: refusalOf(row, checks, measure), warnings: remarksOf(checks) }]
    }),
  )
}

function refusalOf(
  row: MeasurementRow,
  checks: readonly FigureCheck[],
  measure: PlanIndicator['measure'],
): ErrorCode | null {
  if (!isComplete(row, measure) || isBlocked(checks)) return 'measurement.faulty'
  return unexplained(checks, row.reason).length > 0 ? 'measurement.reason-missing' : null
}
