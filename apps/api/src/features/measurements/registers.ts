// What the ward's register says that a figure divides by, where the indicator divides by something registered.
import type { Day } from '@tien-do/domain/day'
import type { RegisterEntry } from '@tien-do/domain/figure-checks'
import type { Reader, Tx } from '../../core/context.ts'
import { readDenominators } from '../denominators/index.ts'
import type { PlanInForce } from '../plans/index.ts'

/** The register's denominator of an indicator in an area (null: the ward) on a day, where there is one. */
export type RegisterOf = (indicator: string, area: string | null, on: string) => RegisterEntry | null

export async function readRegisters(read: Reader | Tx, plan: PlanInForce): Promise<RegisterOf> {
  const denominatorOn = await readDenominators(read, plan.id)
  const kinds = new Map(plan.plan.indicators.map(({ code, denominatorOf }) => [code, denominatorOf]))
  return (indicator, area, on) => {
    const kind = kinds.get(indicator)
    const entry = kind ? denominatorOn(kind, area, on as Day) : null
    return entry && { denominator: entry.value, on: entry.on }
  }
}
