import type { Context } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { listPlansInForce } from '../plans/index.ts'
import type { RoleAsked } from './people.schema.ts'
import type { StoredRole } from './roles.repo.ts'

/** The roles asked for, as they are stored; throws with the place of each that cannot be. */
export async function rolesToStore(context: Context, roles: readonly RoleAsked[]): Promise<StoredRole[]> {
  const plans = new Map((await listPlansInForce(context)).map((each) => [each.code, each]))
  const faults: Fault[] = []
  const seen = new Set<string>()
  const stored = roles.map(({ role, plan, department, from, until }, index) => {
    const fault = (field: string, code: string, params: Fault['params'] = {}) =>
      faults.push({ pointer: `/roles/${index}${field}`, in: 'body', code, params })
    const inForce = plan === null ? null : plans.get(plan)
    if (inForce === undefined) fault('/plan', 'unknown_plan', { code: plan })
    const departmentId = department === null ? null : inForce?.departments.get(department)
    if (departmentId === undefined && inForce !== undefined)
      fault('/department', 'unknown_department', { code: department })
    if (from && until && until <= from) fault('/until', 'before_it_begins', { from })
    const key = JSON.stringify([role, plan, department])
    if (seen.has(key)) fault('', 'twice')
    seen.add(key)
    return {
      role,
      planId: inForce?.id ?? null,
      departmentId: departmentId ?? null,
      validFrom: from,
      validTo: until,
    }
  })
  if (faults.length > 0) throw new AppError('person.faulty', { faults })
  return stored
}
