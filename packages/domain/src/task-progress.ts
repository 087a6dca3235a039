// How far the work is, and how late.

import { type Day, daysBetween } from './day.ts'

export const LATENESS_GRADES = ['days_1_29', 'days_30_59', 'days_60_plus'] as const
export type LatenessGrade = (typeof LATENESS_GRADES)[number]

/** A task, or a part of one. */
export interface TaskWork {
  readonly weight: number
  /** 0 to 100, of what has no parts. */
  readonly progress: number | null
  /** Continuous work asks for evidence each year, not for a percentage. */
  readonly continuous: boolean
  readonly cancelled: boolean
  readonly parts: readonly TaskWork[]
}

export type Lateness =
  | { readonly kind: 'no_due_date' }
  | { readonly kind: 'on_time' }
  | { readonly kind: 'late'; readonly days: number; readonly grade: LatenessGrade }

export interface GroupLateness {
  /** The worst of all: what the group shows. */
  readonly worst: LatenessGrade | null
  readonly days: number
  readonly onTime: number
  readonly noDueDate: number
  readonly late: Readonly<Record<LatenessGrade, number>>
}

/**
 * A task with parts is as far as its parts, weighed, without the cancelled and the continuous ones; work that nobody
 * has begun to report on is at 0.
 */
export function taskProgress(task: TaskWork): number | null {
  if (task.continuous || task.cancelled) return null
  if (task.parts.length === 0) return task.progress ?? 0
  const counted = task.parts.flatMap((part) => {
    const progress = taskProgress(part)
    return progress === null ? [] : [{ weight: part.weight, progress }]
  })
  const weight = counted.reduce((sum, part) => sum + part.weight, 0)
  return weight > 0 ? counted.reduce((sum, part) => sum + part.weight * part.progress, 0) / weight : null
}

/** Late is open after the due day, which itself is on time; without a due day it is "thiếu hạn", never late. */
export function latenessOf(dueOn: Day | null, open: boolean, today: Day): Lateness {
  if (dueOn === null) return { kind: 'no_due_date' }
  const days = daysBetween(dueOn, today)
  if (!open || days <= 0) return { kind: 'on_time' }
  return { kind: 'late', days, grade: days >= 60 ? 'days_60_plus' : days >= 30 ? 'days_30_59' : 'days_1_29' }
}

/** A group shows its worst child, with how many there are of each. */
export function groupLateness(children: readonly Lateness[]): GroupLateness {
  const late = { days_1_29: 0, days_30_59: 0, days_60_plus: 0 }
  let onTime = 0
  let noDueDate = 0
  let days = 0
  for (const child of children) {
    if (child.kind === 'on_time') onTime += 1
    else if (child.kind === 'no_due_date') noDueDate += 1
    else {
      late[child.grade] += 1
      days = Math.max(days, child.days)
    }
  }
  const worst = [...LATENESS_GRADES].reverse().find((grade) => late[grade] > 0) ?? null
  return { worst, days, onTime, noDueDate, late }
}
