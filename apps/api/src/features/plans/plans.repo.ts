// The plan as rows, and back. What has an identity is a row; the rest of the file is the plan's body.
import type { AreaId, DepartmentId, IndicatorId, PlanId, TaskId } from '@tien-do/domain/ids'
import { PLAN_FORMAT, type Plan } from '@tien-do/domain/plan'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import {
  area,
  deadline,
  department,
  departmentVersion,
  indicator,
  plan,
  target,
  task,
} from '../../db/schema/index.ts'
import { bodyOf } from './stored-rows.repo.ts'

/** A plan with the identities behind its codes. */
export interface PlanInForce {
  readonly id: PlanId
  readonly code: string
  readonly revision: number
  readonly auditHead: string | null
  readonly sample: boolean
  readonly plan: Plan
  readonly departments: ReadonlyMap<string, DepartmentId>
  readonly indicators: ReadonlyMap<string, IndicatorId>
  readonly areas: ReadonlyMap<string, AreaId>
  readonly tasks: ReadonlyMap<string, TaskId>
  /** The area that stands for the whole ward. */
  readonly ward: AreaId
}

export type PlanRow = typeof plan.$inferSelect

export async function findPlanRow(read: Reader | Tx, code: string): Promise<PlanRow | undefined> {
  const [row] = await read.select().from(plan).where(eq(plan.code, code))
  return row
}

/** The row, held until the change ends: no other change of this plan can begin to count its revision. */
export async function lockPlanRow(tx: Tx, id: PlanId): Promise<PlanRow> {
  const [row] = await tx.select().from(plan).where(eq(plan.id, id)).for('no key update')
  if (!row) throw new Error(`no plan ${id}`)
  return row
}

export function listPlanRows(read: Reader): Promise<PlanRow[]> {
  return read.select().from(plan).orderBy(asc(plan.code)).limit(200)
}

/** Reads the whole plan of a row. */
export async function loadPlan(read: Reader | Tx, row: PlanRow): Promise<PlanInForce> {
  const departments = await read
    .select()
    .from(department)
    .where(eq(department.planId, row.id))
    .orderBy(asc(department.position))
  const versions = await read
    .select()
    .from(departmentVersion)
    .where(inArray(departmentVersion.departmentId, idsOf(departments)))
    .orderBy(asc(departmentVersion.position))
  const areas = await read.select().from(area).where(eq(area.planId, row.id)).orderBy(asc(area.position))
  const indicators = await read
    .select()
    .from(indicator)
    .where(eq(indicator.planId, row.id))
    .orderBy(asc(indicator.position))
  const targets = await read
    .select()
    .from(target)
    .where(inArray(target.indicatorId, idsOf(indicators)))
    .orderBy(asc(target.position))
  const tasks = await read.select().from(task).where(eq(task.planId, row.id)).orderBy(asc(task.position))
  const deadlines = await read
    .select()
    .from(deadline)
    .where(eq(deadline.planId, row.id))
    .orderBy(asc(deadline.position))
  const codeOf = new Map(departments.map((each) => [each.id, each.code]))

  const plan = {
    format: PLAN_FORMAT,
    code: row.code,
    title: row.title,
    shortTitle: row.shortTitle,
    startsOn: row.startsOn,
    ...bodyOf(row.body),
    indicators: indicators.map((each) => ({
      code: each.code,
      group: each.groupCode,
      ...each.detail,
      // What was stored before there was a register says nothing of it.
      denominatorOf: each.detail.denominatorOf ?? null,
      formerOwners: each.detail.formerOwners ?? [],
      measure: each.measure,
      direction: each.direction,
      owner: each.ownerId ? (codeOf.get(each.ownerId) ?? null) : null,
      perArea: each.perArea,
      targets: targets
        .filter((aim) => aim.indicatorId === each.id)
        .map(({ milestone, value, kind, text }) => ({ milestone, value, kind, text })),
    })),
    tasks: tasks.map((each) => ({
      code: each.code,
      ...each.detail,
      kind: each.kind,
      role: each.role,
      lead: each.leadId ? { department: codeOf.get(each.leadId), stated: each.leadStated } : null,
    })),
    departments: departments.map((each) => ({
      code: each.code,
      kind: each.kind,
      reports: each.reports,
      versions: versions
        .filter((version) => version.departmentId === each.id)
        .map(({ name, shortName, symbol, parent, validFrom, validTo, legalBasis }) => ({
          name,
          shortName,
          symbol,
          parent,
          validFrom,
          validTo,
          legalBasis,
        })),
    })),
    areas: areas
      .filter((each) => each.kind === 'area')
      .map(({ code, name, validFrom, validTo, formerNames }) => ({
        code,
        name,
        validFrom,
        validTo,
        formerNames,
      })),
    deadlines: deadlines.map((each) => ({
      code: each.code,
      rule: each.rule,
      before: each.before,
      ...each.detail,
    })),
    // The rows were written from a plan without fault: the text columns hold the domain's own words.
  } as unknown as Plan
  return {
    id: row.id as PlanId,
    code: row.code,
    revision: row.revision,
    auditHead: row.auditHead,
    sample: row.sample,
    plan,
    departments: byCode<DepartmentId>(departments),
    indicators: byCode<IndicatorId>(indicators),
    areas: byCode<AreaId>(areas.filter((each) => each.kind === 'area')),
    tasks: byCode<TaskId>(tasks),
    ward: areas.find((each) => each.kind === 'ward')?.id as AreaId,
  }
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id)
}

function byCode<Id extends string>(rows: readonly { id: string; code: string }[]): Map<string, Id> {
  return new Map(rows.map((row) => [row.code, row.id as Id]))
}
