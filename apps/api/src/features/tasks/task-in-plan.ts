// A task by its code, and by which departments somebody may act on it.

import type { DepartmentId, TaskId } from '@tien-do/domain/ids'
import type { Action, Actor } from '@tien-do/domain/permission'
import { can, departmentReached } from '@tien-do/domain/permission'
import type { PlanTask } from '@tien-do/domain/plan'
import { AppError, type ErrorCode } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'

export function taskOf(plan: PlanInForce, code: string): { id: TaskId; task: PlanTask } {
  const id = plan.tasks.get(code)
  const task = plan.plan.tasks.find((each) => each.code === code)
  if (!id || !task) throw new AppError('task.not-found', { members: { task: code } })
  return { id, task }
}

/** The identity of a department's code; null stays null. */
export function departmentOf(plan: PlanInForce, code: string | null): DepartmentId | null {
  return code === null ? null : (plan.departments.get(code) ?? null)
}

/** Who a piece of work belongs to, for `can()`: its own department, or the one that leads its task. */
export function subjectOf(
  plan: PlanInForce,
  actor: Actor,
  action: Action,
  departments: readonly (string | null)[],
): { department: DepartmentId | null } {
  const ids = departments.map((code) => departmentOf(plan, code))
  return { department: departmentReached(actor, action, plan.code, ids) }
}

/** The acts among these that the actor may do by one of the departments. */
export function allowedBy(
  plan: PlanInForce,
  actor: Actor,
  actions: readonly Action[],
  departments: readonly (string | null)[],
): Action[] {
  return actions.filter(
    (action) =>
      can(actor, action, { plan: plan.code, ...subjectOf(plan, actor, action, departments) }).allowed,
  )
}

interface DomainFault {
  readonly field: string
  readonly code: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** Throws with a pointer to each thing that is wrong. */
export function refuseFaulty(code: ErrorCode, faults: readonly DomainFault[]): void {
  if (faults.length === 0) return
  throw new AppError(code, {
    faults: faults.map(({ field, ...fault }) => ({ pointer: `/${field}`, in: 'body' as const, ...fault })),
  })
}
