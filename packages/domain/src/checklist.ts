// The named items behind a 100 % target: which there are on a day, which are done, and which are missing.

import type { Day } from './day.ts'
import { holdsOn } from './department.ts'
import type { PlanIndicator, PlanTask } from './plan.ts'

export const CHECKLIST_STATUSES = ['done', 'not_done', 'not_applicable'] as const
export type ChecklistStatus = (typeof CHECKLIST_STATUSES)[number]

/** Who a system belongs to: the ministries, the province, the city, the ward itself. */
export const OWNER_LEVELS = ['central', 'province', 'city', 'ward'] as const
export type OwnerLevel = (typeof OWNER_LEVELS)[number]

/** From this day on, until a later one says otherwise. */
export interface DatedStatus {
  readonly status: ChecklistStatus
  readonly since: Day
}

export interface ChecklistItem {
  readonly code: string
  readonly name: string
  /** Null where it makes no difference who owns it. */
  readonly level: OwnerLevel | null
  /** The day it appeared; null: it was always there. */
  readonly validFrom: Day | null
  /** The day from which it is no longer there; exclusive. */
  readonly validTo: Day | null
  readonly statuses: readonly DatedStatus[]
}

/** What counts of the items of a list on a day. */
export interface ChecklistCounts {
  /** done + missing + notApplicable. */
  readonly all: number
  readonly done: number
  /** Not done, or not looked at yet. */
  readonly missing: number
  /** Of the missing, those that nobody has looked at. */
  readonly unreviewed: number
  readonly notApplicable: number
}

/** The newest status that had begun by the day; null where nobody has said anything about that time. */
export function statusOn(item: Pick<ChecklistItem, 'statuses'>, day: Day): DatedStatus | null {
  let newest: DatedStatus | null = null
  for (const status of item.statuses)
    if (status.since <= day && (newest === null || status.since > newest.since)) newest = status
  return newest
}

/** The items that are there on a day. */
export function itemsOn<Item extends ChecklistItem>(items: readonly Item[], day: Day): readonly Item[] {
  return items.filter((item) => holdsOn(item, day))
}

export function countItems(items: readonly ChecklistItem[], day: Day): ChecklistCounts {
  const counts = { all: 0, done: 0, missing: 0, unreviewed: 0, notApplicable: 0 }
  for (const item of itemsOn(items, day)) {
    const status = statusOn(item, day)?.status ?? null
    counts.all += 1
    if (status === 'done') counts.done += 1
    else if (status === 'not_applicable') counts.notApplicable += 1
    else counts.missing += 1
    if (status === null) counts.unreviewed += 1
  }
  return counts
}

/** The figure that a list stands for: done out of those it applies to. An unreviewed item is not a "no": no figure yet. */
export type ChecklistFigure =
  | { readonly kind: 'figure'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreviewed'; readonly count: number }

export function checklistFigure({ all, done, missing, unreviewed }: ChecklistCounts): ChecklistFigure {
  if (all === 0) return { kind: 'empty' }
  if (unreviewed > 0) return { kind: 'unreviewed', count: unreviewed }
  return { kind: 'figure', numerator: done, denominator: done + missing }
}

/** The same by owner level, for what the ward can do itself; levels without items are left out. */
export function countByLevel(
  items: readonly ChecklistItem[],
  day: Day,
): readonly { readonly level: OwnerLevel; readonly counts: ChecklistCounts }[] {
  return OWNER_LEVELS.map((level) => ({
    level,
    counts: countItems(
      items.filter((item) => item.level === level),
      day,
    ),
  })).filter(({ counts }) => counts.all > 0)
}

/** Those that are there and neither done nor out of question, in the order of the list. */
export function missingItems<Item extends ChecklistItem>(items: readonly Item[], day: Day): readonly Item[] {
  return itemsOn(items, day).filter((item) => {
    const status = statusOn(item, day)?.status
    return status !== 'done' && status !== 'not_applicable'
  })
}

export type ChecklistFaultCode =
  | 'future_day'
  | 'before_item'
  | 'after_item'
  | 'period_reversed'
  | 'since_missing'

export interface ChecklistFault {
  readonly field: 'since' | 'validTo'
  readonly code: ChecklistFaultCode
  readonly params?: Readonly<Record<string, unknown>>
}

/** A status begins on a day that has come and on which the item is there; an item ends after it began. */
export function checklistFaults(
  item: Pick<ChecklistItem, 'validFrom' | 'validTo'>,
  change: DatedStatus | null,
  today: Day,
): readonly ChecklistFault[] {
  const { validFrom, validTo } = item
  const faults: ChecklistFault[] = []
  if (validFrom !== null && validTo !== null && validTo <= validFrom)
    faults.push({ field: 'validTo', code: 'period_reversed', params: { validFrom, validTo } })
  if (change === null) return faults
  const { since } = change
  if (since > today) faults.push({ field: 'since', code: 'future_day', params: { today } })
  if (validFrom !== null && since < validFrom)
    faults.push({ field: 'since', code: 'before_item', params: { validFrom } })
  if (validTo !== null && since >= validTo)
    faults.push({ field: 'since', code: 'after_item', params: { validTo } })
  return faults
}

/** An indicator of the whole ward whose units can be named has a list; one that is counted by area is ticked by area. */
export function hasChecklist(
  indicator: Pick<PlanIndicator, 'measure' | 'perArea' | 'denominatorOf'>,
): boolean {
  if (indicator.perArea) return false
  return (
    indicator.measure === 'checklist' || (indicator.measure === 'ratio' && indicator.denominatorOf === null)
  )
}

/** A task whose sub-items are named in the plan has a list too: the nine platforms of III.9. */
export function taskHasChecklist(task: Pick<PlanTask, 'subItems'>): boolean {
  return task.subItems.length > 0
}
