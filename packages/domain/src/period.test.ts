import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { isOnTime } from './deadline.ts'
import {
  type Allowance,
  datesOfYear,
  dueAtOf,
  dueDays,
  exemptBecause,
  mayDecideUnder,
  mayMovePeriod,
  maySubmitUnder,
  PERIOD_ACTS,
  PERIOD_STATES,
  type PeriodAct,
  type PeriodStanding,
  type PeriodState,
  periodActionsIn,
  periodFaults,
  periodLock,
} from './period.ts'
import type { Plan } from './plan.ts'

const deadline = (code: string, before: string | null) =>
  ({ code, before, rule: 'yearly', name: code, text: '', sender: '*', via: null, routes: [] }) as const
const plan: Pick<Plan, 'cycle' | 'deadlines'> = {
  cycle: {
    dataCutOff: '11-14',
    departmentDeadline: 'A',
    wardDeadline: 'B',
    remindersWorkingDaysBefore: [0, 1, 3, 7],
    remindersAfterDeadline: 'daily',
    remindersQuietOnDaysOff: true,
  },
  deadlines: [deadline('A', '12-01'), deadline('B', '12-05')],
}
const at = Date.parse

describe('the dates of a year', () => {
  test('come from the plan: "trước ngày 01/12" ends with 30/11 in Việt Nam', () => {
    const dates = datesOfYear(plan, 2026)!
    expect(dates).toEqual({
      year: 2026,
      dataCutOff: '2026-11-14',
      departmentsDueAt: at('2026-12-01T00:00:00+07:00'),
      wardDueAt: at('2026-12-05T00:00:00+07:00'),
      reminders: [7, 3, 1, 0],
    })
    expect(isOnTime(at('2026-11-30T23:59:59.999+07:00'), dates.departmentsDueAt)).toBe(true)
    expect(isOnTime(at('2026-12-01T00:00:00+07:00'), dates.departmentsDueAt)).toBe(false)
  })
  test('do not exist where a deadline of the cycle has no date', () => {
    expect(
      datesOfYear({ ...plan, deadlines: [deadline('A', null), deadline('B', '12-05')] }, 2026),
    ).toBeNull()
    expect(datesOfYear({ ...plan, deadlines: [] }, 2026)).toBeNull()
  })
  test('of a plan that ends its year on 31/12 fall on the first of January: the last instant belongs to the year', () => {
    const dates = datesOfYear({ ...plan, deadlines: [deadline('A', '12-31'), deadline('B', '12-31')] }, 2026)!
    expect(dueDays(dates.departmentsDueAt, [])).toEqual({
      lastDay: '2026-12-30',
      lastWorkingDay: '2026-12-30',
    })
    expect(isOnTime(at('2026-12-31T00:00:00+07:00'), dates.wardDueAt)).toBe(false)
  })
  test('know 29 February: a cut-off on it is 28/02 in a common year, "trước ngày 29/02" runs to the end of 28/02', () => {
    const leap = {
      cycle: { ...plan.cycle, dataCutOff: '02-29' },
      deadlines: [deadline('A', '02-29'), deadline('B', '03-01')],
    }
    expect(datesOfYear(leap, 2028)).toMatchObject({
      dataCutOff: '2028-02-29',
      departmentsDueAt: at('2028-02-29T00:00:00+07:00'),
    })
    expect(datesOfYear(leap, 2027)).toMatchObject({
      dataCutOff: '2027-02-28',
      departmentsDueAt: at('2027-03-01T00:00:00+07:00'),
    })
  })
  test('name the last working day: 30/11/2025 is a Sunday, so it is 28/11', () => {
    expect(dueDays(datesOfYear(plan, 2025)!.departmentsDueAt, [])).toEqual({
      lastDay: '2025-11-30',
      lastWorkingDay: '2025-11-28',
    })
  })
  test('are refused outside the plan, with a cut-off in another year or after the deadline, or with the ward before its departments', () => {
    const dates = datesOfYear(plan, 2026)!
    const faults = (change: Partial<typeof dates>) =>
      periodFaults({ ...dates, ...change }, day('2023-03-22'), day('2026-11-22'))
    expect(faults({})).toEqual([])
    expect(faults(datesOfYear(plan, 2027)!)).toEqual([])
    expect(faults(datesOfYear(plan, 2022)!)).toEqual(['year_outside_plan'])
    expect(faults(datesOfYear(plan, 2028)!)).toEqual(['year_outside_plan'])
    expect(faults({ dataCutOff: day('2026-11-30') })).toEqual([])
    expect(faults({ dataCutOff: day('2026-12-01') })).toEqual(['cut_off_after_deadline'])
    expect(faults({ dataCutOff: day('2027-01-01') })).toEqual(['cut_off_outside_year'])
    expect(faults({ wardDueAt: dates.departmentsDueAt - 1 })).toEqual(['ward_before_departments'])
    expect(faults({ wardDueAt: dates.departmentsDueAt })).toEqual([])
  })
})

describe('a period moves', () => {
  const table: Record<PeriodState, Record<PeriodAct, boolean>> = {
    open: { close: true, lock: false, reopen: false },
    closed: { close: false, lock: true, reopen: true },
    locked: { close: false, lock: false, reopen: true },
  }
  test.each(PERIOD_STATES)('from %s only where the declaration says so', (state) => {
    for (const act of Object.keys(PERIOD_ACTS) as PeriodAct[])
      expect([act, mayMovePeriod(act, state)]).toEqual([act, table[state][act]])
    const open = (Object.keys(PERIOD_ACTS) as PeriodAct[]).filter((act) => table[state][act])
    expect(periodActionsIn(state)).toEqual([...open.map((act) => PERIOD_ACTS[act].action), 'period.allow'])
  })
  test('back to open only with a reason', () => {
    expect(PERIOD_ACTS.reopen).toMatchObject({ to: 'open', reason: true })
  })
})

describe('the lock of a period', () => {
  const now = at('2026-12-02T09:00:00+07:00')
  const allowing = (kind: Allowance['kind'], until: number | null): Allowance => ({
    kind,
    department: 'CA',
    reason: 'Chờ số liệu',
    until,
  })
  const lock = (state: PeriodState, more: Partial<PeriodStanding> = {}, department: string | null = 'CA') =>
    periodLock({ state, allowances: [], returned: [], ...more }, department, now)

  test('is open where no period was opened, and while it is', () => {
    expect(periodLock(null, 'CA', now)).toEqual({ state: 'open' })
    expect(lock('open')).toEqual({ state: 'open' })
  })
  test('keeps out everybody once closed; what was sent may still be approved until it is locked', () => {
    for (const department of ['CA', null]) {
      const [closed, locked] = [lock('closed', {}, department), lock('locked', {}, department)]
      expect([closed.state, maySubmitUnder(closed), mayDecideUnder(closed)]).toEqual(['closed', false, true])
      expect([locked.state, maySubmitUnder(locked), mayDecideUnder(locked)]).toEqual(['locked', false, false])
    }
  })
  test.each(['closed', 'locked'] as const)(
    'lets in a department with an exception until its end: %s',
    (state) => {
      const during = { allowances: [allowing('exception', now + 1)] }
      expect(lock(state, during)).toEqual({ state: 'exception', until: now + 1, reason: 'Chờ số liệu' })
      expect(lock(state, during, 'VH-TT')).toEqual({ state })
      expect(lock(state, during, null)).toEqual({ state })
      // The end itself is outside.
      expect(lock(state, { allowances: [allowing('exception', now)] })).toEqual({ state })
    },
  )
  test('lets in an extended or returned report while it is closed, not once it is locked', () => {
    const extended = { allowances: [allowing('extension', now + 1)] }
    expect(lock('closed', extended).state).toBe('exception')
    expect(lock('locked', extended).state).toBe('locked')
    expect(lock('closed', { returned: ['CA'] }).state).toBe('exception')
    expect(lock('closed', { returned: ['VH-TT'] }).state).toBe('closed')
    expect(lock('locked', { returned: ['CA'] }).state).toBe('locked')
  })
  test('is not opened by an exemption', () => {
    expect(lock('closed', { allowances: [allowing('exemption', null)] }).state).toBe('closed')
  })
})

describe('the deadline of a department', () => {
  const dates = datesOfYear(plan, 2026)!
  const extension = (department: string, until: number): Allowance => ({
    kind: 'extension',
    department,
    reason: 'x',
    until,
  })
  test('is the period’s, unless it was given a later one', () => {
    const later = at('2026-12-03T00:00:00+07:00')
    const given = [extension('CA', later), extension('QS', dates.departmentsDueAt - 1)]
    expect(dueAtOf(dates, given, 'CA')).toBe(later)
    expect(dueAtOf(dates, given, 'QS')).toBe(dates.departmentsDueAt)
    expect(dueAtOf(dates, given, 'VH-TT')).toBe(dates.departmentsDueAt)
  })
  test('does not bind who is exempt, and the reason is kept', () => {
    const exemption: Allowance = {
      kind: 'exemption',
      department: 'QS',
      reason: 'Không có chỉ tiêu',
      until: null,
    }
    expect(exemptBecause([exemption], 'QS')).toBe('Không có chỉ tiêu')
    expect(exemptBecause([exemption], 'CA')).toBeNull()
  })
})
