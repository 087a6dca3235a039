import type { Day } from '@tien-do/domain/day'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { type CellStanding, findCells } from './cells.repo.ts'
import { indicatorOf, judge } from './figure-in-plan.ts'
import { insertRevision } from './measurements.repo.ts'
import type { MeasurementChange } from './measurements.schema.ts'
import { passChecks } from './pass-checks.ts'
import { ended, moveOrFail, recorded, seenVersion, submitted } from './revision.ts'

/** Replaces the numbers by a new revision, with the reason; what is approved stays in force until that one is. */
export async function correctMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: string | null,
  input: MeasurementChange,
) {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'measurement.correct', plan: { id: planId, code: planCode }, reason: input.reason },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await seenVersion(tx, plan, id, seen, 'correct', context)
      const { reason, ...changes } = input
      const figure = {
        on: before.on as Day,
        numerator: before.numerator,
        denominator: before.denominator,
        value: before.value,
        qualitative: before.qualitative,
        notApplicable: before.notApplicable,
        ...changes,
      }
      const { indicator } = indicatorOf(plan, before.indicatorCode)
      judge(indicator, figure, before.areaCode !== null, today(context))
      const key = {
        indicatorId: before.indicatorId as IndicatorId,
        areaId: before.areaId as AreaId,
        on: before.on as Day,
      }
      const [standing] = (await findCells(tx, [key])) as [CellStanding]
      if (before.state === 'approved' && standing.underWay)
        throw new AppError('measurement.wrong-state', { members: { id: standing.underWay.id } })
      const about = { indicator, area: before.areaCode, on: figure.on, said: figure, standing }
      const warnings = await passChecks(tx, plan, about, reason)
      // An approved one keeps its state, but moves its version: the correction claims it from all who saw the same.
      await moveOrFail(tx, plan, context, before, before.state === 'approved' ? {} : ended(context))
      const row = submitted(context, {
        planId,
        indicatorId: before.indicatorId,
        areaId: before.areaId,
        revision: standing.nextRevision,
        source: before.source,
        method: before.method,
        note: before.note,
        ...figure,
        reason,
        warnings,
      })
      await insertRevision(tx, row)
      return recorded(tx, plan, row.id, record, before)
    },
  )
}
