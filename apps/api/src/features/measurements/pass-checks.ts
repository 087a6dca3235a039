// One figure that is submitted by itself: what is impossible or unexplained stops it, and says where.
import type { FigureCheck } from '@tien-do/domain/figure-checks'
import type { Tx } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'
import { type FigureAtDoor, oddities, remarksOf, unexplained } from './odd-figures.ts'

/** What is kept beside it. Throws `measurement.faulty`, or `measurement.reason-missing` with what asks for the reason. */
export async function passChecks(
  tx: Tx,
  plan: PlanInForce,
  figure: FigureAtDoor,
  reason: string | null,
): Promise<readonly FigureCheck[]> {
  const [checks = []] = await oddities(tx, plan, [figure])
  const blocks = checks.filter(({ level }) => level === 'block')
  if (blocks.length > 0)
    throw new AppError('measurement.faulty', {
      faults: blocks.map(({ field, code, params }) => faultAt(field, code, params)),
    })
  const because = unexplained(checks, reason)
  if (because.length > 0)
    throw new AppError('measurement.reason-missing', {
      faults: [faultAt('reason', 'reason_missing', { because })],
    })
  return remarksOf(checks)
}

function faultAt(field: string, code: string, params: Readonly<Record<string, unknown>>): Fault {
  return { pointer: `/${field}`, in: 'body', code, params: { ...params } }
}
