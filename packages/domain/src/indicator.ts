// What an indicator is: how it is counted, which way is better, what it aims at.

import type { Day } from './day.ts'

export const MEASURES = ['ratio', 'count', 'checklist', 'qualitative'] as const
export type Measure = (typeof MEASURES)[number]

export const DIRECTIONS = ['up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** `stated`: written with a year in part II; `standing`: a duty without a year; `implied`: the words say "all". */
export const TARGET_KINDS = ['stated', 'standing', 'implied'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** How a figure was obtained. */
export const METHODS = ['counted', 'provided', 'estimated'] as const
export type Method = (typeof METHODS)[number]

export const QUALITATIVE_STATES = ['not_started', 'in_progress', 'done'] as const
export type QualitativeState = (typeof QUALITATIVE_STATES)[number]

/** A milestone as the arithmetic sees it. */
export interface Milestone {
  readonly on: Day
  readonly target: number
}
