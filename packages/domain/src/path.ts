// The planned path: straight lines by days through the baseline and the milestones. Results never move it.

import { type Day, daysBetween } from './day.ts'
import type { Milestone } from './indicator.ts'

export interface PathPoint {
  readonly on: Day
  readonly value: number
}

/** The stretch that leads to one milestone, and the value it started from. */
export interface Segment {
  readonly startsOn: Day
  readonly anchor: number
}

export function sortByDay<T extends { readonly on: Day }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The corners of the path: the baseline, then every milestone after it; without a baseline or a milestone there is no path. */
export function pathPoints(
  baseline: PathPoint | null,
  milestones: readonly Milestone[],
): readonly PathPoint[] {
  if (!baseline || milestones.length === 0) return []
  const after = sortByDay(milestones).filter((milestone) => milestone.on > baseline.on)
  return [
    { on: baseline.on, value: baseline.value },
    ...after.map(({ on, target }) => ({ on, value: target })),
  ]
}

/** P(t): before the baseline it is the baseline, after the last milestone it stays at the last target. */
export function expectedOn(path: readonly PathPoint[], on: Day): number | null {
  const next = path.findIndex((point) => point.on >= on)
  if (next === -1) return path.at(-1)?.value ?? null
  const to = path[next]!
  const from = path[next - 1]
  if (!from) return to.value
  const share = daysBetween(from.on, on) / daysBetween(from.on, to.on)
  return from.value + (to.value - from.value) * share
}

/** The milestone that is being worked towards: the first on or after the day, else the last one. */
export function currentMilestone(milestones: readonly Milestone[], asOf: Day): Milestone | null {
  const sorted = sortByDay(milestones)
  return sorted.find((milestone) => milestone.on >= asOf) ?? sorted.at(-1) ?? null
}

/**
 * A segment starts at the milestone before, from what had been reached by then (else from that milestone's target);
 * the first one starts at the baseline. A milestone that lies before the baseline starts nothing: it was never pursued.
 */
export function segmentTo(
  milestone: Milestone,
  milestones: readonly Milestone[],
  baseline: PathPoint | null,
  reached: readonly PathPoint[],
): Segment | null {
  const previous = sortByDay(milestones).findLast((other) => other.on < milestone.on)
  if (baseline && (!previous || previous.on <= baseline.on))
    return { startsOn: baseline.on, anchor: baseline.value }
  if (!previous) return null
  const last = sortByDay(reached).findLast((point) => point.on <= previous.on)
  return { startsOn: previous.on, anchor: last ? last.value : previous.target }
}

/** τ: the share of the segment's days that had passed on the day the figure describes. */
export function elapsedShare(segment: Segment, milestone: Milestone, on: Day): number | null {
  const length = daysBetween(segment.startsOn, milestone.on)
  return length > 0 ? daysBetween(segment.startsOn, on) / length : null
}
