import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countCells, type EnteredFigure, isAskedFor, isOpen, owedCells } from './completeness.ts'
import { day } from './day.ts'
import type { Plan } from './plan.ts'

const file = new URL('../../../plans/chanh-lo.json', import.meta.url)
const areas = ['A', 'B', 'C'].map((code) => ({
  code,
  name: code,
  formerNames: [],
  validFrom: null,
  validTo: null,
}))
const plan = { ...(JSON.parse(readFileSync(file, 'utf8')) as Plan), areas }
const today = day('2026-11-22')
const figure = (area: string | null, state: EnteredFigure['state'], more: object = {}): EnteredFigure => ({
  indicator: 'FB-02',
  area,
  on: day('2026-11-14'),
  state,
  notApplicable: false,
  ...more,
})
const states = (figures: readonly EnteredFigure[], indicator = 'FB-02') =>
  owedCells(plan, figures, 2026, today)
    .filter((cell) => cell.indicator.code === indicator)
    .map(({ state }) => state)

describe('what a year owes', () => {
  test('is a cell for each area of what is counted by area, and one for everything else', () => {
    expect(states([])).toEqual(['missing', 'missing', 'missing'])
    expect(states([], 'CR-01')).toEqual(['missing'])
  })
  test('is as far as what is under way, else as what is in force', () => {
    const figures = [
      figure('A', 'approved'),
      figure('B', 'approved'),
      figure('B', 'returned'),
      figure('C', 'draft'),
    ]
    expect(states(figures)).toEqual(['approved', 'returned', 'draft'])
    expect(states([figure('A', 'approved', { notApplicable: true })])).toEqual([
      'not_applicable',
      'missing',
      'missing',
    ])
  })
  test('is not paid by the figure of another year, nor by a count of the spring', () => {
    expect(states([figure('A', 'approved', { on: day('2025-11-30') })])).toEqual([
      'missing',
      'missing',
      'missing',
    ])
    expect(states([figure('A', 'approved', { on: day('2026-03-01') })])[0]).toBe('missing')
  })
  test('is paid by one figure of the whole ward, where an area says nothing itself', () => {
    expect(states([figure(null, 'approved'), figure('A', 'draft')])).toEqual([
      'draft',
      'approved',
      'approved',
    ])
  })
  test('does not ask for what another indicator continues, once its own milestone has passed', () => {
    const continued = plan.indicators.find(({ code }) => code === 'MB-03')!
    expect([isAskedFor(plan, continued, 2025), isAskedFor(plan, continued, 2026)]).toEqual([true, false])
  })
  test('adds up', () => {
    const cells = owedCells(plan, [figure('A', 'approved'), figure('B', 'submitted')], 2026, today)
    const { expected, ...counts } = countCells(cells)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(expected)
    expect(cells.filter(isOpen)).toHaveLength(expected - 2)
  })
})
