// A year's budget as it is read; the acts on it have files of their own.
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { findRequest, listRequests, type RequestRow } from './budget.repo.ts'
import { budgetToWire, requestToWire } from './budget.schema.ts'

export async function getBudget(context: Context, planCode: string, year: number) {
  const plan = await getPlan(context, planCode)
  const all = await listRequests(context.read, plan.id)
  return budgetToWire(plan, year, all, context.actor, today(context))
}

/** A department's answer, or the blank on which it can give one. */
export async function getBudgetRequest(context: Context, planCode: string, year: number, code: string) {
  const plan = await getPlan(context, planCode)
  const department = departmentIn(plan, code)
  const row = await findRequest(context.read, plan.id, year, code)
  return requestToWire(plan, department, row, year, context.actor, today(context))
}

export function departmentIn(
  plan: PlanInForce,
  code: string,
): { code: string; id: RequestRow['departmentId'] } {
  const id = plan.departments.get(code)
  if (!id) throw new AppError('department.not-found', { members: { department: code } })
  return { code, id }
}
