import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import {
  type Delivered,
  inTheWay,
  isAskedIn,
  missingOf,
  owedBy,
  partStandings,
  reportingDepartments,
} from './owed.ts'
import type { Plan } from './plan.ts'
import { parsePlanFile } from './plan-file.ts'

const parsed = parsePlanFile(
  JSON.parse(readFileSync(new URL('../../../plans/chanh-lo.json', import.meta.url), 'utf8')),
)
if (!parsed.ok) throw new Error('the plan is faulty')
const areas = ['TDP-01', 'TDP-02'].map((code) => ({ code, name: code, validFrom: null, validTo: null }))
const plan: Plan = { ...parsed.plan, areas: areas as unknown as Plan['areas'] }
const cutOff = day('2026-11-14')
const NOTHING: Delivered = { figures: [], tasks: [], narrative: {}, request: null, obstacles: 0 }

describe('what a department owes', () => {
  test('is the figures of its indicators, by area where they are counted so', () => {
    const { figures, tasks, narrative } = owedBy(plan, 'VH-TT', cutOff)
    expect(figures.filter(({ indicator }) => indicator === 'FB-02')).toEqual([
      { indicator: 'FB-02', area: 'TDP-01' },
      { indicator: 'FB-02', area: 'TDP-02' },
    ])
    expect(figures).toContainEqual({ indicator: 'MB-05', area: null })
    expect(tasks).toEqual(['NV-02'])
    expect(narrative).toEqual(['results', 'shortcomings', 'direction'])
  })
  test('is the ward’s figure where the plan has no areas yet', () => {
    const { figures } = owedBy({ ...plan, areas: [] }, 'VH-TT', cutOff)
    expect(figures).toContainEqual({ indicator: 'FB-02', area: null })
  })
  test('is words alone where it owns no indicator and leads no task', () => {
    expect(owedBy(plan, 'QS', cutOff)).toMatchObject({ figures: [], tasks: [] })
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
        { kind: 'merged', on: day('2026-03-01'), from: ['TP-HT'], to: ['VP-TK'], legalBasis: null },
      ],
    }
    expect(reportingDepartments(merged, cutOff)).not.toContain('TP-HT')
    expect(owedBy(merged, 'VP-TK', cutOff).figures).toContainEqual({ indicator: 'CR-01', area: null })
    expect(owedBy(merged, 'TP-HT', cutOff).figures).toEqual([])
    // Before the merger it was still itself.
    expect(owedBy(merged, 'TP-HT', day('2025-11-14')).figures).toHaveLength(1)
  })
})

describe('an indicator is asked for', () => {
  const asked = (code: string, year: number) =>
    isAskedIn(plan, plan.indicators.find((each) => each.code === code)!, year)
  test('every year, also after its last milestone: what was reached has to be kept', () => {
    expect([2024, 2025, 2026, 2031].map((year) => asked('FB-01', year))).toEqual([true, true, true, true])
  })
  test('until another one continues it, and that one from then on', () => {
    expect([asked('MB-03', 2025), asked('MB-05', 2025)]).toEqual([true, false])
    expect([asked('MB-03', 2026), asked('MB-05', 2026)]).toEqual([false, true])
  })
  test('only where there is a figure: what is judged in words has none', () => {
    expect(asked('SEC-02', 2026)).toBe(false)
  })
})

describe('what is missing', () => {
  const owed = owedBy(plan, 'TP-HT', cutOff)
  const figure = { indicator: 'CR-01', area: null }
  test('is named: the cell, the paragraph, the request', () => {
    expect(
      missingOf(owed, { ...NOTHING, request: false, narrative: { results: 'Đã số hóa', direction: ' ' } }),
    ).toEqual([
      { part: 'figures', code: 'CR-01', area: null },
      { part: 'request', code: null, area: null },
      { part: 'narrative', code: 'shortcomings', area: null },
      { part: 'narrative', code: 'direction', area: null },
    ])
    expect(partStandings(owed, { ...NOTHING, figures: [figure], obstacles: 2 })).toEqual([
      { part: 'figures', required: 1, done: 1 },
      { part: 'tasks', required: 0, done: 0 },
      { part: 'obstacles', required: 0, done: 2 },
      { part: 'request', required: 0, done: 0 },
      { part: 'narrative', required: 3, done: 0 },
    ])
  })
  test('may be excused with a reason, all but the words that everybody can write', () => {
    const missing = missingOf(owed, NOTHING)
    const excuse = { part: 'figures' as const, code: 'CR-01', area: null, reason: 'Chưa có số liệu của Sở' }
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
