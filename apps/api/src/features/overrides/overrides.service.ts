// A status that the leader decides instead of the rule: with a reason, a name and an end.
import type { DepartmentId, IndicatorId } from '@tien-do/domain/ids'
import { overrideHolds } from '@tien-do/domain/progress'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import {
  endOverrideRow,
  findOverride,
  insertOverride,
  listOverrides,
  type OverrideRow,
} from './overrides.repo.ts'
import type { NewOverride } from './overrides.schema.ts'

/** All that was ever decided about an indicator. */
export async function listIndicatorOverrides(context: Context, planCode: string, code: string) {
  const plan = await getPlan(context, planCode)
  return listOverrides(context.read, plan.id, indicatorIdOf(plan, code))
}

/** Decides the status of an indicator until a day; what was decided before ends with it. */
export async function overrideStatus(
  context: Context,
  planCode: string,
  code: string,
  { status, reason, until }: NewOverride,
): Promise<OverrideRow> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'status.override', plan: { id: planId, code: planCode }, reason },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const indicatorId = indicatorIdOf(plan, code)
      const from = today(context)
      if (until < from)
        throw new AppError('validation-failed', {
          faults: [{ pointer: '/until', in: 'body', code: 'past_day', params: { today: from } }],
        })
      const before = (await listOverrides(tx, planId, indicatorId)).find((each) => overrideHolds(each, from))
      if (before) await endOverrideRow(tx, before.id, from, context.actor.personId)
      const id = newId<string>()
      const at = context.now().toISOString()
      const by = context.actor.personId
      await insertOverride(tx, { id, planId, indicatorId, status, reason, from, until, by, at })
      const after = await stored(tx, plan, id)
      record({
        resource: 'status-override',
        id,
        code,
        subject: { department: departmentOf(plan, code) },
        before: before ?? null,
        after,
      })
      return after
    },
  )
}

/** Takes the decision back: from today on the computed status is shown again. */
export async function endOverride(
  context: Context,
  planCode: string,
  code: string,
  id: string,
): Promise<OverrideRow> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'status.override', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await stored(tx, plan, id)
      if (before.indicatorCode !== code) throw new AppError('override.not-found')
      if (!(await endOverrideRow(tx, id, today(context), context.actor.personId)))
        throw new AppError('override.ended')
      const after = await stored(tx, plan, id)
      record({
        resource: 'status-override',
        id,
        code,
        subject: { department: departmentOf(plan, code) },
        before,
        after,
      })
      return after
    },
  )
}

async function stored(tx: Parameters<typeof findOverride>[0], plan: PlanInForce, id: string) {
  const row = await findOverride(tx, plan.id, id)
  if (!row) throw new AppError('override.not-found')
  return row
}

function indicatorIdOf(plan: PlanInForce, code: string): IndicatorId {
  const id = plan.indicators.get(code)
  if (!id) throw new AppError('indicator.not-found')
  return id
}

function departmentOf(plan: PlanInForce, code: string): DepartmentId | null {
  const owner = plan.plan.indicators.find((each) => each.code === code)?.owner
  return owner ? (plan.departments.get(owner) ?? null) : null
}
