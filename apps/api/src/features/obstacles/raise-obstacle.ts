import { yearOf } from '@tien-do/domain/day'
import { obstacleCode, obstacleFaults } from '@tien-do/domain/obstacle'
import type { Context } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { checkedSubject, moved, raisingDepartment, refuse, seenObstacle } from './obstacle-in-plan.ts'
import { findObstacle, insertEvent, insertObstacle, type ObstacleRow, takeNumber } from './obstacles.repo.ts'
import type { NewObstacle, ObstacleChange } from './obstacles.schema.ts'

/** Takes down an obstacle under the next number of the year. */
export async function raiseObstacle(
  context: Context,
  planCode: string,
  input: NewObstacle,
): Promise<ObstacleRow> {
  const { id: planId } = await getPlan(context, planCode)
  const act = { action: 'obstacle.raise', plan: { id: planId, code: planCode } } as const
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const said = {
      kind: input.kind ?? 'difficulty',
      title: input.title,
      detail: input.detail ?? null,
      place: input.place ?? null,
      enterprise: input.enterprise ?? null,
      workOrdered: input.workOrdered ?? null,
    } as const
    refuse(obstacleFaults(said))
    const subject = checkedSubject(plan, input.subject)
    const departmentId = raisingDepartment(plan, context.actor, input.department)
    const raisedOn = today(context)
    const year = yearOf(raisedOn)
    const number = await takeNumber(tx, planId, year)
    const id = newId<string>()
    const [at, by] = [context.now().toISOString(), context.actor.personId]
    const code = obstacleCode(year, number)
    await insertObstacle(tx, {
      ...{ id, planId, year, number, code, departmentId, ...subject, ...said },
      ...{ state: 'raised', raisedBy: by, raisedAt: at, raisedOn },
    })
    const history = { id: newId<string>(), obstacleId: id, at, act: 'raise', byId: by }
    await insertEvent(tx, { ...history, from: null, to: 'raised', words: null, detail: null })
    const after = await findObstacle(tx, planId, code)
    if (!after) throw new Error(`obstacle ${code} vanished`)
    record({ resource: 'obstacle', id, code, subject: { department: departmentId }, before: null, after })
    return after
  })
}

/** Says it better, while nobody has put it together yet; what was returned is sent again by it. */
export async function amendObstacle(
  context: Context,
  planCode: string,
  code: string,
  seen: number | null,
  input: ObstacleChange,
): Promise<ObstacleRow> {
  const { id: planId } = await getPlan(context, planCode)
  const act = { action: 'obstacle.amend', plan: { id: planId, code: planCode } } as const
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const step = { tx, plan, context, record }
    const before = await seenObstacle(step, code, seen, 'amend')
    refuse(obstacleFaults({ ...before, ...input }))
    return moved(step, before, 'amend', input)
  })
}
