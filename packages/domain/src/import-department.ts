// What a row of a file does to a department: it makes one, gives it another name from a day on, or says what it is.
// A file never ends one: what is open has to go somewhere, and that is looked at first.

import type { Day } from './day.ts'
import { changeDepartments } from './department-change.ts'
import type { DepartmentFault } from './department-change-faults.ts'
import { earliestDay } from './department-succession.ts'
import { isPlainCode } from './import-area.ts'
import type { DepartmentRow } from './import-registers.ts'
import { type BatchFault, IMPORT_FAULTS, type ImportFaultCode } from './import-row-fault.ts'
import type { DepartmentAfter, Plan, PlanDepartment } from './plan.ts'

export type DepartmentTaken =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly after: Plan }
  | { readonly outcome: 'refused'; readonly faults: readonly BatchFault[] }

interface Known {
  readonly today: Day
  /** Years that are closed: who reported then, and under which name, is history. */
  readonly closedYears: readonly number[]
}

/** The plan after the row; a blank cell leaves what is there. */
export function takeDepartment(plan: Plan, row: DepartmentRow, known: Known): DepartmentTaken {
  const department = plan.departments.find(({ code }) => code === row.code)
  return department ? change(plan, department, row, known) : make(plan, row, known)
}

function make(plan: Plan, row: DepartmentRow, { today }: Known): DepartmentTaken {
  const { code, name, validFrom } = row
  if (code === null || name === null) return refused('code', 'required')
  if (!isPlainCode(code)) return refused('code', 'invalid_code')
  const change = { act: 'found' as const, from: [], to: [saidIn(row, code, name)] }
  const result = changeDepartments(plan, {
    changes: [change],
    on: validFrom ?? today,
    legalBasis: row.legalBasis,
  })
  if (!result.ok) return { outcome: 'refused', faults: faultsOfRow(result.faults) }
  // There from the beginning: that is no event.
  const departmentEvents = validFrom === null ? plan.departmentEvents : result.departmentEvents
  const departments = result.departments.map((each) =>
    each.code === code ? { ...begunOn(each, validFrom), reports: row.reports !== 'no' } : each,
  )
  return { outcome: 'created', after: { ...plan, departments, departmentEvents } }
}

function begunOn(department: PlanDepartment, validFrom: Day | null): PlanDepartment {
  return { ...department, versions: department.versions.map((version) => ({ ...version, validFrom })) }
}

function change(
  plan: Plan,
  department: PlanDepartment,
  row: DepartmentRow,
  { closedYears }: Known,
): DepartmentTaken {
  const { code, versions } = department
  const current = versions.at(-1)
  if (row.validFrom !== null && row.validFrom !== (versions[0]?.validFrom ?? null))
    return refused('validFrom', 'dates_stay')
  const fields = ['name', 'shortName', 'symbol', 'parent'] as const
  const isNamedAnew = fields.some((field) => row[field] !== null && row[field] !== current?.[field])
  let after = plan
  if (isNamedAnew) {
    const { renamedOn: on } = row
    if (on === null) return refused('renamedOn', 'rename_day_missing', { name: current?.name ?? code })
    if (earliestDay(on, closedYears) > on) return refused('renamedOn', 'period_locked')
    const to = saidIn(row, code, row.name ?? current?.name ?? code)
    const shortName =
      row.shortName ?? (row.name === null || row.name === current?.name ? current?.shortName : row.name)
    const renaming = { act: 'rename' as const, from: [code], to: [{ ...to, shortName: shortName ?? null }] }
    const result = changeDepartments(plan, { changes: [renaming], on, legalBasis: row.legalBasis })
    if (!result.ok) return { outcome: 'refused', faults: faultsOfRow(result.faults) }
    after = { ...plan, departments: result.departments, departmentEvents: result.departmentEvents }
  }
  const kind = row.kind ?? department.kind
  const reports = row.reports === null ? department.reports : row.reports === 'yes'
  if (kind === department.kind && reports === department.reports)
    return { outcome: isNamedAnew ? 'updated' : 'unchanged', after }
  const departments = after.departments.map((each) =>
    each.code === code ? { ...each, kind, reports } : each,
  )
  return { outcome: 'updated', after: { ...after, departments } }
}

function saidIn(row: DepartmentRow, code: string, name: string): DepartmentAfter {
  const { shortName, symbol, parent, kind } = row
  return { code, name, shortName, symbol, parent, kind, indicators: [], tasks: [] }
}

function refused(
  column: string,
  code: ImportFaultCode,
  params?: Readonly<Record<string, unknown>>,
): DepartmentTaken {
  return { outcome: 'refused', faults: [{ column, code, ...(params ? { params } : {}) }] }
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  'changes/0/from/0': 'renamedOn',
  'changes/0/to/0/code': 'code',
  'changes/0/to/0/name': 'name',
  'changes/0/to/0/parent': 'parent',
}

/** What the act says is wrong, under the columns of the file. */
function faultsOfRow(faults: readonly DepartmentFault[]): BatchFault[] {
  return faults.flatMap(({ field, code, params }) => {
    const known = IMPORT_FAULTS.find((each) => each === code)
    return known ? [{ column: COLUMN_OF[field] ?? 'code', code: known, ...(params ? { params } : {}) }] : []
  })
}
