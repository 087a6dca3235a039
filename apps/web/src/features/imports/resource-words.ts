// What can be loaded from a file, in the words of the screen, and the act it is loaded by.

import type { ImportResource } from '@tien-do/domain/import-options'
import type { Action } from '@tien-do/domain/permission'
import { m } from '../../paraglide/messages.js'

export const RESOURCE_WORDS: Record<ImportResource, () => string> = {
  measurements: m.import_of_measurements,
  'checklist-items': m.import_of_checklist_items,
  departments: m.units_title,
  people: m.people_title,
  areas: m.import_of_areas,
  denominators: m.import_of_denominators,
  'task-assignments': m.import_of_task_assignments,
  'sub-tasks': m.import_of_sub_tasks,
  obstacles: m.import_of_obstacles,
  'budget-lines': m.import_of_budget_lines,
}

/** The same act as on the resource's own page. */
export const RESOURCE_ACTS: Record<ImportResource, Action> = {
  measurements: 'measurement.import',
  'checklist-items': 'checklist.save',
  departments: 'department.arrange',
  people: 'person.invite',
  areas: 'area.open',
  denominators: 'denominator.record',
  'task-assignments': 'task.assign',
  'sub-tasks': 'sub-task.add',
  obstacles: 'obstacle.raise',
  'budget-lines': 'budget.save',
}
