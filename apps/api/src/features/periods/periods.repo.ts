import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import type { Allowance, PeriodDates, PeriodStanding } from '@tien-do/domain/period'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { department, departmentReport, period, periodAllowance, person } from '../../db/schema/index.ts'

type Stored = typeof period.$inferSelect
export type NewPeriod = typeof period.$inferInsert
export type NewAllowance = typeof periodAllowance.$inferInsert

export interface AllowanceRow extends Allowance {
  readonly id: string
  /** Code. */
  readonly department: string
  readonly departmentId: DepartmentId
  readonly allowedBy: string
  readonly allowedAt: string
}

/** A period with what is allowed in it and whose report was sent back: all that its lock depends on. */
export interface PeriodRow extends Omit<Stored, keyof PeriodDates>, PeriodDates {
  readonly openedByName: string
  readonly allowed: readonly AllowanceRow[]
  /** By the identity of the department. */
  readonly standing: PeriodStanding
}

const opener = alias(person, 'opener')

/** The periods of a plan, or the one of a year, newest first. */
export async function listPeriodRows(read: Reader | Tx, planId: PlanId, year?: number): Promise<PeriodRow[]> {
  const rows = await read
    .select({ period, openedByName: opener.name })
    .from(period)
    .innerJoin(opener, eq(opener.id, period.openedBy))
    .where(and(eq(period.planId, planId), year === undefined ? undefined : eq(period.year, year)))
  const ids = rows.map((row) => row.period.id)
  if (ids.length === 0) return []
  const allowances = await read
    .select({ allowance: periodAllowance, code: department.code, by: person.name })
    .from(periodAllowance)
    .innerJoin(department, eq(department.id, periodAllowance.departmentId))
    .innerJoin(person, eq(person.id, periodAllowance.allowedBy))
    .where(and(inArray(periodAllowance.periodId, ids), isNull(periodAllowance.takenBackAt)))
    .orderBy(asc(periodAllowance.allowedAt), asc(periodAllowance.id))
  const returned = await read
    .select({ periodId: departmentReport.periodId, departmentId: departmentReport.departmentId })
    .from(departmentReport)
    .where(and(inArray(departmentReport.periodId, ids), eq(departmentReport.state, 'returned')))
  return rows
    .sort((a, b) => b.period.year - a.period.year)
    .map(({ period: stored, openedByName }) => {
      const allowed = allowances
        .filter(({ allowance }) => allowance.periodId === stored.id)
        .map(({ allowance, code, by }) => toAllowance(allowance, code, by))
      return {
        ...stored,
        dataCutOff: stored.dataCutOff as Day,
        departmentsDueAt: Date.parse(stored.departmentsDueAt),
        wardDueAt: Date.parse(stored.wardDueAt),
        openedByName,
        allowed,
        standing: {
          state: stored.state,
          allowances: allowed.map((each) => ({ ...each, department: each.departmentId })),
          returned: returned
            .filter(({ periodId }) => periodId === stored.id)
            .map(({ departmentId }) => departmentId),
        },
      }
    })
}

function toAllowance(row: typeof periodAllowance.$inferSelect, code: string, by: string): AllowanceRow {
  return {
    id: row.id,
    kind: row.kind,
    department: code,
    departmentId: row.departmentId as DepartmentId,
    reason: row.reason,
    until: row.until === null ? null : Date.parse(row.until),
    allowedBy: by,
    allowedAt: row.allowedAt,
  }
}

/** False when the year has been opened already. */
export async function insertPeriod(tx: Tx, row: NewPeriod): Promise<boolean> {
  const made = await tx.insert(period).values(row).onConflictDoNothing().returning({ id: period.id })
  return made.length === 1
}

/** Moves a period if it still has the version that was seen; false when somebody else was faster. */
export async function movePeriod(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<NewPeriod>,
): Promise<boolean> {
  const moved = await tx
    .update(period)
    .set({ ...change, version: version + 1 })
    .where(and(eq(period.id, id), eq(period.version, version)))
    .returning({ id: period.id })
  return moved.length === 1
}

export async function insertAllowance(tx: Tx, row: NewAllowance): Promise<void> {
  await tx.insert(periodAllowance).values(row)
}

export async function takeBackAllowance(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .update(periodAllowance)
    .set({ takenBackAt: at })
    .where(and(eq(periodAllowance.id, id), isNull(periodAllowance.takenBackAt)))
}

/** The departments whose report waits for a decision. */
export async function listWaiting(tx: Tx, periodId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: department.code })
    .from(departmentReport)
    .innerJoin(department, eq(department.id, departmentReport.departmentId))
    .where(and(eq(departmentReport.periodId, periodId), eq(departmentReport.state, 'submitted')))
    .orderBy(asc(department.position))
  return rows.map(({ code }) => code)
}
