import type { Day } from '@tien-do/domain/day'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { refuseWriting } from '../periods/index.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { type CellStanding, findCells } from './cells.repo.ts'
import { areaOf, indicatorOf, judge } from './figure-in-plan.ts'
import { insertRevision, type MeasurementRow } from './measurements.repo.ts'
import type { NewMeasurement } from './measurements.schema.ts'
import { passChecks } from './pass-checks.ts'
import { recorded, submitted } from './revision.ts'

/** Takes down a figure where there is none yet; it is submitted for approval, with the reason where it is odd. */
export async function recordMeasurement(
  context: Context,
  planCode: string,
  input: NewMeasurement,
): Promise<MeasurementRow> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'measurement.record', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { id: indicatorId, indicator } = indicatorOf(plan, input.indicator)
      const areaId = areaOf(plan, input.area ?? null)
      const figure = {
        on: input.on as Day,
        numerator: input.numerator ?? null,
        denominator: input.denominator ?? null,
        value: input.value ?? null,
      }
      judge(indicator, figure, areaId !== plan.ward, today(context))
      const owner = indicator.owner === null ? null : (plan.departments.get(indicator.owner) ?? null)
      await refuseWriting(tx, plan.id, { department: owner, on: figure.on }, context)
      const [standing] = (await findCells(tx, [{ indicatorId, areaId, on: figure.on }])) as [CellStanding]
      const living = standing.underWay ?? standing.inForce
      if (living) throw new AppError('measurement.exists', { members: { id: living.id } })
      const reason = input.reason?.trim() || null
      const about = { indicator, area: input.area ?? null, on: figure.on, said: figure, standing }
      const row = submitted(context, {
        planId: plan.id,
        indicatorId,
        areaId,
        revision: standing.nextRevision,
        ...figure,
        source: input.source ?? null,
        method: input.method ?? 'counted',
        note: input.note ?? null,
        reason,
        warnings: await passChecks(tx, plan, about, reason),
      })
      await insertRevision(tx, row)
      return recorded(tx, plan, row.id, record, null)
    },
  )
}
