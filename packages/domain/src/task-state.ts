// The life of a piece of work. Whether it is late, and how it ended, is computed from its days and never typed.

import { type Day, daysBetween } from './day.ts'

export const TASK_STATES = [
  'not_started',
  'in_progress',
  'done',
  'paused',
  'cancelled',
  'continuous',
] as const
export type TaskState = (typeof TASK_STATES)[number]

export const COMPLETIONS = ['early', 'on_time', 'late', 'no_due_date'] as const
export type Completion = (typeof COMPLETIONS)[number]

interface Move {
  readonly from: readonly TaskState[]
  readonly to: TaskState
  /** The move owes a reason that stays in the log. */
  readonly reason: boolean
}

/** The only ways a piece of work moves; whoever may update it may make them. */
export const TASK_MOVES = {
  start: { from: ['not_started'], to: 'in_progress', reason: false },
  finish: { from: ['not_started', 'in_progress'], to: 'done', reason: false },
  pause: { from: ['not_started', 'in_progress', 'continuous'], to: 'paused', reason: true },
  resume: { from: ['paused'], to: 'in_progress', reason: false },
  cancel: { from: ['not_started', 'in_progress', 'paused', 'continuous'], to: 'cancelled', reason: true },
  reopen: { from: ['done', 'cancelled'], to: 'in_progress', reason: true },
  keep_up: { from: ['not_started', 'in_progress', 'paused'], to: 'continuous', reason: false },
} as const satisfies Record<string, Move>

export type TaskMove = keyof typeof TASK_MOVES
export const TASK_MOVE_NAMES = Object.keys(TASK_MOVES) as TaskMove[]

/** Whether the move is open to work in this state. */
export function mayMoveTask(move: TaskMove, state: TaskState): boolean {
  return (TASK_MOVES[move].from as readonly TaskState[]).includes(state)
}

/** The moves open to work in this state, in the order of the declaration. */
export function taskMovesFrom(state: TaskState): TaskMove[] {
  return TASK_MOVE_NAMES.filter((move) => mayMoveTask(move, state))
}

/** The one move that leads from a state to another; null where there is none. */
export function taskMoveBetween(from: TaskState, to: TaskState): TaskMove | null {
  return TASK_MOVE_NAMES.find((move) => TASK_MOVES[move].to === to && mayMoveTask(move, from)) ?? null
}

/** The state after an update: that of the move; otherwise, work that reports any progress, or any product, has begun. */
export function stateAfter(state: TaskState, move: TaskMove | null, reported: number): TaskState {
  if (move !== null) return TASK_MOVES[move].to
  return state === 'not_started' && reported > 0 ? 'in_progress' : state
}

/** Open is what is neither done nor cancelled nor without an end: pausing does not stop the clock. */
export function isOpenTask(state: TaskState): boolean {
  return state === 'not_started' || state === 'in_progress' || state === 'paused'
}

/** How finished work ended: before its due day, on it, or after it ("trước hạn, đúng hạn, quá hạn"); null while it is not done. */
export function completionOf(state: TaskState, doneOn: Day | null, dueOn: Day | null): Completion | null {
  if (state !== 'done' || doneOn === null) return null
  if (dueOn === null) return 'no_due_date'
  const days = daysBetween(dueOn, doneOn)
  return days < 0 ? 'early' : days === 0 ? 'on_time' : 'late'
}
