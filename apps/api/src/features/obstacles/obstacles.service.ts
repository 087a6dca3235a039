// Obstacles as they are read; the acts on them have files of their own.
import { addDays } from '@tien-do/domain/day'
import { isObstacleClosed, OBSTACLE_STATES, statesWaitingFor } from '@tien-do/domain/obstacle'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { departmentOf } from './obstacle-in-plan.ts'
import {
  findObstacle,
  listEvents,
  listMergedInto,
  listObstacleRows,
  type ObstacleFilter,
  type ObstacleRow,
} from './obstacles.repo.ts'
import type { ObstacleQuery } from './obstacles.schema.ts'

export async function listObstacles(
  context: Context,
  planCode: string,
  query: ObstacleQuery & { limit: number },
  after: { year: number; number: number } | null,
): Promise<{ plan: PlanInForce; rows: ObstacleRow[] }> {
  const plan = await getPlan(context, planCode)
  const subject = (['task', 'indicator', 'area'] as const).find((each) => query[each] !== undefined)
  const filter: ObstacleFilter = {
    planId: plan.id,
    limit: query.limit,
    states: statesOf(query),
    ...(query.year ? { year: query.year } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(subject ? { subject, subjectCode: query[subject] } : {}),
    ...(query.department ? { departmentId: departmentOf(plan, query.department) } : {}),
    ...(query.olderThanDays === undefined
      ? {}
      : { raisedUntil: addDays(today(context), -query.olderThanDays) }),
    ...(after ? { after } : {}),
  }
  return { plan, rows: await listObstacleRows(context.read, filter) }
}

/** The obstacle, what happened to it, and what was merged into it. */
export async function getObstacle(context: Context, planCode: string, code: string) {
  const plan = await getPlan(context, planCode)
  const row = await findObstacle(context.read, plan.id, code)
  if (!row) throw new AppError('obstacle.not-found')
  const events = await listEvents(context.read, row.id)
  return { plan, row, events, merged: await listMergedInto(context.read, row.id) }
}

function statesOf({ state, waitingFor, open }: ObstacleQuery) {
  return OBSTACLE_STATES.filter(
    (each) =>
      (state === undefined || each === state) &&
      (waitingFor === undefined || statesWaitingFor(waitingFor).includes(each)) &&
      (open !== true || !isObstacleClosed(each)),
  )
}
