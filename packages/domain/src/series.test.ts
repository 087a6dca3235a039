import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day } from './day.ts'
import { isDeclaredNotApplicable, type ReportedFigure, wardSeries } from './series.ts'

const areas = () => ['to-01', 'to-02']
const figure = (
  on: string,
  area: string | null,
  numerator: number | null,
  denominator: number | null,
  more: Partial<ReportedFigure> = {},
): ReportedFigure => ({ on: day(on), area, numerator, denominator, value: null, estimated: false, ...more })

describe("the ward's value on a day", () => {
  test('pools what the areas counted, and says how many have reported', () => {
    const [point, ...others] = wardSeries(
      [figure('2026-11-14', 'to-01', 9, 10), figure('2026-11-14', 'to-02', 450, 900)],
      areas,
    )
    expect(others).toEqual([])
    expect(point).toEqual({
      on: '2026-11-14',
      value: 45_900 / 910,
      numerator: 459,
      denominator: 910,
      coverage: { reported: 2, expected: 2 },
      estimated: false,
    })
  })

  test("takes an area's latest figure of the same year up to that day", () => {
    const points = wardSeries(
      [
        figure('2026-03-01', 'to-01', 1, 10),
        figure('2026-03-01', 'to-02', 1, 10),
        figure('2026-11-14', 'to-01', 9, 10),
      ],
      areas,
    )
    expect(points.map(({ on, numerator, coverage }) => [on, numerator, coverage?.reported])).toEqual([
      ['2026-03-01', 2, 2],
      ['2026-11-14', 10, 2],
    ])
  })

  test("never takes last year's figure of an area", () => {
    const points = wardSeries(
      [
        figure('2025-11-14', 'to-01', 1, 10),
        figure('2025-11-14', 'to-02', 1, 10),
        figure('2026-11-14', 'to-01', 9, 10),
      ],
      areas,
    )
    expect(points.at(-1)).toMatchObject({
      on: '2026-11-14',
      numerator: 9,
      coverage: { reported: 1, expected: 2 },
    })
  })

  test("is the ward's own figure where there is one for that day", () => {
    const points = wardSeries(
      [figure('2026-11-14', 'to-01', 9, 10), figure('2026-11-14', null, 700, 1000)],
      areas,
    )
    expect(points).toMatchObject([{ on: '2026-11-14', value: 70, numerator: 700, coverage: null }])
  })

  test('counts the areas that are valid on that day: one that is dissolved is neither expected nor added', () => {
    const until = (on: Day) => (on < '2026-07-01' ? ['to-01', 'to-02', 'to-03'] : ['to-01', 'to-02'])
    const points = wardSeries(
      [
        figure('2026-03-01', 'to-01', 1, 10),
        figure('2026-03-01', 'to-02', 2, 10),
        figure('2026-03-01', 'to-03', 4, 10),
        figure('2026-11-14', 'to-01', 8, 10),
        figure('2026-11-14', 'gone', 100, 100),
      ],
      until,
    )
    expect(points.map(({ numerator, coverage }) => [numerator, coverage])).toEqual([
      [7, { reported: 3, expected: 3 }],
      [10, { reported: 2, expected: 2 }],
    ])
  })

  test('is not there on a day on which no expected area has reported', () => {
    expect(wardSeries([figure('2026-11-14', 'gone', 1, 2)], areas)).toEqual([])
  })

  test('is an estimate where one part is', () => {
    const points = wardSeries(
      [figure('2026-11-14', 'to-01', 9, 10), figure('2026-11-14', 'to-02', 1, 10, { estimated: true })],
      areas,
    )
    expect(points.map((point) => point.estimated)).toEqual([true])
  })

  test('is not applicable where there is nothing to count', () => {
    const points = wardSeries(
      [
        figure('2025-11-14', 'to-01', 0, 0),
        figure('2025-11-14', 'to-02', 0, 0),
        figure('2026-11-14', null, 0, 0),
      ],
      areas,
    )
    expect(points.map(({ value, denominator }) => [value, denominator])).toEqual([
      [null, 0],
      [null, 0],
    ])
  })

  test('adds plain counts', () => {
    const points = wardSeries(
      [
        figure('2026-11-14', 'to-01', null, null, { value: 3 }),
        figure('2026-11-14', 'to-02', null, null, { value: 4.5 }),
      ],
      areas,
    )
    expect(points).toEqual([
      {
        on: '2026-11-14',
        value: 7.5,
        numerator: null,
        denominator: null,
        coverage: { reported: 2, expected: 2 },
        estimated: false,
      },
    ])
  })
})

describe('one round of reports', () => {
  test('a day on which fewer areas had reported than on a later day of the same year leaves the series', () => {
    const points = wardSeries(
      [figure('2026-11-10', 'to-01', 9, 10), figure('2026-11-14', 'to-02', 450, 900)],
      areas,
    )
    expect(points.map(({ on, numerator }) => [on, numerator])).toEqual([['2026-11-14', 459]])
  })

  test('half a round stays while nothing fuller follows in its year', () => {
    const points = wardSeries(
      [
        figure('2025-11-10', 'to-01', 9, 10),
        figure('2026-11-14', 'to-01', 9, 10),
        figure('2026-11-14', 'to-02', 450, 900),
      ],
      areas,
    )
    expect(points.map((point) => point.on)).toEqual(['2025-11-10', '2026-11-14'])
  })

  test("half a round leaves once the ward's own figure follows in its year", () => {
    const points = wardSeries(
      [figure('2026-11-10', 'to-01', 9, 10), figure('2026-11-14', null, 700, 1000)],
      areas,
    )
    expect(points.map((point) => point.on)).toEqual(['2026-11-14'])
  })

  test('a full round stays where a later one is just as full', () => {
    const points = wardSeries([figure('2026-06-30', null, 1, 10), figure('2026-11-14', null, 2, 10)], areas)
    expect(points.map((point) => point.on)).toEqual(['2026-06-30', '2026-11-14'])
  })
})

describe('rule 5: the same area and day twice', () => {
  test('the later approved revision wins', () => {
    const first = figure('2026-11-14', null, 1, 10, { revisedAt: 1 })
    const second = figure('2026-11-14', null, 2, 10, { revisedAt: 2 })
    expect(wardSeries([second, first], areas)).toMatchObject([{ numerator: 2 }])
    expect(wardSeries([first, second], areas)).toMatchObject([{ numerator: 2 }])
  })

  test('a figure that arrives late with an older day never becomes the latest', () => {
    const points = wardSeries(
      [
        figure('2026-11-14', null, 7, 10, { revisedAt: 1 }),
        figure('2026-06-30', null, 1, 10, { revisedAt: 2 }),
      ],
      areas,
    )
    expect(points.at(-1)).toMatchObject({ on: '2026-11-14', numerator: 7 })
  })
})

describe('rule 4: a blank is not 0', () => {
  test('a blank makes no point and is not counted as reported', () => {
    const points = wardSeries(
      [figure('2026-11-14', 'to-01', null, 10), figure('2026-11-14', 'to-02', 0, 10)],
      areas,
    )
    expect(points).toMatchObject([{ value: 0, numerator: 0, coverage: { reported: 1, expected: 2 } }])
  })
})

const anyFigure = fc
  .record({
    on: fc.constantFrom('2025-03-01', '2025-11-14', '2026-03-01', '2026-11-10', '2026-11-14').map(day),
    area: fc.constantFrom(null, 'to-01', 'to-02', 'gone'),
    denominator: fc.integer({ min: 0, max: 5 }),
    share: fc.integer({ min: 0, max: 5 }),
    estimated: fc.boolean(),
    revisedAt: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ share, ...rest }) => ({ ...rest, numerator: Math.min(share, rest.denominator), value: null }))
const anyFigures = fc.array(anyFigure, { maxLength: 20 })

describe('the series', () => {
  test('does not depend on the order in which figures arrive', () => {
    fc.assert(
      fc.property(
        anyFigures.chain((figures) =>
          fc.tuple(
            fc.constant(figures),
            fc.shuffledSubarray(figures, { minLength: figures.length, maxLength: figures.length }),
          ),
        ),
        ([figures, shuffled]) => {
          expect(wardSeries(shuffled, areas)).toEqual(wardSeries(figures, areas))
        },
      ),
    )
  })

  test('has each day once, in order, and never covers more areas than were expected', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const points = wardSeries(figures, areas)
        const days = points.map((point) => point.on)
        expect(days).toEqual([...new Set(days)].sort())
        for (const { coverage } of points)
          if (coverage) expect(coverage.reported).toBeLessThanOrEqual(coverage.expected)
      }),
    )
  })
})

describe('an area to which the indicator does not apply', () => {
  const none = { numerator: null, denominator: null, value: null, estimated: false, notApplicable: true }
  const some = { numerator: 1, denominator: 2, value: null, estimated: false }
  const on = day('2026-11-14')
  const areasOn = () => ['A', 'B', 'C']

  test('leaves the sum and the expected coverage', () => {
    const figures = [
      { on, area: 'A', ...some },
      { on, area: 'B', ...none },
    ]
    expect(wardSeries(figures, areasOn)).toMatchObject([
      { numerator: 1, denominator: 2, coverage: { reported: 1, expected: 2 } },
    ])
  })
  test('says nothing of the ward until all of them say so, or the ward itself', () => {
    const of = (areas: (string | null)[]) => areas.map((area) => ({ on, area, ...none }))
    const declared = (areas: (string | null)[]) => isDeclaredNotApplicable(of(areas), areasOn, on)
    expect(declared(['A', 'B'])).toBe(false)
    expect(declared(['A', 'B', 'C'])).toBe(true)
    expect(declared([null])).toBe(true)
    const later = { on: day('2026-11-20'), area: 'A', ...some }
    expect(isDeclaredNotApplicable([...of(['A', 'B', 'C']), later], areasOn, later.on)).toBe(false)
  })
})
