// What an update of a piece of work does: the move, how far, what has come out of it, and the day it was done.

import type { Day } from './day.ts'
import type { SubTaskFault, SubTaskWork } from './sub-task.ts'
import { mayMoveTask, stateAfter, TASK_MOVES, type TaskMove } from './task-state.ts'

export interface SubTaskUpdate {
  readonly move: TaskMove | null
  /** 0 to 100; null leaves it as it is. */
  readonly progress: number | null
  /** The products counted anew, by unit; those not named stay as they are. */
  readonly outputs: readonly { readonly unit: string; readonly done: number | null }[]
  /** The day it was done, where the move finishes it; null is today. */
  readonly doneOn: Day | null
  readonly text: string | null
}

/** What forbids the update; `wrong_move` is the only one that depends on the state. */
export function updateFaults(work: SubTaskWork, update: SubTaskUpdate, today: Day): SubTaskFault[] {
  const { move, progress, outputs, doneOn } = update
  const text = update.text?.trim() ?? ''
  const faults: SubTaskFault[] = []
  if (move === null && progress === null && outputs.length === 0 && text === '')
    faults.push({ field: 'text', code: 'nothing_said' })
  if (move !== null && !mayMoveTask(move, work.state))
    faults.push({ field: 'move', code: 'wrong_move', params: { state: work.state } })
  if (move !== null && TASK_MOVES[move].reason && text === '')
    faults.push({ field: 'text', code: 'reason_missing', params: { move } })
  if (progress !== null && (progress < 0 || progress > 100))
    faults.push({ field: 'progress', code: 'out_of_range', params: { minimum: 0, maximum: 100 } })
  if (progress !== null && work.progressFrom === 'outputs')
    faults.push({ field: 'progress', code: 'comes_from_outputs' })
  outputs.forEach(({ unit }, index) => {
    if (!work.outputs.some((output) => output.unit === unit))
      faults.push({ field: `outputs/${index}/unit`, code: 'unknown_unit', params: { unit } })
  })
  if (doneOn !== null && move !== 'finish') faults.push({ field: 'doneOn', code: 'not_finishing' })
  else if (doneOn !== null && doneOn > today)
    faults.push({ field: 'doneOn', code: 'future_day', params: { today } })
  return faults
}

/** The work after the update. Only finishing gives it a day of its end, and only opening it again takes that away. */
export function updated(work: SubTaskWork, update: SubTaskUpdate, today: Day): SubTaskWork {
  const counted = Math.max(update.progress ?? 0, ...update.outputs.map(({ done }) => done ?? 0))
  const state = stateAfter(work.state, update.move, counted)
  const done = new Map(update.outputs.map((output) => [output.unit, output.done]))
  return {
    ...work,
    state,
    progress: update.progress ?? work.progress,
    outputs: work.outputs.map((output) => {
      const counted = done.get(output.unit)
      return counted === undefined ? output : { ...output, done: counted }
    }),
    doneOn: update.move === 'finish' ? (update.doneOn ?? today) : state === 'done' ? work.doneOn : null,
  }
}
