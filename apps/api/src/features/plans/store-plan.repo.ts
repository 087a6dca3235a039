// Writes a plan over what is stored: what keeps its code keeps its identity, and so its figures.
import type { PlanId } from '@tien-do/domain/ids'
import type { Plan } from '@tien-do/domain/plan'
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
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

const WARD_CODE = '*'

/** The plan that is there already, or whether the figures of a new one will be samples. */
export type Known = { readonly id: PlanId } | { readonly sample: boolean }

/** Inserts or replaces the plan; returns its id. A foreign key refuses to drop what figures or people point to. */
export async function storePlan(tx: Tx, file: Plan, at: string, known: Known): Promise<string> {
  const planId = await storeHead(tx, file, at, known)
  await tx
    .delete(target)
    .where(
      inArray(
        target.indicatorId,
        tx.select({ id: indicator.id }).from(indicator).where(eq(indicator.planId, planId)),
      ),
    )
  await tx
    .delete(departmentVersion)
    .where(
      inArray(
        departmentVersion.departmentId,
        tx.select({ id: department.id }).from(department).where(eq(department.planId, planId)),
      ),
    )
  const departmentIds = await storeDepartments(tx, planId, file)
  await storeAreas(tx, planId, file)
  await storeIndicators(tx, planId, file, departmentIds)
  await storeTasks(tx, planId, file, departmentIds)
  await storeDeadlines(tx, planId, file)
  await dropDepartments(tx, planId, file)
  return planId
}

async function storeHead(tx: Tx, file: Plan, at: string, known: Known): Promise<string> {
  const {
    document,
    milestones,
    groups,
    responsibilities,
    departmentEvents,
    cycle,
    fundingSources,
    thresholds,
    holidays,
  } = file
  const head = {
    title: file.title,
    shortTitle: file.shortTitle,
    startsOn: file.startsOn,
    body: {
      document,
      milestones,
      groups,
      responsibilities,
      departmentEvents,
      cycle,
      fundingSources,
      thresholds,
      holidays,
    },
    updatedAt: at,
  }
  if ('id' in known) {
    await tx.update(plan).set(head).where(eq(plan.id, known.id))
    return known.id
  }
  const id = newId<PlanId>()
  await tx
    .insert(plan)
    .values({ id, code: file.code, ...head, sample: known.sample, revision: 0, createdAt: at })
  return id
}

async function storeDepartments(tx: Tx, planId: string, file: Plan): Promise<Map<string, string>> {
  const rows = file.departments.map(({ code, kind, reports }, position) => ({
    id: newId(),
    planId,
    code,
    kind,
    reports,
    position,
  }))
  const stored = await tx
    .insert(department)
    .values(rows)
    .onConflictDoUpdate({
      target: [department.planId, department.code],
      set: replaced(department, ['kind', 'reports', 'position']),
    })
    .returning({ id: department.id, code: department.code })
  const ids = new Map(stored.map((row) => [row.code, row.id]))
  const versions = file.departments.flatMap((each) =>
    each.versions.map((version, position) => ({
      id: newId<string>(),
      departmentId: ids.get(each.code)!,
      ...version,
      position,
    })),
  )
  if (versions.length > 0) await tx.insert(departmentVersion).values(versions)
  return ids
}

async function dropDepartments(tx: Tx, planId: string, file: Plan): Promise<void> {
  await tx.delete(department).where(
    and(
      eq(department.planId, planId),
      notInArray(
        department.code,
        file.departments.map((each) => each.code),
      ),
    ),
  )
}

async function storeAreas(tx: Tx, planId: string, file: Plan): Promise<void> {
  const ward = {
    id: newId<string>(),
    planId,
    kind: 'ward' as const,
    code: WARD_CODE,
    name: file.document.place,
    validFrom: null,
    validTo: null,
    position: 0,
  }
  const rows = file.areas.map((each, index) => ({
    id: newId<string>(),
    planId,
    kind: 'area' as const,
    ...each,
    position: index + 1,
  }))
  await tx
    .insert(area)
    .values([ward, ...rows])
    .onConflictDoUpdate({
      target: [area.planId, area.code],
      set: replaced(area, ['name', 'valid_from', 'valid_to', 'position']),
    })
  await tx
    .delete(area)
    .where(
      and(
        eq(area.planId, planId),
        notInArray(area.code, [WARD_CODE, ...file.areas.map((each) => each.code)]),
      ),
    )
}

async function storeIndicators(
  tx: Tx,
  planId: string,
  file: Plan,
  departmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const dates = new Map(file.milestones.map((milestone) => [milestone.code, milestone.on]))
  const rows = file.indicators.map(
    ({ code, group, owner, perArea, measure, direction, targets: _targets, ...detail }, position) => ({
      id: newId<string>(),
      planId,
      code,
      groupCode: group,
      ownerId: owner ? departmentIds.get(owner)! : null,
      perArea,
      measure,
      direction,
      detail,
      position,
    }),
  )
  await tx.delete(indicator).where(
    and(
      eq(indicator.planId, planId),
      notInArray(
        indicator.code,
        file.indicators.map((each) => each.code),
      ),
    ),
  )
  if (rows.length === 0) return
  const stored = await tx
    .insert(indicator)
    .values(rows)
    .onConflictDoUpdate({
      target: [indicator.planId, indicator.code],
      set: replaced(indicator, [
        'group_code',
        'owner_id',
        'per_area',
        'measure',
        'direction',
        'detail',
        'position',
      ]),
    })
    .returning({ id: indicator.id, code: indicator.code })
  const ids = new Map(stored.map((row) => [row.code, row.id]))
  const targets = file.indicators.flatMap((each) =>
    each.targets.map((aim, position) => ({
      id: newId<string>(),
      indicatorId: ids.get(each.code)!,
      ...aim,
      on: dates.get(aim.milestone)!,
      position,
    })),
  )
  if (targets.length > 0) await tx.insert(target).values(targets)
}

async function storeTasks(
  tx: Tx,
  planId: string,
  file: Plan,
  departmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = file.tasks.map(({ code, lead, kind, role, ...detail }, position) => ({
    id: newId<string>(),
    planId,
    code,
    leadId: lead ? departmentIds.get(lead.department)! : null,
    leadStated: lead?.stated ?? false,
    kind,
    role,
    detail,
    position,
  }))
  await tx.delete(task).where(
    and(
      eq(task.planId, planId),
      notInArray(
        task.code,
        file.tasks.map((each) => each.code),
      ),
    ),
  )
  if (rows.length === 0) return
  await tx
    .insert(task)
    .values(rows)
    .onConflictDoUpdate({
      target: [task.planId, task.code],
      set: replaced(task, ['lead_id', 'lead_stated', 'kind', 'role', 'detail', 'position']),
    })
}

async function storeDeadlines(tx: Tx, planId: string, file: Plan): Promise<void> {
  const rows = file.deadlines.map(({ code, rule, before, ...detail }, position) => ({
    id: newId<string>(),
    planId,
    code,
    rule,
    before,
    detail,
    position,
  }))
  await tx.delete(deadline).where(
    and(
      eq(deadline.planId, planId),
      notInArray(
        deadline.code,
        file.deadlines.map((each) => each.code),
      ),
    ),
  )
  if (rows.length === 0) return
  await tx
    .insert(deadline)
    .values(rows)
    .onConflictDoUpdate({
      target: [deadline.planId, deadline.code],
      set: replaced(deadline, ['rule', 'before', 'detail', 'position']),
    })
}

/** `set column = excluded.column` for the named columns (by their names in the database). */
function replaced(table: PgTable, columns: readonly string[]): Record<string, unknown> {
  const keys = Object.entries(table as unknown as Record<string, { name?: string }>)
  return Object.fromEntries(
    columns.map((name) => [
      keys.find(([, column]) => column?.name === name)![0],
      sql`excluded.${sql.identifier(name)}`,
    ]),
  )
}
