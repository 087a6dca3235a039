import { describe, expect, it } from 'vitest'
import { day, startOfDay } from './day.ts'
import {
  countedItem,
  dueInDays,
  figureItems,
  type HomeCell,
  homeOf,
  reportItem,
  requestItem,
  taskItems,
  wardReportItem,
  yearAtWork,
} from './home.ts'

const DUE = startOfDay(day('2026-12-01'))
const duty = { department: 'VH-TT', year: 2026, dueAt: DUE }
const owed = [1, 2, 3].map((n) => ({ indicator: 'FB-02', area: `TDP-0${n}` }))
const cell = (area: string, state: HomeCell['state'], note: string | null = null): HomeCell => ({
  indicator: 'FB-02',
  area,
  state,
  note,
  at: 5,
})

describe('the figures a department owes', () => {
  it('are one row an indicator: not begun, begun, done', () => {
    const stateOf = (...cells: HomeCell[]) =>
      figureItems(owed, cells, duty).map(({ state, done, total }) => [state, done, total])
    expect(stateOf()).toEqual([['not_started', 0, 3]])
    expect(stateOf(cell('TDP-01', 'draft'))).toEqual([['in_progress', 0, 3]])
    expect(stateOf(cell('TDP-01', 'submitted'))).toEqual([['in_progress', 1, 3]])
    expect(stateOf(...owed.map(({ area }) => cell(area, 'approved')))).toEqual([['done', 3, 3]])
  })
  it('that came back are rows of their own, at their very cell, with the note', () => {
    const items = figureItems(
      owed,
      [cell('TDP-02', 'returned', 'mẫu số khác sổ hộ'), cell('TDP-01', 'submitted')],
      duty,
    )
    expect(items).toMatchObject([
      { kind: 'figure_returned', area: 'TDP-02', note: 'mẫu số khác sổ hộ', dueAt: DUE },
      { kind: 'figures', done: 1, total: 2 },
    ])
  })
  it('lead to the first cell that is still open', () => {
    const [item] = figureItems(owed, [cell('TDP-01', 'submitted'), cell('TDP-02', 'draft')], duty)
    expect(item).toMatchObject({ kind: 'figures', area: 'TDP-02' })
  })
  it('of other departments are not theirs', () => {
    expect(figureItems([], [cell('TDP-01', 'draft')], duty)).toEqual([])
  })
})

describe('the report of a department', () => {
  const none = { note: null, at: null }
  it.each([
    [null, 4, 'blocked'],
    [null, 0, 'not_started'],
    ['open', 0, 'in_progress'],
    ['submitted', 0, 'done'],
    ['accepted', 2, 'done'],
    ['returned', 3, 'returned'],
  ] as const)('%s with %i things left is %s', (step, left, state) => {
    expect(reportItem(step, left, duty, none).state).toBe(state)
  })
})

describe('what else goes with it', () => {
  it('is each thing that a task lacks; a task that lacks nothing is done', () => {
    const lacking = [
      { task: 'NV-09', lacks: 'result' as const },
      { task: 'NV-09', lacks: 'evidence' as const },
      { task: 'NV-01', lacks: 'result' as const },
    ]
    expect(taskItems(['NV-08', 'NV-09'], lacking, duty)).toMatchObject([
      { kind: 'task_result', code: 'NV-08', state: 'done' },
      { kind: 'task_result', code: 'NV-09', state: 'not_started', dueAt: DUE },
      { kind: 'task_evidence', code: 'NV-09', state: 'not_started' },
    ])
  })
  it.each([
    [null, 'request', 'not_started'],
    ['draft', 'request', 'in_progress'],
    ['returned', 'request_returned', 'returned'],
    ['requested', 'request', 'done'],
    ['allocated', 'request', 'done'],
  ] as const)('is the request for money: %s is %s, %s, without a day', (step, kind, state) => {
    const item = requestItem(step, { department: 'VH-TT', year: 2027 }, 'Chưa có báo giá')
    expect(item).toMatchObject({ kind, state, year: 2027, dueAt: null })
    expect(item.note).toBe(step === 'returned' ? 'Chưa có báo giá' : null)
  })
  it.each([
    [null, ['ward_report', 'not_started']],
    ['draft', ['ward_report', 'in_progress']],
    ['submitted', undefined],
    ['returned', ['ward_report_returned', 'returned']],
    ['approved', ['ward_report', 'in_progress']],
    ['issued', ['ward_report', 'in_progress']],
    ['sent', ['ward_report', 'done']],
  ] as const)('is the ward’s own report: %s is %j for whoever writes it', (step, shown) => {
    const [item] = wardReportItem(step, { year: 2026, dueAt: DUE }, null)
    expect(item && [item.kind, item.state]).toEqual(shown)
  })
})

describe('the order', () => {
  it('is: what came back, what is due first, what has no deadline, what cannot begin yet; done is apart', () => {
    const items = [
      ...countedItem('tasks_unassigned', 3),
      reportItem(null, 2, duty, { note: null, at: null }),
      ...countedItem('obstacles_to_decide', 1, { dueAt: DUE + 1 }),
      ...figureItems(owed, [cell('TDP-01', 'returned')], duty),
      ...countedItem('jobs_failed', 0),
      reportItem('submitted', 0, { ...duty, department: 'TC-KT' }, { note: null, at: null }),
    ]
    const { todo, done } = homeOf(items)
    expect(todo.map(({ kind }) => kind)).toEqual([
      'figure_returned',
      'figures',
      'obstacles_to_decide',
      'tasks_unassigned',
      'report',
    ])
    expect(done.map(({ kind, department }) => [kind, department])).toEqual([['report', 'TC-KT']])
  })
})

it('is counted from the server’s clock: the last instant of 30/11 is the day itself, the next is one too late', () => {
  expect(dueInDays(DUE, DUE - 1)).toEqual({ lastDay: '2026-11-30', daysLeft: 0 })
  expect(dueInDays(DUE, DUE)).toEqual({ lastDay: '2026-11-30', daysLeft: -1 })
  expect(dueInDays(DUE, startOfDay(day('2026-11-22')))).toEqual({ lastDay: '2026-11-30', daysLeft: 8 })
})

it('the year at work is the newest open period, or the year it is', () => {
  expect(yearAtWork([2025, 2026], DUE)).toBe(2026)
  expect(yearAtWork([], startOfDay(day('2027-01-01')) - 1)).toBe(2026)
})
