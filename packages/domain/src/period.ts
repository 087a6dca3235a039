// A reporting year: opened from the plan's cycle, its deadlines frozen then; closed, locked, and opened again with a reason.

import { type Day, day, startOfDay, yearOf } from './day.ts'
import { deadlineDay, lastDayBefore } from './deadline.ts'
import type { Action } from './permission.ts'
import type { Plan, PlanHoliday } from './plan.ts'
import { lastWorkingDay } from './working-day.ts'

/** `open`: departments enter and send; `closed`: only what was returned or excepted moves; `locked`: nothing does. */
export const PERIOD_STATES = ['open', 'closed', 'locked'] as const
export type PeriodState = (typeof PERIOD_STATES)[number]

interface Transition {
  readonly action: Action
  readonly from: readonly PeriodState[]
  readonly to: PeriodState
  /** The act owes a reason that stays beside the period. */
  readonly reason: boolean
  /** No report may be waiting for a decision. */
  readonly nothingWaits: boolean
}

/** The only ways a period moves. */
export const PERIOD_ACTS = {
  close: { action: 'period.close', from: ['open'], to: 'closed', reason: false, nothingWaits: false },
  lock: { action: 'period.lock', from: ['closed'], to: 'locked', reason: false, nothingWaits: true },
  reopen: {
    action: 'period.reopen',
    from: ['closed', 'locked'],
    to: 'open',
    reason: true,
    nothingWaits: false,
  },
} as const satisfies Record<string, Transition>

export type PeriodAct = keyof typeof PERIOD_ACTS

/** Whether the act is open to a period in this state. */
export function mayMovePeriod(act: PeriodAct, state: PeriodState): boolean {
  return (PERIOD_ACTS[act].from as readonly PeriodState[]).includes(state)
}

/** The permissions whose acts a period in this state is open to. */
export function periodActionsIn(state: PeriodState): Action[] {
  const moves = Object.values(PERIOD_ACTS)
    .filter((act) => (act.from as readonly PeriodState[]).includes(state))
    .map((act) => act.action)
  return [...moves, 'period.allow']
}

/**
 * What is allowed to one department, with a reason: an `exception` lets it write until its end although the period is
 * closed or locked; an `extension` moves its deadline, and keeps the intake open for it until then; an `exemption`
 * takes it out of those that are expected.
 */
export const ALLOWANCE_KINDS = ['exception', 'extension', 'exemption'] as const
export type AllowanceKind = (typeof ALLOWANCE_KINDS)[number]

export interface Allowance {
  readonly kind: AllowanceKind
  readonly department: string
  readonly reason: string
  /** Instant, exclusive; null for an exemption, which lasts as long as the period. */
  readonly until: number | null
}

/** The dates of a period: instants are exclusive, in milliseconds since 1970. */
export interface PeriodDates {
  readonly year: number
  /** The day that the year's figures describe. */
  readonly dataCutOff: Day
  readonly departmentsDueAt: number
  readonly wardDueAt: number
  /** Working days before the departments' last day on which reminders go out; 0 is the day itself. */
  readonly reminders: readonly number[]
}

/** The dates that the plan's rule gives a year; null where one of its two deadlines has no date. */
export function datesOfYear(plan: Pick<Plan, 'cycle' | 'deadlines'>, year: number): PeriodDates | null {
  const { dataCutOff, departmentDeadline, wardDeadline, remindersWorkingDaysBefore } = plan.cycle
  const beforeOf = (code: string) => plan.deadlines.find((each) => each.code === code)?.before ?? null
  const [departments, ward] = [beforeOf(departmentDeadline), beforeOf(wardDeadline)]
  if (departments === null || ward === null) return null
  return {
    year,
    dataCutOff: dayOfYear(dataCutOff, year),
    departmentsDueAt: startOfDay(deadlineDay(departments, year)),
    wardDueAt: startOfDay(deadlineDay(ward, year)),
    reminders: [...remindersWorkingDaysBefore].sort((a, b) => b - a),
  }
}

/** 29 February in a common year is the day before 1 March: the cut-off is a day, not a first day too late. */
function dayOfYear(monthDay: string, year: number): Day {
  const leap = monthDay === '02-29' && deadlineDay(monthDay, year).endsWith('03-01')
  return day(`${String(year).padStart(4, '0')}-${leap ? '02-28' : monthDay}`)
}

export const PERIOD_FAULTS = [
  'cut_off_outside_year',
  'ward_before_departments',
  'year_outside_plan',
  'cut_off_after_deadline',
] as const
export type PeriodFault = (typeof PERIOD_FAULTS)[number]

/** What is wrong with the dates of a period that is about to open: each of them one word. */
export function periodFaults(dates: PeriodDates, startsOn: Day, today: Day): PeriodFault[] {
  const faults: PeriodFault[] = []
  if (dates.year < yearOf(startsOn) || dates.year > yearOf(today) + 1) faults.push('year_outside_plan')
  if (yearOf(dates.dataCutOff) !== dates.year) faults.push('cut_off_outside_year')
  else if (startOfDay(dates.dataCutOff) >= dates.departmentsDueAt) faults.push('cut_off_after_deadline')
  if (dates.wardDueAt < dates.departmentsDueAt) faults.push('ward_before_departments')
  return faults
}

/** A deadline as people read it. */
export interface DueDays {
  /** "Đến hết 30/11". */
  readonly lastDay: Day
  /** The last working day on or before it: 28/11 where 30/11 is a Sunday. */
  readonly lastWorkingDay: Day
}

export function dueDays(dueAt: number, holidays: readonly PlanHoliday[]): DueDays {
  const lastDay = lastDayBefore(dueAt)
  return { lastDay, lastWorkingDay: lastWorkingDay(lastDay, holidays) }
}

/** What the lock of a period depends on. */
export interface PeriodStanding {
  readonly state: PeriodState
  readonly allowances: readonly Allowance[]
  /** The departments whose report was sent back: they have to be able to mend it after the intake has closed. */
  readonly returned: readonly string[]
}

/** `open` also where no period was opened for the year. `closed` still lets figures be approved; `locked` does not. */
export type PeriodLock =
  | { readonly state: 'open' }
  | { readonly state: 'closed' | 'locked' }
  | { readonly state: 'exception'; readonly until: number | null; readonly reason: string }

/**
 * May this department write a figure of this year now? An exception counts until its end, in a closed and in a locked
 * period; an extension and a returned report count in a closed one. What no department owns has nobody to except.
 */
export function periodLock(
  period: PeriodStanding | null,
  department: string | null,
  now: number,
): PeriodLock {
  if (period === null || period.state === 'open') return { state: 'open' }
  const own = period.allowances.filter((each) => each.department === department && holds(each, now))
  const exception = own.find(({ kind }) => kind === 'exception')
  if (exception) return excepted(exception)
  if (period.state === 'locked') return { state: 'locked' }
  const extension = own.find(({ kind }) => kind === 'extension')
  if (extension) return excepted(extension)
  if (department !== null && period.returned.includes(department))
    return { state: 'exception', until: null, reason: 'returned' }
  return { state: 'closed' }
}

/** Whether figures may be entered, corrected or sent under this lock. */
export function maySubmitUnder(lock: PeriodLock): boolean {
  return lock.state === 'open' || lock.state === 'exception'
}

/** Whether figures that were sent may be approved or returned: until the period is locked. */
export function mayDecideUnder(lock: PeriodLock): boolean {
  return lock.state !== 'locked'
}

/** An exemption has no end; the others end at an instant that no longer counts. */
export function holds(allowance: Pick<Allowance, 'until'>, now: number): boolean {
  return allowance.until === null || now < allowance.until
}

/** When a department's report is due: at the period's deadline, or at the latest extension it was given. */
export function dueAtOf(
  { departmentsDueAt }: Pick<PeriodDates, 'departmentsDueAt'>,
  allowances: readonly Allowance[],
  department: string,
): number {
  const extended = allowances.flatMap((each) =>
    each.kind === 'extension' && each.department === department && each.until !== null ? [each.until] : [],
  )
  return Math.max(departmentsDueAt, ...extended)
}

/** Why a department owes nothing in a period; null when it does. */
export function exemptBecause(allowances: readonly Allowance[], department: string): string | null {
  const exemption = allowances.find((each) => each.kind === 'exemption' && each.department === department)
  return exemption?.reason ?? null
}

function excepted({ until, reason }: Allowance): PeriodLock {
  return { state: 'exception', until, reason }
}
