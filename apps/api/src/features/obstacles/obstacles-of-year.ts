// The obstacles of a year as reports, home and the leader's page take them: by codes and names of the wire.
import { type Day, yearOf } from '@tien-do/domain/day'
import { isObstacleClosed, OBSTACLE_STATES } from '@tien-do/domain/obstacle'
import type { Actor } from '@tien-do/domain/permission'
import type { Reader, Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import { listObstacleRows } from './obstacles.repo.ts'
import { toWire } from './obstacles.schema.ts'

const MOST = 2_000

/**
 * All that was raised in a year, and what older is still open: oldest first. Sections IV and VI of the report
 * (`beyond_authority` is a recommendation), a department's own report (`department.code`), what waits for a decision
 * (`waitingFor`), what was answered and not yet seen (`hasUnseenAnswer`).
 */
export async function listObstaclesOfYear(
  read: Reader | Tx,
  plan: PlanInForce,
  year: number,
  actor: Actor,
  on: Day,
) {
  const filter = { planId: plan.id, states: OBSTACLE_STATES, limit: MOST }
  const rows = await listObstacleRows(read, filter)
  return rows
    .filter((row) => row.year === year || (row.year < year && !isClosedBefore(row, year)))
    .reverse()
    .map((row) => toWire(row, plan, actor, on))
}

function isClosedBefore(
  row: { state: (typeof OBSTACLE_STATES)[number]; closedOn: string | null },
  year: number,
) {
  return isObstacleClosed(row.state) && (row.closedOn === null || yearOf(row.closedOn as Day) < year)
}
