import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import {
  completionOf,
  isOpenTask,
  mayMoveTask,
  stateAfter,
  TASK_MOVE_NAMES,
  TASK_MOVES,
  TASK_STATES,
  type TaskMove,
  type TaskState,
  taskMoveBetween,
  taskMovesFrom,
} from './task-state.ts'

/** Every state, and the moves it is open to. */
const OPEN: Record<TaskState, readonly TaskMove[]> = {
  not_started: ['start', 'finish', 'pause', 'cancel', 'keep_up'],
  in_progress: ['finish', 'pause', 'cancel', 'keep_up'],
  paused: ['resume', 'cancel', 'keep_up'],
  continuous: ['pause', 'cancel'],
  done: ['reopen'],
  cancelled: ['reopen'],
}

describe('a piece of work', () => {
  test.each(TASK_STATES.flatMap((state) => TASK_MOVE_NAMES.map((move) => [state, move] as const)))(
    'that is %s: %s',
    (state, move) => {
      expect(mayMoveTask(move, state)).toBe(OPEN[state].includes(move))
      expect(taskMovesFrom(state).includes(move)).toBe(OPEN[state].includes(move))
    },
  )
  test('is left by every state, and every state can be reached', () => {
    for (const state of TASK_STATES) {
      expect(taskMovesFrom(state)).not.toEqual([])
      if (state !== 'not_started') expect(Object.values(TASK_MOVES).some(({ to }) => to === state)).toBe(true)
    }
  })
  test('owes a reason when it is paused, cancelled or opened again', () => {
    const owing = TASK_MOVE_NAMES.filter((move) => TASK_MOVES[move].reason)
    expect(owing).toEqual(['pause', 'cancel', 'reopen'])
  })
  test('has begun once it reports progress', () => {
    expect(stateAfter('not_started', null, 5)).toBe('in_progress')
    expect(stateAfter('not_started', null, 0)).toBe('not_started')
    expect(stateAfter('paused', null, 50)).toBe('paused')
    expect(stateAfter('not_started', 'cancel', 5)).toBe('cancelled')
  })
  test('goes from one state to another by one move at most', () => {
    expect(taskMoveBetween('not_started', 'done')).toBe('finish')
    expect(taskMoveBetween('paused', 'in_progress')).toBe('resume')
    expect(taskMoveBetween('done', 'paused')).toBeNull()
    expect(taskMoveBetween('done', 'not_started')).toBeNull()
  })
  test('stays open while it is paused: pausing does not stop the clock', () => {
    expect(TASK_STATES.filter(isOpenTask)).toEqual(['not_started', 'in_progress', 'paused'])
  })
})

describe('finished work ended', () => {
  const due = day('2026-09-30')
  test.each([
    ['early', '2026-09-29', due],
    ['on_time', '2026-09-30', due],
    ['late', '2026-10-01', due],
    ['no_due_date', '2026-10-01', null],
  ] as const)('%s', (how, on, dueOn) => {
    expect(completionOf('done', day(on), dueOn)).toBe(how)
  })
  test('not at all while it is not done', () => {
    expect(completionOf('in_progress', null, due)).toBeNull()
  })
})
