import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { findEvidence, markRemoved } from './evidence.repo.ts'
import { toWire } from './evidence.schema.ts'
import type { OwnedEvidence } from './evidence.service.ts'
import { departmentOf } from './evidence-subject.ts'

/** Takes evidence from its subject; that it was there, and its bytes, stay. */
export async function removeEvidence(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
): Promise<OwnedEvidence> {
  const { id: planId } = await getPlan(context, planCode)
  const act = { action: 'evidence.remove', plan: { id: planId, code: planCode } } as const
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = await findEvidence(tx, plan.id, id)
    if (!before || before.removedAt !== null) throw new AppError('evidence.not-found')
    const department = await departmentOf(tx, plan, before, today(context))
    const by = { removedBy: context.actor.personId, removedAt: context.now().toISOString() }
    const isSeen = seen === null || seen === before.version
    if (!isSeen || !(await markRemoved(tx, id, before.version, by)))
      throw new AppError('version.mismatch', {
        members: { current: toWire(before, context.actor, planCode, department) },
      })
    const after = (await findEvidence(tx, plan.id, id))!
    const { resource, code, year, name } = before
    record({
      resource: 'evidence',
      id,
      code,
      subject: { department },
      before: { resource, code, year, name },
      after: null,
    })
    return { row: after, department }
  })
}
