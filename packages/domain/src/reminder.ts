// The ladder of reminders: who is reminded of what on which day. Each rung once, whatever runs twice.

import { addDays, type Day } from './day.ts'
import type { PersonId } from './ids.ts'
import type { AFTER_DEADLINE, PlanHoliday } from './plan.ts'
import { isWorkingDay, lastWorkingDay } from './working-day.ts'

/** What the plan says about reminders, beside the working days before the deadline on which they go out. */
export interface ReminderRule {
  /** Working days before the last day that is on time; 0 is that day itself. */
  readonly workingDaysBefore: readonly number[]
  readonly afterDeadline: (typeof AFTER_DEADLINE)[number]
  /** Nobody is reminded on a day that is not worked: the rung moves to the working day before, a daily one is left out. */
  readonly quietOnDaysOff: boolean
}

/** How a rung is written: `T-3`, `late/2026-12-02`, `waits/submitted`. It is what a reminder is sent once for. */
export type Rung = `T-${number}` | `late/${string}` | `waits/${string}`

/** What people are reminded of: reports, results of tasks, obstacles, the ward's own report to its superior. */
export const REMINDED_KINDS = ['report', 'tasks', 'obstacle', 'ward_report'] as const
export type RemindedKind = (typeof REMINDED_KINDS)[number]

const LONGEST_LADDER_DAYS = 120

/** The day of each rung, the nearest to the deadline last. */
export function rungDays(
  lastDay: Day,
  rule: ReminderRule,
  holidays: readonly PlanHoliday[],
): { readonly rung: Rung; readonly on: Day }[] {
  const base = rule.quietOnDaysOff ? lastWorkingDay(lastDay, holidays) : lastDay
  return [...new Set(rule.workingDaysBefore)]
    .sort((a, b) => b - a)
    .map((days) => ({ rung: `T-${days}` as const, on: workingDaysBefore(base, days, holidays) }))
}

function workingDaysBefore(on: Day, days: number, holidays: readonly PlanHoliday[]): Day {
  let day = on
  for (let left = days, back = 0; left > 0 && back < LONGEST_LADDER_DAYS; back++) {
    day = addDays(day, -1)
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}

/**
 * The rung that holds today, or null. A service that was down on a rung's day catches up with the newest one only;
 * after the deadline every day is a rung of its own.
 */
export function rungOn(
  today: Day,
  lastDay: Day,
  rule: ReminderRule,
  holidays: readonly PlanHoliday[],
): Rung | null {
  if (rule.quietOnDaysOff && !isWorkingDay(today, holidays)) return null
  if (today > lastDay) return rule.afterDeadline === 'daily' ? `late/${today}` : null
  return rungDays(lastDay, rule, holidays).findLast(({ on }) => on <= today)?.rung ?? null
}

/** Something that waits for a person, a department or a post, until a day or without one. */
export interface OwedThing {
  /** What it is, in the house's words: `report/2026/VH-TT`. */
  readonly thing: string
  /** Who is charged with it in person, where somebody is. */
  readonly person: PersonId | null
  /** Null where it waits for a post. */
  readonly department: string | null
  /** The post that it waits for; null: whoever coordinates, where no department answers for it. */
  readonly post: 'leader' | null
  /** Null where it has no day: then it is said once that it waits, and again when it waits for something else. */
  readonly lastDay: Day | null
  /** What it waits for, in the house's words: `submitted`. */
  readonly waits: string
}

export interface Reachable {
  readonly id: PersonId
  /** Codes of the departments that the person enters for. */
  readonly departments: readonly string[]
  readonly coordinates: boolean
  readonly leads: boolean
}

/**
 * Whoever is charged with it; else the people of its department, or those who hold the post; else, where nobody is
 * there, whoever coordinates.
 */
export function remindWhom(
  { person, department, post }: Pick<OwedThing, 'person' | 'department' | 'post'>,
  people: readonly Reachable[],
): PersonId[] {
  const charged = people.filter(({ id }) => id === person)
  const own = people.filter(({ departments }) => department !== null && departments.includes(department))
  const holders = people.filter(({ leads }) => post === 'leader' && leads)
  const coordinators = people.filter(({ coordinates }) => coordinates)
  const found = [charged, own, holders, coordinators].find(({ length }) => length > 0)
  return (found ?? []).map(({ id }) => id)
}

/** The rung of a thing that holds today, or null: what has no day is said on the first day on which people are told. */
export function rungOf(
  today: Day,
  { lastDay, waits }: Pick<OwedThing, 'lastDay' | 'waits'>,
  rule: ReminderRule,
  holidays: readonly PlanHoliday[],
): Rung | null {
  if (lastDay !== null) return rungOn(today, lastDay, rule, holidays)
  return rule.quietOnDaysOff && !isWorkingDay(today, holidays) ? null : `waits/${waits}`
}

export interface Reminder<Thing extends OwedThing = OwedThing> {
  readonly person: PersonId
  readonly thing: Thing
  readonly rung: Rung
}

/** All that is to be said today, each to whom: what was said already is for the caller to know. */
export function remindersOn<Thing extends OwedThing>(
  today: Day,
  things: readonly Thing[],
  people: readonly Reachable[],
  rule: ReminderRule,
  holidays: readonly PlanHoliday[],
): Reminder<Thing>[] {
  return things.flatMap((thing) => {
    const rung = rungOf(today, thing, rule, holidays)
    return rung === null ? [] : remindWhom(thing, people).map((person) => ({ person, thing, rung }))
  })
}
