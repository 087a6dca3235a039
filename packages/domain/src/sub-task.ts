// A piece of a task: one department's work in one year, with its days, its weight and its products.

import { type Day, isLeapYear, yearOf } from './day.ts'
import type { TaskKind } from './plan.ts'
import { type Lateness, latenessOf, type TaskWork } from './task-progress.ts'
import { isOpenTask, type TaskState } from './task-state.ts'

export const PROGRESS_SOURCES = ['typed', 'outputs'] as const
/** `typed`: a person says how far; `outputs`: what is done of what was planned says it. */
export type ProgressSource = (typeof PROGRESS_SOURCES)[number]

/** A product: so many of a unit ("tin, bài", "lớp tập huấn"); `done` is null until somebody has counted. */
export interface TaskOutput {
  readonly unit: string
  readonly planned: number
  readonly done: number | null
}

export interface SubTaskPlan {
  readonly year: number
  readonly name: string
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  /** Above 0. */
  readonly weight: number
  readonly progressFrom: ProgressSource
  readonly outputs: readonly TaskOutput[]
}

export interface SubTaskWork extends SubTaskPlan {
  readonly state: TaskState
  /** 0 to 100 as typed; null while nobody has said. */
  readonly progress: number | null
  readonly doneOn: Day | null
}

export interface SubTaskFault {
  readonly field: string
  readonly code: string
  readonly params?: Readonly<Record<string, unknown>>
}

export const MOST_WEIGHT = 1000

/** What is wrong with the plan of a piece of work; none where it can be written down. */
export function subTaskFaults(plan: SubTaskPlan): SubTaskFault[] {
  const faults: SubTaskFault[] = []
  if (plan.name.trim() === '') faults.push({ field: 'name', code: 'blank' })
  if (!(plan.weight > 0 && plan.weight <= MOST_WEIGHT))
    faults.push({ field: 'weight', code: 'out_of_range', params: { above: 0, maximum: MOST_WEIGHT } })
  if (plan.startsOn !== null && plan.dueOn !== null && plan.dueOn < plan.startsOn)
    faults.push({ field: 'dueOn', code: 'before_start', params: { startsOn: plan.startsOn } })
  if (plan.dueOn !== null && yearOf(plan.dueOn) < plan.year)
    faults.push({ field: 'dueOn', code: 'before_year', params: { year: plan.year } })
  if (plan.startsOn !== null && yearOf(plan.startsOn) > plan.year)
    faults.push({ field: 'startsOn', code: 'after_year', params: { year: plan.year } })
  if (plan.progressFrom === 'outputs' && !plan.outputs.some(({ planned }) => planned > 0))
    faults.push({ field: 'progressFrom', code: 'no_outputs' })
  return [...faults, ...outputFaults(plan.outputs)]
}

function outputFaults(outputs: readonly TaskOutput[]): SubTaskFault[] {
  return outputs.flatMap(({ unit }, index) => {
    const field = `outputs/${index}/unit`
    if (unit.trim() === '') return [{ field, code: 'blank' }]
    // The two marks that part products from each other in a table.
    if (/[;=]/.test(unit)) return [{ field, code: 'reserved_character', params: { characters: '; =' } }]
    const first = outputs.findIndex((other) => other.unit.trim() === unit.trim())
    return first < index ? [{ field, code: 'duplicate', params: { first } }] : []
  })
}

/** How far the products are, 0 to 100: each product counts alike, and one that is exceeded counts as full; null without any. */
export function outputProgress(outputs: readonly TaskOutput[]): number | null {
  const planned = outputs.filter((output) => output.planned > 0)
  if (planned.length === 0) return null
  const shares = planned.map((output) => Math.min(1, (output.done ?? 0) / output.planned))
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / planned.length
}

/** How far a piece of work is, 0 to 100: done is 100; null where it does not count (cancelled, continuous). */
export function subTaskProgress(work: SubTaskWork): number | null {
  if (work.state === 'cancelled' || work.state === 'continuous') return null
  if (work.state === 'done') return 100
  if (work.progressFrom === 'outputs') return outputProgress(work.outputs) ?? 0
  return work.progress ?? 0
}

/** The same, as a part of its task. */
export function asTaskWork(work: SubTaskWork): TaskWork {
  return {
    weight: work.weight,
    progress: subTaskProgress(work),
    continuous: work.state === 'continuous',
    cancelled: work.state === 'cancelled',
    parts: [],
  }
}

/** Late is open after its due day; continuous work has none to miss. */
export function subTaskLateness(work: Pick<SubTaskWork, 'state' | 'dueOn'>, today: Day): Lateness {
  if (work.state === 'continuous') return { kind: 'on_time' }
  return latenessOf(work.dueOn, isOpenTask(work.state), today)
}

/** Products of many pieces of work, added up by unit in the order they first appear. */
export function totalOutputs(works: readonly Pick<SubTaskWork, 'state' | 'outputs'>[]): TaskOutput[] {
  const totals = new Map<string, TaskOutput>()
  for (const { state, outputs } of works) {
    if (state === 'cancelled') continue
    for (const { unit, planned, done } of outputs) {
      const sum = totals.get(unit) ?? { unit, planned: 0, done: null }
      const both = sum.done === null && done === null ? null : (sum.done ?? 0) + (done ?? 0)
      totals.set(unit, { unit, planned: sum.planned + planned, done: both })
    }
  }
  return [...totals.values()]
}

/** Whether work goes on in the next year: continuous and recurring work does, of a one-off task what is still open; cancelled work never. */
export function isCarried(kind: TaskKind, state: TaskState): boolean {
  if (state === 'cancelled') return false
  return kind !== 'one_off' || state === 'continuous' || isOpenTask(state)
}

/** Next year's plan of the same work: the same day and month, nothing done yet; 29 February becomes 28. */
export function carriedForward(plan: SubTaskPlan, year: number): SubTaskPlan {
  const moved = (on: Day | null) => {
    if (on === null) return null
    const rest = on.slice(4)
    const to = yearOf(on) + (year - plan.year)
    const leap = isLeapYear(to)
    return `${String(to).padStart(4, '0')}${rest === '-02-29' && !leap ? '-02-28' : rest}` as Day
  }
  return {
    ...plan,
    year,
    startsOn: moved(plan.startsOn),
    dueOn: moved(plan.dueOn),
    outputs: plan.outputs.map(({ unit, planned }) => ({ unit, planned, done: null })),
  }
}
