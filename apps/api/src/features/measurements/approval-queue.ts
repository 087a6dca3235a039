// What waits to be approved, each beside the figure of the period before and the one that is in force.
import { areaNameOn } from '@tien-do/domain/areas-on'
import type { Day } from '@tien-do/domain/day'
import { yearOf } from '@tien-do/domain/day'
import type { IndicatorId } from '@tien-do/domain/ids'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Context } from '../../core/context.ts'
import { getPlan, type PlanInForce } from '../plans/index.ts'
import { rowsOf } from './cells.repo.ts'
import { type LivingFigure, listLivingFigures } from './entry-form.repo.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { showing } from './showing.ts'

export interface WaitingFigure {
  readonly indicator: PlanIndicator
  /** Null: the whole ward. */
  readonly area: { readonly code: string; readonly name: string } | null
  readonly row: MeasurementRow
  readonly inForce: MeasurementRow | null
  readonly last: LivingFigure | null
}

export interface QueueFilter {
  readonly year?: number | undefined
  readonly department?: string | undefined
  readonly indicator?: string | undefined
}

const MOST_SHOWN = 500

/** The submitted figures of a plan, in the order of its indicators and areas; at most 500 of them. */
export async function readApprovalQueue(context: Context, planCode: string, filter: QueueFilter) {
  const plan = await getPlan(context, planCode)
  const chosen = plan.plan.indicators.filter(
    ({ code, owner }) =>
      (!filter.indicator || code === filter.indicator) && (!filter.department || owner === filter.department),
  )
  const figures = await listLivingFigures(
    context.read,
    chosen.map(({ code }) => plan.indicators.get(code) as IndicatorId),
  )
  const cells = Map.groupBy(figures, ({ indicatorId, areaId }) => `${indicatorId} ${areaId}`)
  const waiting = chosen.flatMap((indicator) =>
    placesOf(plan).flatMap(({ id, area }) => {
      const ofCell = cells.get(`${plan.indicators.get(indicator.code)} ${id}`) ?? []
      return ofCell
        .filter(({ state, on }) => state === 'submitted' && (!filter.year || yearOf(on) === filter.year))
        .map((figure) => ({ indicator, area, figure, ...besides(ofCell, figure) }))
    }),
  )
  const shown = waiting.slice(0, MOST_SHOWN)
  const rows = await rowsOf(
    context.read,
    shown.flatMap(({ figure, inForce }) => [figure.id, ...(inForce ? [inForce.id] : [])]),
  )
  const items = shown.flatMap(({ indicator, area, figure, inForce, last }): WaitingFigure[] => {
    const row = rows.get(figure.id)
    if (!row) return []
    return [
      {
        indicator,
        area: area && { code: area.code, name: areaNameOn(area, figure.on) },
        row,
        inForce: rows.get(inForce?.id ?? '') ?? null,
        last,
      },
    ]
  })
  return { plan, items, total: waiting.length, to: await showing(context.read, context, plan) }
}

function placesOf({ plan, areas, ward }: PlanInForce) {
  return [
    { id: ward as string, area: null },
    ...plan.areas.map((area) => ({ id: areas.get(area.code) as string, area })),
  ]
}

/** The figure in force of the same day, and the newest one in force of a day before. */
function besides(ofCell: readonly LivingFigure[], { on }: LivingFigure) {
  const approved = ofCell.filter(({ state }) => state === 'approved')
  return {
    inForce: approved.find((each) => each.on === on) ?? null,
    last: approved.reduce<LivingFigure | null>(
      (last, each) => (each.on < on && (last === null || each.on > (last.on as Day)) ? each : last),
      null,
    ),
  }
}
