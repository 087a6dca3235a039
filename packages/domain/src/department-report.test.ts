import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, startOfDay } from './day.ts'
import { dueAt } from './deadline.ts'
import {
  DEPARTMENT_REPORT_STATES,
  departmentReportState,
  isReportLate,
  type OwedReport,
  reportingRates,
} from './department-report.ts'

const due = dueAt('12-01', 2026)
const window = { opensAt: startOfDay(day('2026-10-30')), dueAt: due }
const owed: OwedReport = { exemptBecause: null, outcome: null, firstSubmittedAt: null, complete: false }
const stateAt = (instant: string, report: Partial<OwedReport> = {}) =>
  departmentReportState({ ...owed, ...report }, window, Date.parse(instant), 7)

describe("a department's report", () => {
  test('that was not sent is not open, open, due soon for the last seven days, then overdue', () => {
    expect(stateAt('2026-10-29T23:59:59+07:00')).toBe('not_open')
    expect(stateAt('2026-10-30T00:00:00+07:00')).toBe('open')
    expect(stateAt('2026-11-22T23:59:59+07:00')).toBe('open')
    expect(stateAt('2026-11-23T00:00:00+07:00')).toBe('due_soon')
    expect(stateAt('2026-11-30T23:59:59.999+07:00')).toBe('due_soon')
    expect(stateAt('2026-12-01T00:00:00+07:00')).toBe('overdue')
  })

  test('that was sent stands as it was judged, before and after the deadline', () => {
    for (const outcome of ['submitted', 'returned', 'accepted'] as const)
      for (const instant of ['2026-11-14T09:00:00+07:00', '2026-12-20T09:00:00+07:00'])
        expect(stateAt(instant, { outcome, firstSubmittedAt: due - 1 })).toBe(outcome)
  })

  test('of which a department is exempt is owed at no time', () => {
    expect(stateAt('2026-12-20T09:00:00+07:00', { exemptBecause: 'Thành lập tháng 12' })).toBe('exempt')
  })
})

const sentAt = (firstSubmittedAt: number, more: Partial<OwedReport> = {}): OwedReport => ({
  ...owed,
  outcome: 'submitted',
  firstSubmittedAt,
  complete: true,
  ...more,
})

describe('the reporting rates', () => {
  test('are received over expected, and on time over expected', () => {
    const reports = [sentAt(due - 1), sentAt(due), owed, owed]
    expect(reportingRates(reports, due)).toEqual({
      expected: 4,
      received: 2,
      onTime: 1,
      reportingRate: 0.5,
      onTimeRate: 0.25,
    })
  })

  test('count by a department’s own deadline where it was extended', () => {
    const extended = sentAt(due + 5, { dueAt: due + 6 })
    expect(reportingRates([extended, sentAt(due)], due)).toMatchObject({ received: 2, onTime: 1 })
    expect(isReportLate(extended, due, due + 9)).toBe(false)
    expect(isReportLate(sentAt(due), due, due + 9)).toBe(true)
    expect(isReportLate(owed, due, due - 1)).toBeNull()
    expect(isReportLate(owed, due, due)).toBe(true)
    expect(isReportLate(sentAt(due - 1, { complete: false }), due, due)).toBe(true)
    expect(isReportLate(sentAt(due, { exemptBecause: 'miễn' }), due, due)).toBeNull()
  })

  test('are null where nobody is expected', () => {
    const nobody = { expected: 0, received: 0, onTime: 0, reportingRate: null, onTimeRate: null }
    expect(reportingRates([], due)).toEqual(nobody)
    expect(reportingRates([sentAt(due - 1, { exemptBecause: 'Giải thể' })], due)).toEqual(nobody)
  })

  test('a report is received only with every required value', () => {
    expect(reportingRates([sentAt(due - 1, { complete: false })], due)).toMatchObject({
      received: 0,
      onTime: 0,
    })
  })

  test('a report that is returned and sent again keeps its first time', () => {
    const resent = sentAt(due - 1, { outcome: 'submitted' })
    const returned = sentAt(due - 1, { outcome: 'returned' })
    expect(reportingRates([resent, returned], due)).toMatchObject({ received: 2, onTime: 2 })
  })

  test('never count more on time than received, nor more received than expected', () => {
    const report = fc.record({
      exemptBecause: fc.constantFrom(null, 'miễn'),
      outcome: fc.constantFrom(null, 'submitted' as const, 'returned' as const, 'accepted' as const),
      firstSubmittedAt: fc.option(fc.integer({ min: due - 1000, max: due + 1000 })),
      complete: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        const { expected, received, onTime } = reportingRates(reports, due)
        expect(onTime).toBeLessThanOrEqual(received)
        expect(received).toBeLessThanOrEqual(expected)
        expect(expected).toBeLessThanOrEqual(reports.length)
      }),
    )
  })

  test('every state is one of the eight', () => {
    fc.assert(
      fc.property(fc.integer({ min: window.opensAt - 1e9, max: due + 1e9 }), (now) => {
        expect(DEPARTMENT_REPORT_STATES).toContain(departmentReportState(owed, window, now, 7))
      }),
    )
  })
})
