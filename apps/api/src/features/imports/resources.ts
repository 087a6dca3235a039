// Every resource that can be loaded from a file. A new one is a declaration in the domain and a line here.
import type { ImportResource } from '@tien-do/domain/import-options'
import { AREAS, CHECKLIST_ITEMS, DENOMINATORS, DEPARTMENTS, PEOPLE } from '@tien-do/domain/import-registers'
import { BUDGET_LINES, OBSTACLES, SUB_TASKS, TASK_ASSIGNMENTS } from '@tien-do/domain/import-work'
import { importAreas } from '../areas/index.ts'
import { importBudgetLines } from '../budget/index.ts'
import { importChecklistItems } from '../checklists/index.ts'
import { importDenominators } from '../denominators/index.ts'
import { importDepartments } from '../departments/index.ts'
import { importObstacles } from '../obstacles/index.ts'
import { importPeople } from '../people/index.ts'
import { importSubTasks, importTaskAssignments } from '../tasks/index.ts'
import { FIGURES } from './figures.ts'
import { batchResource, type Resource } from './resource.ts'

export const RESOURCES: Readonly<Record<ImportResource, Resource<unknown>>> = {
  measurements: FIGURES,
  'checklist-items': batchResource(CHECKLIST_ITEMS, 'checklist.save', importChecklistItems),
  departments: batchResource(DEPARTMENTS, 'department.arrange', importDepartments),
  people: batchResource(PEOPLE, 'person.invite', importPeople),
  areas: batchResource(AREAS, 'area.open', importAreas),
  denominators: batchResource(DENOMINATORS, 'denominator.record', importDenominators),
  'task-assignments': batchResource(TASK_ASSIGNMENTS, 'task.assign', importTaskAssignments),
  'sub-tasks': batchResource(SUB_TASKS, 'sub-task.add', importSubTasks),
  obstacles: batchResource(OBSTACLES, 'obstacle.raise', importObstacles),
  'budget-lines': batchResource(BUDGET_LINES, 'budget.save', importBudgetLines),
}
