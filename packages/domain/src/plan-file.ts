// What a plan file is: any JSON in; a plan, or the list of everything that is wrong with it, out.

import { PLAN_FORMAT, type Plan } from './plan.ts'
import { checkPlan } from './plan-file-check.ts'
import { readCycle, readDeadline, readFundingSource, readHoliday, readThresholds } from './plan-file-cycle.ts'
import {
  readArea,
  readAreaEvent,
  readArrangement,
  readDepartment,
  readDepartmentEvent,
} from './plan-file-departments.ts'
import { readDocument } from './plan-file-document.ts'
import type { PlanFault, PlanWarning, Report } from './plan-file-fault.ts'
import { readGroup, readIndicator, readMilestone } from './plan-file-indicators.ts'
import {
  day,
  list,
  nullable,
  object,
  type Read,
  since,
  slug,
  text,
  typeName,
  UNREAD,
} from './plan-file-reader.ts'
import { readReportTemplate } from './plan-file-report.ts'
import { readResponsibility, readTask } from './plan-file-tasks.ts'

export type PlanFileResult =
  | { readonly ok: true; readonly plan: Plan; readonly warnings: readonly PlanWarning[] }
  | { readonly ok: false; readonly faults: readonly PlanFault[] }

const format: Read<typeof PLAN_FORMAT> = (value, pointer, report) => {
  if (value === PLAN_FORMAT) return PLAN_FORMAT
  report(pointer, 'unknown_format', {
    expected: PLAN_FORMAT,
    found: typeof value === 'string' ? value : typeName(value),
  })
  return UNREAD
}

const readPlan: Read<Plan> = object({
  format,
  code: slug,
  title: text,
  shortTitle: text,
  startsOn: day,
  document: readDocument,
  milestones: list(readMilestone, 1),
  groups: list(readGroup),
  indicators: list(readIndicator),
  tasks: list(readTask),
  responsibilities: list(readResponsibility),
  departments: list(readDepartment, 1),
  departmentEvents: list(readDepartmentEvent),
  arrangements: since([], list(readArrangement)),
  areas: list(readArea),
  areaEvents: since([], list(readAreaEvent)),
  deadlines: list(readDeadline),
  cycle: readCycle,
  fundingSources: list(readFundingSource),
  thresholds: readThresholds,
  holidays: list(readHoliday),
  reportTemplate: since(null, nullable(readReportTemplate)),
})

/**
 * Reads a plan file strictly: no field too many or too few, nothing coerced, text in NFC. The rules between its parts
 * are checked once its shape is right, so that a wrong shape does not drown in faults that follow from it.
 */
export function parsePlanFile(json: unknown): PlanFileResult {
  const faults: PlanFault[] = []
  const report: Report = (pointer, code, params = {}) => faults.push({ pointer, code, params })
  const plan = readPlan(withoutSchemaKey(json), '', report)
  if (plan === UNREAD) return { ok: false, faults }
  const warnings: PlanWarning[] = []
  checkPlan(plan, report, (pointer, code, params = {}) => warnings.push({ pointer, code, params }))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan, warnings }
}

/** Editors find the published schema by `$schema`; it is no part of the plan. */
function withoutSchemaKey(json: unknown): unknown {
  if (typeName(json) !== 'object') return json
  const { $schema, ...file } = json as Readonly<Record<string, unknown>>
  return $schema === undefined || typeof $schema === 'string' ? file : json
}
