// The life of a figure. A revision's numbers never change: a correction is a new revision.

import type { Action } from './permission.ts'

export const MEASUREMENT_STATES = ['draft', 'submitted', 'returned', 'approved', 'superseded'] as const
export type MeasurementState = (typeof MEASUREMENT_STATES)[number]

interface Transition {
  readonly action: Action
  readonly from: readonly MeasurementState[]
  readonly to: MeasurementState
  /** The act owes a reason that stays beside the figure. */
  readonly reason: boolean
  /** It judges what somebody else entered: open until the period is locked, where writing ends when it closes. */
  readonly decides: boolean
}

/** The only ways a figure moves. Correcting leaves the old revision in force until the new one is approved. */
export const MEASUREMENT_ACTS = {
  submit: {
    action: 'measurement.submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    reason: false,
    decides: false,
  },
  approve: {
    action: 'measurement.approve',
    from: ['submitted'],
    to: 'approved',
    reason: false,
    decides: true,
  },
  return: { action: 'measurement.return', from: ['submitted'], to: 'returned', reason: true, decides: true },
  withdraw: {
    action: 'measurement.withdraw',
    from: ['submitted'],
    to: 'draft',
    reason: false,
    decides: false,
  },
  correct: {
    action: 'measurement.correct',
    from: ['draft', 'submitted', 'returned', 'approved'],
    to: 'submitted',
    reason: true,
    decides: false,
  },
} as const satisfies Record<string, Transition>

export type MeasurementAct = keyof typeof MEASUREMENT_ACTS

/** Whether the act is open to a figure in this state. */
export function mayMove(act: MeasurementAct, state: MeasurementState): boolean {
  return (MEASUREMENT_ACTS[act].from as readonly MeasurementState[]).includes(state)
}

/** What a period leaves open: `write` until it closes (or by an exception), `decide` until it is locked. */
export interface OpenFor {
  readonly write: boolean
  readonly decide: boolean
}

/** The permissions whose acts a figure in this state is open to, in its period as that stands now. */
export function actionsIn(state: MeasurementState, open: OpenFor = { write: true, decide: true }): Action[] {
  return Object.values(MEASUREMENT_ACTS)
    .filter(
      ({ from, decides }) =>
        (from as readonly MeasurementState[]).includes(state) && (decides ? open.decide : open.write),
    )
    .map((act) => act.action)
}
