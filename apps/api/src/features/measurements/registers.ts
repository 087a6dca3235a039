// What the ward's register says that a figure divides by, where the indicator divides by something registered.
import type { Day } from '@tien-do/domain/day'
import type { RegisterEntry } from '@tien-do/domain/figure-checks'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Reader, Tx } from '../../core/context.ts'
import { readDenominators } from '../denominators/index.ts'
import type { PlanInForce } from '../plans/index.ts'

/** The register's denominator of an indicator in an area (null: the ward), as it was on one of the days asked for. */
export type RegisterOf = (indicator: PlanIndicator, area: string | null, on: Day) => RegisterEntry | null

export async function readRegisters(
  read: Reader | Tx,
  plan: PlanInForce,
  days: readonly Day[],
): Promise<RegisterOf> {
  const denominatorsOn = await readDenominators(read, plan.id)
  const registers = new Map<string, RegisterEntry>()
  for (const day of new Set(days))
    for (const { kind, area, on, value } of denominatorsOn(day))
      registers.set(JSON.stringify([kind, area, day]), { denominator: value, on })
  return ({ denominatorOf }, area, on) =>
    denominatorOf ? (registers.get(JSON.stringify([denominatorOf, area, on])) ?? null) : null
}
