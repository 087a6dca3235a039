import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import type { PersonId } from './ids.ts'
import type { PlanHoliday } from './plan.ts'
import { type ReminderRule, remindersOn, remindWhom, rungDays, rungOf, rungOn } from './reminder.ts'

const rule: ReminderRule = { workingDaysBefore: [7, 3, 1, 0], afterDeadline: 'daily', quietOnDaysOff: true }
const MONDAY = day('2026-11-30')
/** 30/11/2025 is a Sunday. */
const SUNDAY = day('2025-11-30')
const none: PlanHoliday[] = []

describe('the ladder', () => {
  it('counts working days back from the last day', () => {
    expect(rungDays(MONDAY, rule, none)).toEqual([
      { rung: 'T-7', on: '2026-11-19' },
      { rung: 'T-3', on: '2026-11-25' },
      { rung: 'T-1', on: '2026-11-27' },
      { rung: 'T-0', on: '2026-11-30' },
    ])
  })
  it('ends on the last working day where the last day is not worked, and people are left alone on such days', () => {
    expect(rungDays(SUNDAY, rule, none).at(-1)).toEqual({ rung: 'T-0', on: '2025-11-28' })
    expect(rungDays(SUNDAY, { ...rule, quietOnDaysOff: false }, none).at(-1)?.on).toBe('2025-11-30')
  })
  it('steps over holidays, and counts a worked Saturday', () => {
    const table: PlanHoliday[] = [
      { on: day('2026-11-27'), kind: 'holiday', name: 'Nghỉ' },
      { on: day('2026-11-28'), kind: 'worked_saturday', name: 'Làm bù' },
    ]
    expect(rungDays(MONDAY, rule, table).find(({ rung }) => rung === 'T-1')?.on).toBe('2026-11-28')
    expect(rungDays(MONDAY, rule, table).find(({ rung }) => rung === 'T-3')?.on).toBe('2026-11-25')
  })
})

describe('today', () => {
  it.each([
    ['2026-11-18', null],
    ['2026-11-19', 'T-7'],
    ['2026-11-20', 'T-7'],
    ['2026-11-21', null],
    ['2026-11-25', 'T-3'],
    ['2026-11-29', null],
    ['2026-11-30', 'T-0'],
    ['2026-12-01', 'late/2026-12-01'],
    ['2026-12-05', null],
    ['2026-12-07', 'late/2026-12-07'],
  ])('%s is the rung %s', (today, rung) => {
    expect(rungOn(day(today), MONDAY, rule, none)).toBe(rung)
  })
  it('after the deadline nobody is reminded where the plan says never', () => {
    expect(rungOn(day('2026-12-01'), MONDAY, { ...rule, afterDeadline: 'never' }, none)).toBeNull()
  })
  it('reminds on a Saturday where the plan is not quiet', () => {
    expect(rungOn(day('2026-11-21'), MONDAY, { ...rule, quietOnDaysOff: false }, none)).toBe('T-7')
  })
})

describe('who is reminded', () => {
  const an = { id: 'an' as PersonId, departments: ['TP-HT'], coordinates: false, leads: false }
  const binh = { id: 'binh' as PersonId, departments: ['TP-HT'], coordinates: false, leads: false }
  const hoa = { id: 'hoa' as PersonId, departments: ['VH-TT'], coordinates: true, leads: false }
  const tam = { id: 'tam' as PersonId, departments: [], coordinates: false, leads: true }
  const people = [an, binh, hoa, tam]
  const post = null
  it('is the person in charge; else everybody of the department; else whoever coordinates', () => {
    expect(remindWhom({ person: an.id, department: 'TP-HT', post }, people)).toEqual(['an'])
    expect(remindWhom({ person: null, department: 'TP-HT', post }, people)).toEqual(['an', 'binh'])
    expect(remindWhom({ person: 'gone' as PersonId, department: 'TP-HT', post }, people)).toEqual([
      'an',
      'binh',
    ])
    expect(remindWhom({ person: null, department: 'KT', post }, people)).toEqual(['hoa'])
    expect(remindWhom({ person: null, department: 'KT', post }, [an])).toEqual([])
  })
  it('is the leader for what waits for a decision, and whoever coordinates where there is none', () => {
    const decision = { person: null, department: null, post: 'leader' as const }
    expect(remindWhom(decision, people)).toEqual(['tam'])
    expect(remindWhom(decision, [an, hoa])).toEqual(['hoa'])
    expect(remindWhom({ ...decision, post }, people)).toEqual(['hoa'])
  })
  it('of what has no day is told once for each thing that it waits for, and on a working day', () => {
    const waiting = { lastDay: null, waits: 'submitted' }
    expect(rungOf(day('2026-11-25'), waiting, rule, none)).toBe('waits/submitted')
    expect(rungOf(day('2026-11-22'), waiting, rule, none)).toBeNull()
    expect(rungOf(day('2026-11-25'), { ...waiting, lastDay: MONDAY }, rule, none)).toBe('T-3')
  })
  it('is said with the thing and the rung', () => {
    const thing = {
      thing: 'report/2026/KT',
      person: null,
      department: 'KT',
      post,
      lastDay: MONDAY,
      waits: 'open',
    }
    expect(remindersOn(day('2026-11-25'), [thing], people, rule, none)).toEqual([
      { person: 'hoa', thing, rung: 'T-3' },
    ])
    expect(remindersOn(day('2026-11-22'), [thing], people, rule, none)).toEqual([])
  })
})
