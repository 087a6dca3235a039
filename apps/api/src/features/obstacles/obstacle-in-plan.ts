// What an obstacle is about and who raises it, by their codes in the plan; and the steps its acts share.
import type { Day } from '@tien-do/domain/day'
import type { DepartmentId } from '@tien-do/domain/ids'
import {
  isObstacleClosed,
  mayMoveObstacle,
  OBSTACLE_ACTS,
  type ObstacleAct,
  type ObstacleFault,
} from '@tien-do/domain/obstacle'
import type { Actor } from '@tien-do/domain/permission'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import {
  findObstacle,
  insertEvent,
  moveObstacle,
  type NewObstacle,
  type ObstacleRow,
} from './obstacles.repo.ts'
import { subjectOf, toWire } from './obstacles.schema.ts'

export interface Seen {
  readonly tx: Tx
  readonly plan: PlanInForce
  readonly context: Context
  readonly record: RecordChange
}

/** The subject, if the plan knows it; a cable route has only a name. */
export function checkedSubject(
  { plan, indicators, areas }: PlanInForce,
  { resource, code }: { resource: ObstacleRow['subject']; code: string | null },
): { subject: ObstacleRow['subject']; subjectCode: string | null } {
  if (resource === 'plan') return { subject: resource, subjectCode: null }
  if (code === null)
    throw new AppError('obstacle.faulty', { faults: [at('subject/code', 'subject_missing')] })
  const known = {
    task: () => plan.tasks.some((task) => task.code === code),
    indicator: () => indicators.has(code),
    area: () => areas.has(code),
    route: () => true,
  }
  if (!known[resource]()) {
    const members = { [resource]: code }
    throw new AppError(resource === 'route' ? 'obstacle.faulty' : `${resource}.not-found`, { members })
  }
  return { subject: resource, subjectCode: code }
}

export function departmentOf(plan: PlanInForce, code: string): DepartmentId {
  const id = plan.departments.get(code)
  if (!id) throw new AppError('department.not-found', { members: { department: code } })
  return id
}

/** The named department, or the only one that the caller has a role for. */
export function raisingDepartment(plan: PlanInForce, actor: Actor, code: string | undefined): DepartmentId {
  if (code !== undefined) return departmentOf(plan, code)
  const own = new Set(
    actor.grants
      .filter((grant) => grant.plan === null || grant.plan === plan.code)
      .flatMap((grant) => grant.departments),
  )
  const [only] = own
  if (own.size === 1 && only) return only
  throw new AppError('obstacle.faulty', { faults: [at('department', 'department_missing')] })
}

export function refuse(faults: readonly ObstacleFault[]): void {
  if (faults.length === 0) return
  throw new AppError('obstacle.faulty', { faults: faults.map(({ field, code }) => at(field, code)) })
}

function at(field: string, code: string) {
  return { pointer: `/${field}`, in: 'body' as const, code }
}

/** The obstacle, if it is still the version that was seen and the act is open to its state. */
export async function seenObstacle(
  { tx, plan, context }: Seen,
  code: string,
  seen: number | null,
  act: ObstacleAct,
): Promise<ObstacleRow> {
  const before = await findObstacle(tx, plan.id, code)
  if (!before) throw new AppError('obstacle.not-found')
  if (seen !== null && before.version !== seen) throw overtaken(before, plan, context)
  if (!mayMoveObstacle(act, before.state))
    throw new AppError('obstacle.wrong-state', { members: { state: before.state } })
  return before
}

/** Moves it as the act says, writes its history, and records it for the department that counts. */
export async function moved(
  { tx, plan, context, record }: Seen,
  before: ObstacleRow,
  act: ObstacleAct,
  change: Partial<NewObstacle>,
  said: { words?: string | null; detail?: Record<string, string> } = {},
): Promise<ObstacleRow> {
  const { to, answers } = OBSTACLE_ACTS[act]
  const at = context.now().toISOString()
  const state = to ?? before.state
  const move = {
    ...change,
    state,
    closedOn: isObstacleClosed(state) ? (before.closedOn ?? today(context)) : null,
    ...(answers ? { answeredAt: at, answerSeenAt: null } : {}),
  }
  if (!(await moveObstacle(tx, before.id, before.version, move)))
    throw overtaken((await findObstacle(tx, plan.id, before.code)) ?? before, plan, context)
  await insertEvent(tx, {
    id: newId<string>(),
    obstacleId: before.id,
    at,
    act,
    byId: context.actor.personId,
    from: before.state,
    to: state,
    words: said.words ?? null,
    detail: said.detail ?? null,
  })
  const after = await findObstacle(tx, plan.id, before.code)
  if (!after) throw new Error(`obstacle ${before.code} vanished`)
  const { department } = subjectOf(act, before, plan.code)
  record({ resource: 'obstacle', id: after.id, code: after.code, subject: { department }, before, after })
  return after
}

function overtaken(current: ObstacleRow, plan: PlanInForce, context: Context): AppError {
  const stored = toWire(current, plan, context.actor, today(context) as Day)
  return new AppError('version.mismatch', { members: { current: stored } })
}
