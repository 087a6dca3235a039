// The acts of the coordinator, the leader and whoever was told to act: one small function each, over one road.
import type { Day } from '@tien-do/domain/day'
import { decisionFaults, mayTakeOver, OBSTACLE_ACTS, type ObstacleAct } from '@tien-do/domain/obstacle'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { departmentOf, moved, refuse, type Seen, seenObstacle } from './obstacle-in-plan.ts'
import { findObstacle, type NewObstacle, type ObstacleRow } from './obstacles.repo.ts'

type Move = (context: Context, plan: string, code: string, seen: number | null) => Promise<ObstacleRow>
interface Said {
  readonly change: Partial<NewObstacle>
  readonly words?: string | null
  readonly detail?: Record<string, string>
}

/** Sends it back to who raised it, with the reason. */
export const returnObstacle = (reason: string): Move =>
  act('return', async () => ({ change: {}, words: reason }), reason)

/** Writes the proposal to the leader. */
export const consolidateObstacle = (input: { proposal: string; workOrdered?: string | null }): Move =>
  act('consolidate', async () => ({
    change: {
      proposal: input.proposal,
      ...(input.workOrdered === undefined ? {} : { workOrdered: input.workOrdered }),
    },
    words: input.proposal,
  }))

/** It is the same as another: it keeps its history and points to the one that lives on. */
export const mergeObstacle = (into: string, reason: string | null): Move =>
  act('merge', async ({ tx, plan }, before) => {
    const survivor = await findObstacle(tx, plan.id, into)
    if (!survivor) throw new AppError('obstacle.not-found', { members: { obstacle: into } })
    if (survivor.id === before.id || !mayTakeOver(survivor.state))
      throw new AppError('obstacle.wrong-state', { members: { obstacle: into, state: survivor.state } })
    return { change: { mergedIntoId: survivor.id }, words: reason, detail: { into } }
  })

export const submitObstacle: Move = act('submit', async () => ({ change: {} }))

/** Says who acts and by when. */
export const decideObstacle = (input: {
  decision: string
  actingDepartment: string
  dueOn: string
  workOrdered?: string | null
}): Move =>
  act('decide', async ({ plan, context }, before) => {
    const workOrdered = input.workOrdered ?? before.workOrdered
    const dueOn = input.dueOn as Day
    refuse(decisionFaults(before.kind, { dueOn, workOrdered }, today(context)))
    const actingId = departmentOf(plan, input.actingDepartment)
    return {
      change: { decision: input.decision, actingId, dueOn, workOrdered },
      words: input.decision,
      detail: { actingDepartment: input.actingDepartment, dueOn },
    }
  })

/** Beyond the ward's authority: it goes into the report's recommendations. */
export const referObstacle = (decision: string): Move =>
  act('refer', async () => ({ change: { decision }, words: decision }))

export const resolveObstacle = (result: string): Move =>
  act('resolve', async () => ({ change: { result }, words: result }))

export const reopenObstacle = (reason: string): Move =>
  act('reopen', async () => ({ change: {}, words: reason }), reason)

/** Who raised it has seen the answer. */
export const acknowledgeObstacle: Move = act('acknowledge', async ({ context }) => ({
  change: { answerSeenAt: context.now().toISOString() },
}))

function act(
  name: ObstacleAct,
  say: (step: Seen, before: ObstacleRow) => Promise<Said>,
  reason?: string,
): Move {
  return async (context, planCode, code, seen) => {
    const { id: planId } = await getPlan(context, planCode)
    const plan = { id: planId, code: planCode }
    return context.change({ action: OBSTACLE_ACTS[name].action, plan, reason }, async (tx, record) => {
      const step = { tx, plan: await getPlanForChange(tx, planCode), context, record }
      const before = await seenObstacle(step, code, seen, name)
      const { change, ...said } = await say(step, before)
      return moved(step, before, name, change, said)
    })
  }
}
