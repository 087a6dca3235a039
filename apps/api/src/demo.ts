// The demo: the real plan, one account per role, sample figures that every screen marks as samples.
import { readFile } from 'node:fs/promises'
import type { Actor, Role } from '@tien-do/domain/permission'
import type { PlanArea } from '@tien-do/domain/plan'
import type { Context } from './core/context.ts'
import { importRows } from './features/imports/index.ts'
import { addPerson } from './features/people/index.ts'
import { getPlan, replacePlan } from './features/plans/index.ts'
import { SAMPLE_AREAS_FILE, SAMPLE_FIGURES_FILE } from './paths.ts'

interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Code of a department in the demo's plan. */
  readonly department: string | null
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'admin@demo.test', name: 'Nguyễn Văn Quản', role: 'admin', department: null },
  { email: 'coordinator@demo.test', name: 'Trần Thị Hoa', role: 'coordinator', department: 'VH-TT' },
  { email: 'finance@demo.test', name: 'Phạm Thị Thu', role: 'finance', department: 'TC-KT' },
  { email: 'leader@demo.test', name: 'Lê Minh Tâm', role: 'leader', department: null },
  { email: 'officer@demo.test', name: 'Võ Đình An', role: 'officer', department: 'TP-HT' },
  { email: 'viewer@demo.test', name: 'Đặng Thị Mai', role: 'viewer', department: null },
]

/** The demo's people, each by the role they hold. */
export type DemoPeople = Readonly<Record<Role, Actor>>

/** Loads the plan with sample areas, and an account per role. */
export async function loadPlanAndAccounts(
  context: Context,
  file: { code: string },
  password: string,
): Promise<DemoPeople> {
  const areas = JSON.parse(await readFile(SAMPLE_AREAS_FILE, 'utf8')) as PlanArea[]
  await replacePlan(context, file.code, { ...file, areas }, null, true)
  const plan = await getPlan(context, file.code)
  const people: Partial<Record<Role, Actor>> = {}
  for (const { email, name, role, department } of DEMO_ACCOUNTS) {
    const departmentId = department === null ? null : (plan.departments.get(department) ?? null)
    const person = await addPerson(context, { email, name, password }, [
      { role, planId: plan.id, departmentId },
    ])
    people[role] = {
      personId: person.id,
      name,
      grants: [{ role, plan: plan.code, departments: departmentId ? [departmentId] : [] }],
      scopes: null,
    }
  }
  return people as DemoPeople
}

/** Loads the sample figures as the coordinator would: from a file, vouching for its sources. */
export async function loadSamples(coordinator: Context, planCode: string): Promise<void> {
  const body = await readFile(SAMPLE_FIGURES_FILE)
  const report = await importRows(
    coordinator,
    planCode,
    { contentType: 'text/csv', body },
    { mode: 'commit', atomic: 'none', state: 'approved' },
  )
  // On a machine whose clock is behind, the newest samples have not come yet: they are left out.
  const fault = report.errors.find(({ code }) => code !== 'future_day')
  if (fault) throw new Error(`a sample figure is wrong: ${JSON.stringify(fault)}`)
}
