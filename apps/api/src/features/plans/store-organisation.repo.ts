// Departments and areas of a plan, as rows.

import type { Plan } from '@tien-do/domain/plan'
import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { area, department, departmentVersion, plan } from '../../db/schema/index.ts'
import { bodyOf, codesOf, dropOthers, replaced } from './stored-rows.repo.ts'

const WARD_CODE = '*'

/** Returns their ids by code; versions are written anew. */
export async function storeDepartments(tx: Tx, planId: string, file: Plan): Promise<Map<string, string>> {
  await tx
    .delete(departmentVersion)
    .where(
      inArray(
        departmentVersion.departmentId,
        tx.select({ id: department.id }).from(department).where(eq(department.planId, planId)),
      ),
    )
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

/** With the area that stands for the whole ward. */
export async function storeAreas(tx: Tx, planId: string, file: Plan): Promise<void> {
  const ward = {
    id: newId<string>(),
    planId,
    kind: 'ward' as const,
    code: WARD_CODE,
    name: file.document.place,
    validFrom: null,
    validTo: null,
    formerNames: [],
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
      set: replaced(area, ['name', 'valid_from', 'valid_to', 'former_names', 'position']),
    })
  await dropOthers(tx, area, planId, [WARD_CODE, ...codesOf(file.areas)])
}

/** Only the areas of a plan, and what happened to them. */
export async function storeAreasOfPlan(
  tx: Tx,
  planId: string,
  file: Plan,
  { areas, areaEvents }: Pick<Plan, 'areas' | 'areaEvents'>,
): Promise<void> {
  await storeAreas(tx, planId, { ...file, areas })
  await tx
    .update(plan)
    .set({ body: bodyOf({ ...file, areaEvents }) })
    .where(eq(plan.id, planId))
}
