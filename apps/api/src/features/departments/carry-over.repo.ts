// What is open of departments that end, and how it goes over. What is sent, judged or closed is not touched.
import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import { isObstacleClosed, OBSTACLE_STATES } from '@tien-do/domain/obstacle'
import { isOpenTask, TASK_STATES } from '@tien-do/domain/task-state'
import { and, eq, gt, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import {
  apiKey,
  department,
  grant,
  obstacle,
  period,
  periodAllowance,
  subTask,
  task,
  yearlyPlan,
} from '../../db/schema/index.ts'

const OPEN_TASKS = TASK_STATES.filter(isOpenTask)
const OPEN_OBSTACLES = OBSTACLE_STATES.filter((state) => !isObstacleClosed(state))

export interface Ended {
  readonly planId: PlanId
  readonly ids: readonly DepartmentId[]
}

export async function listDepartmentIds(tx: Tx, planId: PlanId): Promise<Map<string, DepartmentId>> {
  const rows = await tx
    .select({ id: department.id, code: department.code })
    .from(department)
    .where(eq(department.planId, planId))
  return new Map(rows.map(({ id, code }) => [code, id as DepartmentId]))
}

/** The years that are closed: who reported then is history. */
export async function listClosedYears(read: Reader | Tx, planId: PlanId): Promise<number[]> {
  const rows = await read
    .select({ year: period.year })
    .from(period)
    .where(and(eq(period.planId, planId), ne(period.state, 'open')))
  return rows.map(({ year }) => year)
}

/** What is to be done or under way; what goes on all the time, of this year and later. */
export function listOpenWork(tx: Tx, { planId, ids }: Ended, year: number) {
  return tx
    .select({ id: subTask.id, code: subTask.code, departmentId: subTask.departmentId, task: task.code })
    .from(subTask)
    .innerJoin(task, eq(task.id, subTask.taskId))
    .where(
      and(
        eq(subTask.planId, planId),
        inArray(subTask.departmentId, [...ids]),
        or(inArray(subTask.state, OPEN_TASKS), and(eq(subTask.state, 'continuous'), gte(subTask.year, year))),
      ),
    )
}

export async function moveWork(tx: Tx, id: string, departmentId: DepartmentId): Promise<void> {
  await tx
    .update(subTask)
    .set({ departmentId, version: sql`${subTask.version} + 1` })
    .where(eq(subTask.id, id))
}

export function listOpenObstacles(tx: Tx, { planId, ids }: Ended) {
  return tx
    .select({
      id: obstacle.id,
      code: obstacle.code,
      departmentId: obstacle.departmentId,
      actingId: obstacle.actingId,
      subject: obstacle.subject,
      subjectCode: obstacle.subjectCode,
    })
    .from(obstacle)
    .where(
      and(
        eq(obstacle.planId, planId),
        inArray(obstacle.state, OPEN_OBSTACLES),
        or(inArray(obstacle.departmentId, [...ids]), inArray(obstacle.actingId, [...ids])),
      ),
    )
}

export async function moveObstacleTo(
  tx: Tx,
  id: string,
  to: { readonly departmentId: DepartmentId; readonly actingId: DepartmentId | null },
): Promise<void> {
  await tx
    .update(obstacle)
    .set({ ...to, version: sql`${obstacle.version} + 1` })
    .where(eq(obstacle.id, id))
}

/** Detailed plans of this year and later. */
export function listYearlyPlansFrom(tx: Tx, { planId, ids }: Ended, year: number) {
  return tx
    .select({ id: yearlyPlan.id, year: yearlyPlan.year, departmentId: yearlyPlan.departmentId })
    .from(yearlyPlan)
    .where(
      and(
        eq(yearlyPlan.planId, planId),
        inArray(yearlyPlan.departmentId, [...ids]),
        gte(yearlyPlan.year, year),
      ),
    )
    .orderBy(yearlyPlan.year, yearlyPlan.id)
}

export async function moveYearlyPlanTo(tx: Tx, id: string, departmentId: DepartmentId): Promise<void> {
  await tx
    .update(yearlyPlan)
    .set({ departmentId, version: sql`${yearlyPlan.version} + 1` })
    .where(eq(yearlyPlan.id, id))
}

/** A plan made of several is a draft again: a draft has no row, its content is the pieces of work. */
export async function dropYearlyPlans(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(yearlyPlan).where(inArray(yearlyPlan.id, [...ids]))
}

/** Extensions and exceptions of years that are open; an exemption is not handed on. */
export function listAllowances(tx: Tx, { planId, ids }: Ended, on: Day, now: string) {
  return tx
    .select({ allowance: periodAllowance, year: period.year })
    .from(periodAllowance)
    .innerJoin(period, eq(period.id, periodAllowance.periodId))
    .where(
      and(
        eq(period.planId, planId),
        eq(period.state, 'open'),
        gte(period.dataCutOff, on),
        inArray(periodAllowance.departmentId, [...ids]),
        isNull(periodAllowance.takenBackAt),
        gt(periodAllowance.until, now),
      ),
    )
}

export async function copyAllowance(
  tx: Tx,
  allowance: typeof periodAllowance.$inferSelect,
  departmentId: DepartmentId,
): Promise<void> {
  await tx.insert(periodAllowance).values({ ...allowance, id: newId<string>(), departmentId })
}

export type RoleRow = typeof grant.$inferSelect

/** Roles that hold on the day or will. */
export function listLivingRoles(tx: Tx, { ids }: Ended, on: Day): Promise<RoleRow[]> {
  return tx
    .select()
    .from(grant)
    .where(and(inArray(grant.departmentId, [...ids]), or(isNull(grant.validTo), gt(grant.validTo, on))))
    .orderBy(grant.id)
}

/** Ends one, from the day on, and gives the same in the other department; what had not begun by then never does. */
export async function moveRole(tx: Tx, role: RoleRow, departmentId: DepartmentId, on: Day): Promise<void> {
  if (role.validFrom !== null && role.validFrom >= on) await tx.delete(grant).where(eq(grant.id, role.id))
  else await tx.update(grant).set({ validTo: on }).where(eq(grant.id, role.id))
  const validFrom = role.validFrom !== null && role.validFrom > on ? role.validFrom : on
  await tx
    .insert(grant)
    .values({ ...role, id: newId<string>(), departmentId, validFrom })
    .onConflictDoUpdate({
      target: [grant.personId, grant.role, grant.planId, grant.departmentId],
      // Held there already: from the earlier day, until the later one.
      set: {
        validFrom: sql`least(${grant.validFrom}, excluded.valid_from)`,
        validTo: sql`case when ${grant.validTo} is null or excluded.valid_to is null then null else greatest(${grant.validTo}, excluded.valid_to) end`,
      },
    })
}

/** Keys that live and are narrowed to one of the departments. */
export async function listLivingKeys(tx: Tx, { planId, ids }: Ended, now: string) {
  const rows = await tx
    .select({ id: apiKey.id, departments: apiKey.departments })
    .from(apiKey)
    .where(and(eq(apiKey.planId, planId), isNull(apiKey.revokedAt), gt(apiKey.expiresAt, now)))
  return rows.filter(({ departments }) => departments.some((each) => ids.includes(each as DepartmentId)))
}

export async function narrowKey(tx: Tx, id: string, departments: readonly DepartmentId[]): Promise<void> {
  await tx
    .update(apiKey)
    .set({ departments: [...departments] })
    .where(eq(apiKey.id, id))
}
