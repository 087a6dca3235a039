// Every resource that comes and goes in files, by the name it has in the address.

import { MEASUREMENT_COLUMNS } from './import-columns.ts'
import type { ImportResource } from './import-options.ts'
import { AREAS, CHECKLIST_ITEMS, DENOMINATORS, DEPARTMENTS, PEOPLE } from './import-registers.ts'
import { declare, type ResourceDeclaration } from './import-resource.ts'
import { BUDGET_LINES, OBSTACLES, SUB_TASKS, TASK_ASSIGNMENTS } from './import-work.ts'

export const MEASUREMENTS = declare(MEASUREMENT_COLUMNS, [['indicator', 'area', 'on']])

export const IMPORT_DECLARATIONS: Readonly<Record<ImportResource, ResourceDeclaration>> = {
  measurements: MEASUREMENTS,
  'checklist-items': CHECKLIST_ITEMS,
  departments: DEPARTMENTS,
  people: PEOPLE,
  areas: AREAS,
  denominators: DENOMINATORS,
  'task-assignments': TASK_ASSIGNMENTS,
  'sub-tasks': SUB_TASKS,
  obstacles: OBSTACLES,
  'budget-lines': BUDGET_LINES,
}
