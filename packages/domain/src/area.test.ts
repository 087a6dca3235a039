import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AreaChange, areaNameOn, areasOn, changeAreas, predecessorsOf } from './area.ts'
import { addDays, day } from './day.ts'
import type { Plan, PlanArea } from './plan.ts'
import { type ReportedFigure, wardSeries } from './series.ts'

type Areas = Pick<Plan, 'areas' | 'areaEvents'>
const area = (code: string): PlanArea => ({
  code,
  name: `Tổ ${code}`,
  validFrom: null,
  validTo: null,
  formerNames: [],
})
const WARD: Areas = { areas: ['A', 'B', 'C'].map(area), areaEvents: [] }
const ON = day('2026-07-01')

function after(ward: Areas, ...changes: AreaChange[]): Areas {
  return changes.reduce((areas, change) => {
    const result = changeAreas(areas, change, 'Nghị quyết 12')
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    return result
  }, ward)
}
const codesOn = (ward: Areas, on: string) => areasOn(ward, day(on)).map(({ code }) => code)
const faultsOf = (ward: Areas, change: AreaChange) => {
  const result = changeAreas(ward, change, null)
  return result.ok ? [] : result.faults.map(({ field, code }) => `${field} ${code}`)
}

describe('the areas of a ward', () => {
  test('merge from a day on: until then the old ones count, from then the new one', () => {
    const ward = after(WARD, { act: 'merge', on: ON, from: ['A', 'B'], to: { code: 'D', name: 'Tổ D' } })
    expect(codesOn(ward, '2026-06-30')).toEqual(['A', 'B', 'C'])
    expect(codesOn(ward, '2026-07-01')).toEqual(['C', 'D'])
    expect(ward.areaEvents).toEqual([
      { kind: 'merged', on: ON, from: ['A', 'B'], to: ['D'], legalBasis: 'Nghị quyết 12' },
    ])
    expect(predecessorsOf(ward, 'D')).toEqual(['A', 'B'])
  })
  test('split, close and open', () => {
    const to = [
      { code: 'A1', name: 'Tổ A1' },
      { code: 'A2', name: 'Tổ A2' },
    ]
    const ward = after(
      WARD,
      { act: 'split', on: ON, from: 'A', to },
      { act: 'close', on: ON, from: 'B' },
      { act: 'open', on: ON, to: [{ code: 'E', name: 'Tổ E' }] },
    )
    expect(codesOn(ward, '2026-07-01')).toEqual(['C', 'A1', 'A2', 'E'])
    expect(codesOn(ward, '2026-06-30')).toEqual(['A', 'B', 'C'])
  })
  test('are called what they were called on the day', () => {
    const ward = after(
      WARD,
      { act: 'rename', on: ON, from: 'A', name: 'Tổ Một' },
      { act: 'rename', on: day('2026-09-01'), from: 'A', name: 'Tổ Nhất' },
    )
    const names = ['2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01'].map((on) =>
      areaNameOn(ward.areas[0]!, day(on)),
    )
    expect(names).toEqual(['Tổ A', 'Tổ Một', 'Tổ Một', 'Tổ Nhất'])
  })
  test('that were there from the beginning are no event', () => {
    const ward = after(
      { areas: [], areaEvents: [] },
      { act: 'open', on: null, to: [{ code: 'A', name: 'Tổ 1' }] },
    )
    expect([codesOn(ward, '2020-01-01'), ward.areaEvents]).toEqual([['A'], []])
  })
  test.each([
    ['one alone does not merge', { act: 'merge', on: ON, from: ['A', 'A'], to: area('D') }, ['from too_few']],
    ['an area that is not there ends nothing', { act: 'close', on: ON, from: 'X' }, ['from unknown_area']],
    [
      'a code is given once',
      { act: 'merge', on: ON, from: ['A', 'B'], to: area('C') },
      ['to/0/code duplicate_code', 'to/0/name duplicate_name'],
    ],
    [
      'a name belongs to one at a time',
      { act: 'open', on: ON, to: [{ code: 'D', name: 'tổ c' }] },
      ['to/0/name duplicate_name'],
    ],
    ['a new name is another one', { act: 'rename', on: ON, from: 'A', name: 'Tổ A' }, ['name same_name']],
    [
      'splitting makes two at least',
      { act: 'split', on: ON, from: 'A', to: [{ code: 'A1', name: 'Tổ A1' }] },
      ['to too_few'],
    ],
  ] as [string, AreaChange, string[]][])('%s', (_name, change, faults) => {
    expect(faultsOf(WARD, change)).toEqual(faults)
  })
  test('that have ended stay ended, and merge no second time', () => {
    const ward = after(WARD, { act: 'merge', on: ON, from: ['A', 'B'], to: { code: 'D', name: 'Tổ D' } })
    expect(faultsOf(ward, { act: 'rename', on: ON, from: 'A', name: 'Tổ Z' })).toEqual([
      'from area_not_in_force',
    ])
    expect(faultsOf(ward, { act: 'close', on: ON, from: 'D' })).toEqual(['from area_not_in_force'])
  })
  test('may take the name of one that ends on that day', () => {
    expect(
      faultsOf(WARD, { act: 'merge', on: ON, from: ['A', 'B'], to: { code: 'D', name: 'Tổ A' } }),
    ).toEqual([])
  })
})

describe('a total over a reform', () => {
  const figure = (code: string, on: string, numerator: number, denominator: number): ReportedFigure => ({
    on: day(on),
    area: code,
    numerator,
    denominator,
    value: null,
    estimated: false,
  })
  test('is the same the day before with the old areas and the day after with the new one', () => {
    const pair = fc.nat(1_000).chain((d) => fc.record({ d: fc.constant(d), n: fc.nat(d) }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 3, maxLength: 3 }), fc.boolean(), (pairs, merging) => {
        const parts = pairs.map(({ n, d }, index) => [['A', 'B', 'C'][index]!, n, d] as const)
        const [a, b, c] = parts as [(typeof parts)[0], (typeof parts)[0], (typeof parts)[0]]
        const joined = ['D', a[1] + b[1], a[2] + b[2]] as const
        const [before, now] = merging
          ? [
              [a, b, c],
              [joined, c],
            ]
          : [
              [joined, c],
              [a, b, c],
            ]
        const start: Areas = { areas: before.map(([code]) => area(code)), areaEvents: [] }
        const ward = after(
          start,
          merging
            ? { act: 'merge', on: ON, from: ['A', 'B'], to: { code: 'D', name: 'Tổ D' } }
            : { act: 'split', on: ON, from: 'D', to: [a, b].map(([code]) => ({ code, name: `Tổ ${code}` })) },
        )
        const figures = [
          ...before.map(([code, n, d]) => figure(code, addDays(ON, -1), n, d)),
          ...now.map(([code, n, d]) => figure(code, ON, n, d)),
        ]
        const series = wardSeries(figures, (on) => areasOn(ward, on).map(({ code }) => code))
        const totals = series.map(({ numerator, denominator, coverage }) => [
          numerator,
          denominator,
          coverage?.reported === coverage?.expected,
        ])
        const whole = [a[1] + b[1] + c[1], a[2] + b[2] + c[2], true]
        expect(totals).toEqual([whole, whole])
      }),
    )
  })
})
