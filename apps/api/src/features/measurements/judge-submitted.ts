import type { FigureCheck } from '@tien-do/domain/figure-checks'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import type { ImportedFigure } from '@tien-do/domain/import-row'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import { type CellStanding, findCells } from './cells.repo.ts'
import { oddities, remarksOf, unexplained } from './odd-figures.ts'

const BATCH = 5_000

type SubmittedFigure = Pick<
  ImportedFigure,
  'indicator' | 'area' | 'on' | 'numerator' | 'denominator' | 'value' | 'reason'
>

interface Odd {
  readonly warnings: readonly FigureCheck[]
  /** Codes of the checks that want a reason; empty where there is none, or the reason is given. */
  readonly because: readonly string[]
}

/** By position: what is odd about figures that are submitted together, and what of it has no reason. */
export async function judgeSubmitted(
  tx: Tx,
  plan: PlanInForce,
  figures: readonly SubmittedFigure[],
): Promise<readonly Odd[]> {
  const indicators = new Map(plan.plan.indicators.map((each) => [each.code, each]))
  const keys = figures.map(({ indicator, area, on }) => ({
    indicatorId: plan.indicators.get(indicator) as IndicatorId,
    areaId: area === null ? plan.ward : (plan.areas.get(area) as AreaId),
    on,
  }))
  const standings: CellStanding[] = []
  for (let from = 0; from < keys.length; from += BATCH)
    standings.push(...(await findCells(tx, keys.slice(from, from + BATCH))))
  const atDoor = figures.map((figure, index) => ({
    indicator: indicators.get(figure.indicator) as PlanIndicator,
    area: figure.area,
    on: figure.on,
    said: figure,
    standing: standings[index] as CellStanding,
  }))
  const found = await oddities(tx, plan, atDoor)
  return found.map((checks, index) => ({
    warnings: remarksOf(checks),
    because: unexplained(checks, figures[index]?.reason ?? null),
  }))
}
