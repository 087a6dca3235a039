// A task in one year: how far its pieces of work are, how late, what is missing; and what its lead says came of it.

import type { Day } from './day.ts'
import type { TaskKind } from './plan.ts'
import type { TaskOutput } from './sub-task.ts'
import { asTaskWork, type SubTaskWork, subTaskLateness, totalOutputs } from './sub-task.ts'
import { type GroupLateness, groupLateness, taskProgress } from './task-progress.ts'
import { TASK_STATES, type TaskState } from './task-state.ts'

/** What the lead says of the year: the three choices of the yearly report. */
export const TASK_VERDICTS = ['done', 'in_progress', 'not_started'] as const
export type TaskVerdict = (typeof TASK_VERDICTS)[number]

export interface TaskYear {
  /** 0 to 100; null where nothing counts: continuous work, or none at all. */
  readonly progress: number | null
  readonly state: TaskState
  readonly counts: Readonly<Record<TaskState, number>>
  readonly lateness: GroupLateness
  readonly outputs: readonly TaskOutput[]
}

/** The year of a task from its pieces of work; `today` is the day to judge lateness by. */
export function taskYear(kind: TaskKind, pieces: readonly SubTaskWork[], today: Day): TaskYear {
  const counts = Object.fromEntries(
    TASK_STATES.map((state) => [state, pieces.filter((piece) => piece.state === state).length]),
  ) as Record<TaskState, number>
  const counted = pieces.filter(({ state }) => state !== 'cancelled')
  return {
    progress: taskProgress({
      weight: 1,
      progress: null,
      continuous: pieces.length === 0,
      cancelled: false,
      parts: pieces.map(asTaskWork),
    }),
    state: stateOfTask(kind, counted),
    counts,
    lateness: groupLateness(counted.map((piece) => subTaskLateness(piece, today))),
    outputs: totalOutputs(pieces),
  }
}

/** A task stands as its pieces do: a continuous one goes on; done when all are; paused when nothing else is open; begun when one is. */
function stateOfTask(kind: TaskKind, counted: readonly SubTaskWork[]): TaskState {
  if (kind === 'continuous') return 'continuous'
  if (counted.length === 0) return 'not_started'
  const states = new Set(counted.map(({ state }) => state))
  if (states.size === 1) return [...states][0] as TaskState
  const open = [...states].filter((state) => state !== 'done' && state !== 'continuous')
  if (open.length === 1 && open[0] === 'paused') return 'paused'
  return 'in_progress'
}

/** A continuous task has no end to reach: each year it is asked for evidence that it went on. */
export function asksEvidence(kind: TaskKind, evidence: number): boolean {
  return kind === 'continuous' && evidence === 0
}

/** Of a recurring task each occurrence owes evidence of its own once it is done. */
export function pieceAsksEvidence(kind: TaskKind, state: TaskState, evidence: number): boolean {
  return kind === 'recurring' && state === 'done' && evidence === 0
}

export const OWED_KINDS = ['result', 'evidence', 'progress', 'yearly_plan'] as const
export type OwedKind = (typeof OWED_KINDS)[number]

export interface YearOfTask {
  readonly code: string
  readonly kind: TaskKind
  readonly lead: string | null
  readonly hasResult: boolean
  /** Evidence attached to the task for the year. */
  readonly evidence: number
  readonly pieces: readonly {
    readonly code: string
    readonly department: string | null
    readonly work: SubTaskWork
    readonly evidence: number
  }[]
}

export interface Owed {
  readonly department: string
  readonly kind: OwedKind
  readonly task: string
  /** The occurrence or the piece of work; null where the task itself lacks it. */
  readonly subTask: string | null
}

/**
 * What departments still owe for a task's year: the lead, its result and, where the task is continuous, one piece of
 * evidence; of a recurring one each occurrence that is done owes its own; a late piece of work owes its progress.
 */
export function owedForTask(task: YearOfTask, today: Day): Owed[] {
  const owed: Owed[] = []
  const owe = (department: string | null, kind: OwedKind, subTask: string | null) => {
    if (department !== null) owed.push({ department, kind, task: task.code, subTask })
  }
  if (!task.hasResult) owe(task.lead, 'result', null)
  if (asksEvidence(task.kind, task.evidence)) owe(task.lead, 'evidence', null)
  for (const piece of task.pieces) {
    const answers = piece.department ?? task.lead
    if (subTaskLateness(piece.work, today).kind === 'late') owe(answers, 'progress', piece.code)
    if (pieceAsksEvidence(task.kind, piece.work.state, piece.evidence)) owe(answers, 'evidence', piece.code)
  }
  return owed
}
