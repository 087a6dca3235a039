import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { assessIndicator, type IndicatorInput } from './progress.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'

const MILESTONES = [
  { on: day('2025-12-31'), target: 80 },
  { on: day('2030-12-31'), target: 95 },
]
const from = (value: number) => ({ on: day('2022-12-31'), value, kind: 'plan' as const })
const figures = (...pairs: [on: string, value: number][]) =>
  pairs.map(([on, value]) => ({ on: day(on), value }))
const counted = (on: string, numerator: number, denominator: number) => ({
  on: day(on),
  value: denominator === 0 ? null : (100 * numerator) / denominator,
  numerator,
  denominator,
})

const assess = (input: Partial<IndicatorInput>) =>
  assessIndicator({
    direction: 'up',
    naturalMin: 0,
    naturalMax: 100,
    baseline: from(60),
    milestones: MILESTONES,
    measurements: [],
    asOf: day('2024-12-31'),
    ...input,
  })

/** As a screen prints it. */
const printed = (value: number | null | undefined, decimals = 2) =>
  value === null || value === undefined ? null : value.toFixed(decimals)

describe('the worked examples', () => {
  const rows: [name: string, input: Partial<IndicatorInput>, expected: object][] = [
    [
      'b60: 67, then 73',
      { measurements: figures(['2023-11-30', 67], ['2024-11-30', 73]) },
      {
        expected: '72.77',
        value: 73,
        pathDelta: '0.23',
        gapClosed: '0.650',
        paceRatio: '1.018',
        requiredPerYear: '6.46',
        forecast: ['79.49', '80.28'],
        status: 'on_track',
      },
    ],
    [
      'b60: 63, then 68',
      { measurements: figures(['2023-11-30', 63], ['2024-11-30', 68]) },
      {
        expected: '72.77',
        value: 68,
        pathDelta: '-4.77',
        gapClosed: '0.400',
        paceRatio: '0.626',
        requiredPerYear: '11.07',
        forecast: ['72.60', '73.41'],
        status: 'at_risk',
      },
    ],
    [
      'b60: 62, then 58',
      { measurements: figures(['2023-11-30', 62], ['2024-11-30', 58]) },
      {
        expected: '72.77',
        value: 58,
        pathDelta: '-14.77',
        gapClosed: '-0.100',
        paceRatio: '-0.157',
        requiredPerYear: '20.29',
        forecast: ['53.67', '56.58'],
        status: 'regressing',
      },
    ],
    [
      'b0, one milestone of 100 in 2030: 20',
      {
        baseline: from(0),
        milestones: [{ on: day('2030-12-31'), target: 100 }],
        measurements: figures(['2024-11-30', 20]),
      },
      {
        expected: '23.96',
        value: 20,
        pathDelta: '-3.96',
        gapClosed: '0.200',
        paceRatio: '0.835',
        requiredPerYear: '13.15',
        forecast: ['83.49', '83.49'],
        status: 'at_risk',
      },
    ],
    [
      'less is better, b40, one milestone of 10 in 2025: 18',
      {
        direction: 'down',
        baseline: from(40),
        milestones: [{ on: day('2025-12-31'), target: 10 }],
        measurements: figures(['2024-11-30', 18]),
      },
      {
        expected: '20.84',
        value: 18,
        pathDelta: '2.84',
        gapClosed: '0.733',
        paceRatio: '1.148',
        requiredPerYear: '7.38',
        forecast: ['5.55', '5.55'],
        status: 'on_track',
      },
    ],
    [
      'b80, one milestone of 80 in 2025: 82',
      {
        baseline: from(80),
        milestones: [{ on: day('2025-12-31'), target: 80 }],
        measurements: figures(['2024-11-30', 82]),
      },
      {
        expected: '80.00',
        value: 82,
        pathDelta: '2.00',
        gapClosed: null,
        paceRatio: null,
        requiredPerYear: '0.00',
        forecast: ['83.13', '83.13'],
        status: 'achieved',
      },
    ],
    [
      'no baseline: 73',
      { baseline: null, measurements: figures(['2024-11-30', 73]) },
      {
        expected: null,
        value: 73,
        pathDelta: null,
        gapClosed: null,
        paceRatio: null,
        requiredPerYear: '6.46',
        forecast: null,
        status: 'insufficient_data',
      },
    ],
    [
      'b60, nothing measured',
      {},
      {
        expected: null,
        value: null,
        pathDelta: null,
        gapClosed: null,
        paceRatio: null,
        requiredPerYear: null,
        forecast: null,
        status: 'no_data',
      },
    ],
  ]

  test.each(rows)('%s', (_, input, expected) => {
    const result = assess(input)
    expect({
      expected: printed(result.expected),
      value: result.value,
      pathDelta: printed(result.pathDelta),
      gapClosed: printed(result.gapClosed, 3),
      paceRatio: printed(result.paceRatio, 3),
      requiredPerYear: printed(result.requiredPerYear),
      forecast: result.forecast && [printed(result.forecast.low), printed(result.forecast.high)],
      status: result.status,
    }).toEqual(expected)
  })

  test('carry the numbers of "Chậm 4,8 điểm so với lộ trình; cần thêm 11,1 điểm mỗi năm"', () => {
    const { reason, reasonNumbers } = assess({
      measurements: figures(['2023-11-30', 63], ['2024-11-30', 68]),
    })
    expect(reason).toBe('behind_pace')
    expect(printed(reasonNumbers.pathDelta, 1)).toBe('-4.8')
    expect(printed(reasonNumbers.requiredPerYear, 1)).toBe('11.1')
    expect(printed(reasonNumbers.paceRatio, 2)).toBe('0.63')
  })
})

describe('the latest figure', () => {
  test('is the one that describes the latest day, however late another arrives', () => {
    const result = assess({
      measurements: [
        { on: day('2024-11-30'), value: 73, revisedAt: 1 },
        { on: day('2023-11-30'), value: 99, revisedAt: 2 },
      ],
    })
    expect([result.value, result.measuredOn]).toEqual([73, '2024-11-30'])
  })

  test('lies on or before the day of the assessment', () => {
    const measurements = figures(['2023-11-30', 67], ['2024-11-30', 73])
    expect(assess({ measurements, asOf: day('2024-11-29') }).value).toBe(67)
    expect(assess({ measurements, asOf: day('2024-11-30') }).value).toBe(73)
  })

  test('is the later revision where a day has two', () => {
    const result = assess({
      measurements: [
        { on: day('2024-11-30'), value: 70, revisedAt: 2 },
        { on: day('2024-11-30'), value: 73, revisedAt: 1 },
      ],
    })
    expect(result.value).toBe(70)
  })

  test('is the quotient of its counts', () => {
    const result = assess({
      measurements: [{ on: day('2024-11-30'), value: 80, numerator: 7996, denominator: 10_000 }],
    })
    expect(result.value).toBe(79.96)
  })

  test('says whether it is an estimate', () => {
    const estimated = { on: day('2024-11-30'), value: 73, estimated: true }
    expect(assess({ measurements: [estimated] }).estimated).toBe(true)
    expect(assess({ measurements: figures(['2024-11-30', 73]) }).estimated).toBe(false)
  })

  test('0 is a value', () => {
    const result = assess({ baseline: from(0), measurements: figures(['2024-11-30', 0]) })
    expect([result.value, result.gapClosed, result.paceRatio]).toEqual([0, 0, 0])
  })
})

describe('missing units', () => {
  test('are counted for a share against the current milestone', () => {
    expect(assess({ measurements: [counted('2024-11-30', 3600, 5000)] }).missingUnits).toBe(400)
    expect(
      assess({ measurements: [counted('2026-11-30', 3600, 5000)], asOf: day('2026-12-31') }).missingUnits,
    ).toBe(1150)
  })

  test('are unknown for a plain value', () => {
    expect(assess({ measurements: figures(['2024-11-30', 73]) }).missingUnits).toBeNull()
  })
})

describe('denominators that change between years', () => {
  test('each year is worth its own share: more households, counted by more, may still be a smaller share', () => {
    const result = assess({
      measurements: [counted('2023-11-30', 670, 1000), counted('2024-11-30', 690, 1100)],
    })
    expect(result.value).toBe(69_000 / 1100)
    expect(result.status).toBe('off_track')
    expect(result.missingUnits).toBe(190)
  })
})

describe('rule 3 of the values: a target is met by the counts', () => {
  test('7996 of 10000 does not achieve 80, 8000 does', () => {
    expect(assess({ measurements: [counted('2024-11-30', 7996, 10_000)] })).toMatchObject({
      status: 'on_track',
      met: false,
      missingUnits: 4,
    })
    expect(assess({ measurements: [counted('2024-11-30', 8000, 10_000)] })).toMatchObject({
      status: 'achieved',
      met: true,
      missingUnits: 0,
    })
  })
})

describe('the points of the forecast', () => {
  const measurements = figures(['2023-11-30', 67], ['2024-11-30', 73])

  test('are the baseline and the figures; a figure on the day of the baseline stands for both', () => {
    const same = assess({ measurements, baseline: { on: day('2023-11-30'), value: 10, kind: 'plan' } })
    expect(same.forecast).toEqual(assess({ measurements, baseline: null }).forecast)
    expect(assess({ measurements }).forecast).not.toEqual(same.forecast)
  })

  test('leave out a baseline that is younger than the latest figure', () => {
    const younger = assess({ measurements, baseline: { on: day('2024-12-15'), value: 10, kind: 'plan' } })
    expect(younger.forecast).toEqual(assess({ measurements, baseline: null }).forecast)
  })
})

describe('what is required each year', () => {
  test('is unknown once the last milestone has passed unmet, and 0 once it is met', () => {
    const asOf = day('2031-01-31')
    expect(assess({ measurements: figures(['2030-12-31', 90]), asOf }).requiredPerYear).toBeNull()
    expect(assess({ measurements: figures(['2030-12-31', 95]), asOf }).requiredPerYear).toBe(0)
  })
})

describe('a person may override a status', () => {
  const override = {
    status: 'on_track',
    reason: 'Chờ số liệu',
    by: 'Chủ tịch',
    from: day('2024-11-30'),
    until: day('2024-12-31'),
  } as const
  const measurements = figures(['2023-11-30', 63], ['2024-11-30', 68])

  test('both stay visible while it holds', () => {
    expect(assess({ measurements, override })).toMatchObject({
      status: 'at_risk',
      shownStatus: 'on_track',
      override,
    })
  })

  test('it does not reach back before the day on which it was decided', () => {
    expect(assess({ measurements, override, asOf: day('2024-11-29') }).override).toBeNull()
  })

  test('it ends after its last day', () => {
    expect(assess({ measurements, override, asOf: day('2025-01-01') })).toMatchObject({
      shownStatus: 'at_risk',
      override: null,
    })
  })
})

describe('compound growth', () => {
  test('is compared for information: actual over required', () => {
    const { cagr, status } = assess({ measurements: figures(['2023-11-30', 67], ['2024-11-30', 73]) })
    expect(printed(cagr?.actual, 4)).toBe('0.1077')
    expect(printed(cagr?.required, 4)).toBe('0.1006')
    expect(printed(cagr?.ratio, 3)).toBe('1.071')
    expect(status).toBe('on_track')
  })

  test('does not exist from 0, nor without a baseline', () => {
    expect(assess({ baseline: from(0), measurements: figures(['2024-11-30', 20]) }).cagr).toBeNull()
    expect(assess({ baseline: null, measurements: figures(['2024-11-30', 20]) }).cagr).toBeNull()
    expect(assess({ baseline: from(80), measurements: figures(['2024-11-30', 20]) }).cagr).toBeNull()
  })
})

describe('the thresholds live in the plan', () => {
  test('another pace for "on track" gives another status', () => {
    const measurements = figures(['2023-11-30', 63], ['2024-11-30', 68])
    const thresholds = { ...DEFAULT_THRESHOLDS, onTrackPace: 0.6, atRiskPace: 0.5 }
    expect(assess({ measurements, thresholds }).reason).toBe('pace_kept')
  })
})
