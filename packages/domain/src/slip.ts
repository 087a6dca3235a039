// A slip: a link with which somebody without an account sends the few numbers of one area, for an officer to confirm.

import type { CellKind } from './cell-kind.ts'

/** As many numbers as one fills in standing at a door. */
export const MOST_ON_SLIP = 8
/** How long a slip is open unless another day is said, and at most. */
export const SLIP_DAYS = 14
export const LONGEST_SLIP_DAYS = 60

export const SLIP_STATES = ['open', 'sent', 'confirmed', 'expired', 'revoked'] as const
export type SlipState = (typeof SLIP_STATES)[number]

export interface SlipTimes {
  readonly expiresAt: string
  readonly revokedAt: string | null
  /** When the figures were last sent; null: nothing yet. */
  readonly sentAt: string | null
  /** All that was sent has been confirmed. */
  readonly isConfirmed: boolean
}

/** What was sent can be confirmed whatever became of the link: only an empty one expires. */
export function slipState({ expiresAt, revokedAt, sentAt, isConfirmed }: SlipTimes, now: Date): SlipState {
  if (isConfirmed) return 'confirmed'
  if (revokedAt !== null) return 'revoked'
  if (sentAt !== null) return 'sent'
  return now >= new Date(expiresAt) ? 'expired' : 'open'
}

/** Whether the link still opens: it is read and sent again until it is revoked or its last day is over. */
export function isSlipOpen(
  { expiresAt, revokedAt }: Pick<SlipTimes, 'expiresAt' | 'revokedAt'>,
  now: Date,
): boolean {
  return revokedAt === null && now < new Date(expiresAt)
}

/** What an area's head can count: what is judged in words is not theirs to judge, nor is the ward's own figure. */
export function fitsSlip(kind: CellKind, perArea: boolean): boolean {
  return perArea && kind !== 'qualitative'
}
