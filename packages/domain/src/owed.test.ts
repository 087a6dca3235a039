import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type EnteredFigure, owedCells } from './completeness.ts'
import { day } from './day.ts'
import {
  type Delivered,
  hasEveryValue,
  inTheWay,
  lackingTasks,
  missingOf,
  owedBy,
  partStandings,
  reportingDepartments,
  sentFigures,
  workDay,
} from './owed.ts'
import type { Plan } from './plan.ts'
import { parsePlanFile } from './plan-file.ts'
import type { YearOfTask } from './task-year.ts'

const parsed = parsePlanFile(
  JSON.parse(readFileSync(new URL('../../../plans/chanh-lo.json', import.meta.url), 'utf8')),
)
if (!parsed.ok) throw new Error('the plan is faulty')
const areas = ['TDP-01', 'TDP-02'].map((code) => ({ code, name: code, validFrom: null, validTo: null }))
const plan: Plan = { ...parsed.plan, areas: areas as unknown as Plan['areas'] }
const cutOff = day('2026-11-14')
const NOTHING: Delivered = { figures: [], lacking: [], narrative: {}, request: false, obstacles: 0 }
const work = (code: string, lead: string | null, more: Partial<YearOfTask> = {}): YearOfTask => ({
  code,
  kind: 'one_off',
  lead,
  hasResult: false,
  evidence: 0,
  pieces: [],
  ...more,
})
const works = plan.tasks.map((task) => work(task.code, task.lead?.department ?? null, { kind: task.kind }))
const owing = (department: string, of: Plan = plan, on = cutOff) =>
  owedBy(of, department, on, owedCells(of, [], Number(on.slice(0, 4)), on), works)

describe('what a department owes', () => {
  test('is the figures of its indicators, by area where they are counted so', () => {
    const { figures, tasks, narrative } = owing('VH-TT')
    expect(figures.filter(({ indicator }) => indicator === 'FB-02')).toEqual([
      { indicator: 'FB-02', area: 'TDP-01' },
      { indicator: 'FB-02', area: 'TDP-02' },
    ])
    expect(figures).toContainEqual({ indicator: 'MB-05', area: null })
    expect(tasks).toEqual(['NV-02'])
    expect(narrative).toEqual(['results', 'shortcomings', 'direction'])
  })
  test('is the ward’s figure where the plan has no areas yet', () => {
    const { figures } = owing('VH-TT', { ...plan, areas: [] })
    expect(figures).toContainEqual({ indicator: 'FB-02', area: null })
  })
  test('is words alone where it owns no indicator and leads no task', () => {
    expect(owing('QS')).toMatchObject({ figures: [], tasks: [] })
  })
  test('passes to the department that it was merged into', () => {
    const merged: Plan = {
      ...plan,
      departments: plan.departments.map((each) =>
        each.code === 'TP-HT'
          ? {
              ...each,
              versions: each.versions.map((version) => ({ ...version, validTo: day('2026-03-01') })),
            }
          : each,
      ),
      departmentEvents: [
        {
          kind: 'merged',
          on: day('2026-03-01'),
          from: ['TP-HT'],
          to: ['VP-TK'],
          reporting: [],
          legalBasis: null,
        },
      ],
    }
    expect(reportingDepartments(merged, cutOff)).not.toContain('TP-HT')
    expect(owing('VP-TK', merged).figures).toContainEqual({ indicator: 'CR-01', area: null })
    expect(owing('TP-HT', merged).figures).toEqual([])
    // Before the merger it was still itself.
    expect(owing('TP-HT', merged, day('2025-11-14')).figures).toHaveLength(1)
  })
})

describe('a figure is there', () => {
  const entered: EnteredFigure = {
    indicator: 'CR-01',
    area: null,
    on: cutOff,
    state: 'submitted',
    notApplicable: false,
  }
  const sent = (figure: Partial<EnteredFigure>) =>
    sentFigures(owedCells(plan, [{ ...entered, ...figure }], 2026, cutOff))
  test('once it was sent, or where it does not apply; not while it is written or has to be mended', () => {
    for (const state of ['submitted', 'approved'] as const)
      expect(sent({ state })).toContainEqual({ indicator: 'CR-01', area: null })
    for (const state of ['draft', 'returned'] as const) expect(sent({ state })).toEqual([])
    expect(sent({ state: 'approved', notApplicable: true })).toHaveLength(1)
  })
})

describe('what is missing', () => {
  const owed = owing('TP-HT')
  const figure = { indicator: 'CR-01', area: null }
  test('is named: the cell, the paragraph', () => {
    expect(missingOf(owed, { ...NOTHING, narrative: { results: 'Đã số hóa', direction: ' ' } })).toEqual([
      { part: 'figures', code: 'CR-01', area: null, lacks: null },
      { part: 'narrative', code: 'shortcomings', area: null, lacks: null },
      { part: 'narrative', code: 'direction', area: null, lacks: null },
    ])
    expect(partStandings(owed, { ...NOTHING, figures: [figure], obstacles: 2, request: true })).toEqual([
      { part: 'figures', required: 1, done: 1 },
      { part: 'tasks', required: 0, done: 0 },
      { part: 'obstacles', required: 0, done: 2 },
      { part: 'request', required: 0, done: 1 },
      { part: 'narrative', required: 3, done: 0 },
    ])
  })
  test('of the values is what keeps a report from being received: a task’s result is one, its evidence is not', () => {
    const task = { part: 'tasks' as const, code: 'NV-02', area: null }
    expect(hasEveryValue([])).toBe(true)
    expect(hasEveryValue([{ ...task, lacks: 'evidence' }])).toBe(true)
    expect(hasEveryValue([{ ...task, lacks: 'result' }])).toBe(false)
    expect(hasEveryValue([{ part: 'figures', code: 'CR-01', area: null, lacks: null }])).toBe(false)
  })
  test('of a task is its result, and of a continuous one this year’s evidence; each may be excused alone', () => {
    const continuous = work('NV-09', 'QS', { kind: 'continuous' })
    const done = work('NV-10', 'QS', { hasResult: true })
    const all = [continuous, done, work('NV-11', 'CA')]
    const own = owedBy(plan, 'QS', cutOff, [], all)
    expect(own.tasks).toEqual(['NV-09', 'NV-10'])
    const delivered = { ...NOTHING, lacking: lackingTasks(all, cutOff) }
    const tasks = missingOf(own, delivered).filter(({ part }) => part === 'tasks')
    expect(tasks).toEqual([
      { part: 'tasks', code: 'NV-09', area: null, lacks: 'result' },
      { part: 'tasks', code: 'NV-09', area: null, lacks: 'evidence' },
    ])
    expect(partStandings(own, delivered)).toContainEqual({ part: 'tasks', required: 2, done: 1 })
    expect(inTheWay(tasks, [{ ...tasks[1]!, reason: 'Chưa chụp ảnh' }])).toEqual([tasks[0]])
    expect(lackingTasks([{ ...continuous, hasResult: true, evidence: 1 }], cutOff)).toEqual([])
  })
  test('of a past year is asked as it stood on its last day', () => {
    expect(workDay(2026, day('2026-11-22'))).toBe('2026-11-22')
    expect(workDay(2025, day('2026-11-22'))).toBe('2025-12-31')
  })
  test('may be excused with a reason, all but the words that everybody can write', () => {
    const missing = missingOf(owed, NOTHING)
    const place = { part: 'figures' as const, code: 'CR-01', area: null, lacks: null }
    const excuse = { ...place, reason: 'Chưa có số liệu của Sở' }
    const words = missing.filter(({ part }) => part === 'narrative')
    expect(inTheWay(missing, [excuse])).toEqual(words)
    expect(inTheWay(missing, [{ ...excuse, reason: ' ' }])).toEqual(missing)
    expect(inTheWay(missing, [{ ...excuse, area: 'TDP-01' }])).toEqual(missing)
    expect(
      inTheWay(
        words,
        words.map((each) => ({ ...each, reason: 'Chưa kịp' })),
      ),
    ).toEqual(words)
  })
})
