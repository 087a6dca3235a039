// The life of an obstacle: raised by a section, put together by the coordinator, decided by the leader, answered.
// The plan's closing paragraph gives the road (every unit → coordinator → People's Committee); V.1 gives cable findings.

import { type Day, daysBetween } from './day.ts'
import type { Action } from './permission.ts'

export const OBSTACLE_KINDS = ['difficulty', 'cable_finding'] as const
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number]

/** What an obstacle may stand on: a thing of the plan by its code, a cable route by its name, or the plan as a whole. */
export const OBSTACLE_SUBJECTS = ['plan', 'task', 'indicator', 'area', 'route'] as const
export type ObstacleSubject = (typeof OBSTACLE_SUBJECTS)[number]

export const OBSTACLE_STATES = [
  'raised',
  'returned',
  'consolidated',
  'submitted',
  'in_progress',
  'resolved',
  'beyond_authority',
  'merged',
] as const
export type ObstacleState = (typeof OBSTACLE_STATES)[number]

/** Whom an obstacle waits for ("đang chờ ai"). */
export const OBSTACLE_WAITS = ['coordinator', 'leader', 'acting', 'raiser', 'superior', 'nobody'] as const
export type ObstacleWait = (typeof OBSTACLE_WAITS)[number]

/** Whose department counts for the right to act: who raised it, who was told to act, or nobody's in particular. */
type Side = 'raiser' | 'acting' | null

interface Transition {
  readonly action: Action
  readonly from: readonly ObstacleState[]
  /** Null: the state stays. */
  readonly to: ObstacleState | null
  readonly side: Side
  /** It is an answer: whoever raised the obstacle is to see it. */
  readonly answers: boolean
}

/** The only ways an obstacle moves. */
export const OBSTACLE_ACTS = {
  amend: {
    action: 'obstacle.amend',
    from: ['raised', 'returned'],
    to: 'raised',
    side: 'raiser',
    answers: false,
  },
  return: {
    action: 'obstacle.return',
    from: ['raised', 'consolidated'],
    to: 'returned',
    side: null,
    answers: true,
  },
  consolidate: {
    action: 'obstacle.consolidate',
    from: ['raised', 'consolidated'],
    to: 'consolidated',
    side: null,
    answers: false,
  },
  merge: {
    action: 'obstacle.merge',
    from: ['raised', 'consolidated'],
    to: 'merged',
    side: null,
    answers: true,
  },
  submit: { action: 'obstacle.submit', from: ['consolidated'], to: 'submitted', side: null, answers: false },
  decide: {
    action: 'obstacle.decide',
    from: ['submitted', 'in_progress'],
    to: 'in_progress',
    side: null,
    answers: true,
  },
  refer: {
    action: 'obstacle.refer',
    from: ['submitted', 'in_progress'],
    to: 'beyond_authority',
    side: null,
    answers: true,
  },
  resolve: {
    action: 'obstacle.resolve',
    from: ['in_progress', 'beyond_authority'],
    to: 'resolved',
    side: 'acting',
    answers: true,
  },
  reopen: { action: 'obstacle.reopen', from: ['resolved'], to: 'in_progress', side: null, answers: true },
  acknowledge: {
    action: 'obstacle.acknowledge',
    from: ['returned', 'in_progress', 'resolved', 'beyond_authority', 'merged'],
    to: null,
    side: 'raiser',
    answers: false,
  },
} as const satisfies Record<string, Transition>

export type ObstacleAct = keyof typeof OBSTACLE_ACTS
export const OBSTACLE_ACT_NAMES = Object.keys(OBSTACLE_ACTS) as ObstacleAct[]

/** Whether the act is open to an obstacle in this state. */
export function mayMoveObstacle(act: ObstacleAct, state: ObstacleState): boolean {
  return (OBSTACLE_ACTS[act].from as readonly ObstacleState[]).includes(state)
}

/** The acts that an obstacle in this state is open to; an answer that was seen needs not be seen again. */
export function obstacleActsIn(state: ObstacleState, hasUnseenAnswer: boolean): ObstacleAct[] {
  return OBSTACLE_ACT_NAMES.filter(
    (act) => mayMoveObstacle(act, state) && (act !== 'acknowledge' || hasUnseenAnswer),
  )
}

const WAITS: Record<ObstacleState, ObstacleWait> = {
  raised: 'coordinator',
  returned: 'raiser',
  consolidated: 'coordinator',
  submitted: 'leader',
  in_progress: 'acting',
  resolved: 'nobody',
  beyond_authority: 'superior',
  merged: 'nobody',
}

export function obstacleWaitsFor(state: ObstacleState): ObstacleWait {
  return WAITS[state]
}

/** The states in which an obstacle waits for this one. */
export function statesWaitingFor(wait: ObstacleWait): ObstacleState[] {
  return OBSTACLE_STATES.filter((state) => WAITS[state] === wait)
}

/** What nobody in the ward has to do anything about any more. */
export function isObstacleClosed(state: ObstacleState): boolean {
  return state === 'resolved' || state === 'beyond_authority' || state === 'merged'
}

/** Whole days from the day it was raised to the day it was closed, or to today. */
export function obstacleAge(raisedOn: Day, closedOn: Day | null, today: Day): number {
  return Math.max(0, daysBetween(raisedOn, closedOn ?? today))
}

/** Days by which whoever was told to act is late; 0 while in time. The last day itself is in time. */
export function obstacleLateDays(state: ObstacleState, dueOn: Day | null, today: Day): number {
  if (state !== 'in_progress' || dueOn === null) return 0
  return Math.max(0, daysBetween(dueOn, today))
}

/** The number in people's mouths: the 7th obstacle of 2026 is VM-2026-007. */
export function obstacleCode(year: number, number: number): string {
  return `VM-${year}-${String(number).padStart(3, '0')}`
}

export type ObstacleFaultCode = 'place_missing' | 'enterprise_missing' | 'work_missing' | 'past_day'
export interface ObstacleFault {
  readonly field: 'place' | 'enterprise' | 'workOrdered' | 'dueOn'
  readonly code: ObstacleFaultCode
}

/** A cable finding (V.1) is of no use without its place and the enterprise whose cable it is. */
export function obstacleFaults(raised: {
  readonly kind: ObstacleKind
  readonly place: string | null
  readonly enterprise: string | null
}): ObstacleFault[] {
  if (raised.kind !== 'cable_finding') return []
  const faults: ObstacleFault[] = []
  if (isBlank(raised.place)) faults.push({ field: 'place', code: 'place_missing' })
  if (isBlank(raised.enterprise)) faults.push({ field: 'enterprise', code: 'enterprise_missing' })
  return faults
}

/** A decision sets a day that has not passed; on a cable finding it orders the work. */
export function decisionFaults(
  kind: ObstacleKind,
  decision: { readonly dueOn: Day; readonly workOrdered: string | null },
  today: Day,
): ObstacleFault[] {
  const faults: ObstacleFault[] = []
  if (decision.dueOn < today) faults.push({ field: 'dueOn', code: 'past_day' })
  if (kind === 'cable_finding' && isBlank(decision.workOrdered))
    faults.push({ field: 'workOrdered', code: 'work_missing' })
  return faults
}

/** An obstacle can be merged into another that is still on its way. */
export function mayTakeOver(survivor: ObstacleState): boolean {
  return !isObstacleClosed(survivor) && survivor !== 'returned'
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
