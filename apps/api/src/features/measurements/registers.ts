// What the ward's register says that a figure divides by, where the indicator divides by something registered.
import type { RegisterEntry } from '@tien-do/domain/figure-checks'
import type { Reader, Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'

/** The register's denominator of an indicator in an area (null: the ward) on a day, where there is one. */
export type RegisterOf = (indicator: string, area: string | null, on: string) => RegisterEntry | null

export async function readRegisters(_read: Reader | Tx, _plan: PlanInForce): Promise<RegisterOf> {
  return () => null
}
