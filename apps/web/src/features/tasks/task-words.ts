// The plan's vocabulary of tasks, in the words of the screen.

import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'

export type Task = Schemas['Task']

/** What the ward does in a task. */
export const WARD_ROLE: Record<Task['role'], () => string> = {
  leads: m.task_ward_leads,
  coordinates: m.task_ward_coordinates,
  takes_part: m.task_ward_takes_part,
}

export const KIND: Record<Task['kind'], () => string> = {
  one_off: m.task_kind_one_off,
  continuous: m.task_kind_continuous,
  recurring: m.task_kind_recurring,
}

/** The plan is written in Vietnamese; its short names have an English one beside them. */
export function taskName(task: Task): string {
  return getLocale() === 'vi' ? task.name : task.nameEn
}

/** `*` is how a plan file says "every department". */
export function departmentName({ code, shortName }: Schemas['DepartmentRef']): string {
  return code === '*' ? m.task_all_departments() : shortName
}
