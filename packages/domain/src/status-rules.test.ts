import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from './day.ts'
import { assessIndicator, type IndicatorInput } from './progress.ts'

const END_2025 = day('2025-12-31')
const MILESTONES = [
  { on: END_2025, target: 80 },
  { on: day('2030-12-31'), target: 95 },
]
const from = (value: number) => ({ on: day('2022-12-31'), value, kind: 'plan' as const })
const figures = (...pairs: [on: string, value: number][]) =>
  pairs.map(([on, value]) => ({ on: day(on), value }))

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
const verdictOf = (input: Partial<IndicatorInput>) => {
  const { status, reason, provisional } = assess(input)
  return provisional ? [status, reason, 'provisional'] : [status, reason]
}

describe('rule 1: not applicable', () => {
  test('is declared with a reason, whatever was measured', () => {
    const notApplicable = { reason: 'Phường không có doanh nghiệp' }
    expect(verdictOf({ notApplicable, measurements: figures(['2024-11-30', 90]) })).toEqual([
      'not_applicable',
      'declared_not_applicable',
    ])
  })

  test('is the latest figure whose denominator is 0', () => {
    const nothing = { on: day('2024-11-30'), value: null, numerator: 0, denominator: 0 }
    expect(assess({ measurements: [...figures(['2023-11-30', 67]), nothing] })).toMatchObject({
      status: 'not_applicable',
      reason: 'zero_denominator',
      value: null,
      expected: null,
      paceRatio: null,
      forecast: null,
    })
  })

  test('an older denominator of 0 is no figure', () => {
    const nothing = { on: day('2023-11-30'), value: null, numerator: 0, denominator: 0 }
    expect(verdictOf({ measurements: [nothing, ...figures(['2024-11-30', 73])] })).toEqual([
      'on_track',
      'pace_kept',
    ])
  })
})

describe('rule 2: no data', () => {
  test('nothing was approved on or before the day', () => {
    expect(verdictOf({ measurements: [] })).toEqual(['no_data', 'not_measured'])
    expect(verdictOf({ measurements: figures(['2025-01-01', 70]) })).toEqual(['no_data', 'not_measured'])
  })

  test('a blank is no data', () => {
    expect(verdictOf({ measurements: [{ on: day('2024-11-30'), value: null }] })).toEqual([
      'no_data',
      'not_measured',
    ])
  })
})

describe('an indicator without any milestone', () => {
  test('has no data until it is measured, and then no target to be judged by', () => {
    expect(verdictOf({ milestones: [] })).toEqual(['no_data', 'not_measured'])
    expect(
      verdictOf({ milestones: [], measurements: figures(['2023-11-30', 67], ['2024-11-30', 73]) }),
    ).toEqual(['insufficient_data', 'no_target'])
  })

  test('keeps its value and has nothing to be compared with', () => {
    expect(assess({ milestones: [], measurements: figures(['2024-11-30', 73]) })).toMatchObject({
      value: 73,
      milestone: null,
      met: null,
      gapClosed: null,
      paceRatio: null,
      requiredPerYear: null,
      forecast: null,
      cagr: null,
      missingUnits: null,
      verdicts: [],
    })
  })
})

describe('rule 3: the last milestone has passed', () => {
  const one = [{ on: END_2025, target: 80 }]
  const after = (...pairs: [string, number][]) =>
    verdictOf({ milestones: one, measurements: figures(...pairs), asOf: day('2026-06-30') })

  test('a figure in the window decides: met or not', () => {
    expect(after(['2025-12-31', 80])).toEqual(['achieved', 'final_met'])
    expect(after(['2025-12-31', 79.99])).toEqual(['missed', 'final_missed'])
  })

  test('the window opens 92 days before and closes 31 days after, both included', () => {
    expect(after([addDays(END_2025, -92), 80])).toEqual(['achieved', 'final_met'])
    expect(after([addDays(END_2025, -93), 80])).toEqual(['awaiting_final', 'final_not_measured'])
    expect(after([addDays(END_2025, 31), 80])).toEqual(['achieved', 'final_met'])
    expect(after([addDays(END_2025, 32), 80])).toEqual(['awaiting_final', 'final_not_measured'])
  })

  test('the latest figure in the window decides, and none outside it', () => {
    expect(after(['2025-11-30', 81], ['2026-01-10', 79])).toEqual(['missed', 'final_missed'])
    expect(after(['2025-11-30', 81], ['2026-05-30', 70])).toEqual(['achieved', 'final_met'])
  })

  test('on its own day a milestone has not passed', () => {
    const input = { milestones: one, measurements: figures(['2025-11-30', 85]) }
    expect(verdictOf({ ...input, asOf: END_2025 })).toEqual(['achieved', 'target_met'])
    expect(verdictOf({ ...input, asOf: addDays(END_2025, 1) })).toEqual(['achieved', 'final_met'])
    expect(assess({ ...input, asOf: END_2025 }).verdicts).toEqual([])
  })

  test('a figure that describes a later day than the assessment decides nothing', () => {
    const measurements = figures(['2025-11-30', 75], ['2026-01-20', 81])
    expect(verdictOf({ milestones: one, measurements, asOf: day('2026-01-10') })).toEqual([
      'missed',
      'final_missed',
    ])
  })

  test('each earlier milestone keeps its own verdict', () => {
    const measurements = figures(['2025-11-30', 81], ['2027-11-30', 87])
    const { verdicts, status } = assess({ measurements, asOf: day('2027-12-31') })
    expect(verdicts).toEqual([
      { on: END_2025, target: 80, outcome: 'achieved', value: 81, valueOn: day('2025-11-30') },
    ])
    expect(status).toBe('on_track')
    expect(assess({ measurements: figures(['2024-11-30', 81]), asOf: day('2031-06-30') }).verdicts).toEqual([
      { on: END_2025, target: 80, outcome: 'awaiting_final', value: null, valueOn: null },
      { on: day('2030-12-31'), target: 95, outcome: 'awaiting_final', value: null, valueOn: null },
    ])
  })
})

describe('rule 4: the target is met', () => {
  test('is achieved by a single figure, even without a baseline', () => {
    expect(verdictOf({ baseline: null, measurements: figures(['2024-11-30', 80]) })).toEqual([
      'achieved',
      'target_met',
    ])
  })
})

describe('rule 5: one figure, and nothing before it', () => {
  const measurements = figures(['2024-11-30', 73])

  test('is not enough, without a baseline or with itself as the baseline', () => {
    const itself = { on: day('2024-11-30'), value: 73, kind: 'first_measurement' as const }
    expect(verdictOf({ measurements, baseline: null })).toEqual(['insufficient_data', 'single_measurement'])
    expect(verdictOf({ measurements, baseline: itself })).toEqual(['insufficient_data', 'single_measurement'])
    expect(verdictOf({ measurements, baseline: { ...itself, kind: 'plan' } })).toEqual([
      'insufficient_data',
      'single_measurement',
    ])
  })

  test("is enough beside the plan's baseline", () => {
    expect(verdictOf({ measurements })).toEqual(['on_track', 'pace_kept'])
  })

  test('two figures are enough where the first is the baseline', () => {
    const first = { on: day('2023-11-30'), value: 60, kind: 'first_measurement' as const }
    const two = figures(['2023-11-30', 60], ['2024-11-30', 73])
    expect(verdictOf({ measurements: two, baseline: first })).toEqual(['on_track', 'pace_kept'])
  })
})

describe('rule 6: the target was met at the start and lost', () => {
  test('within 2 points it has slipped, further it is regressing', () => {
    expect(verdictOf({ baseline: from(85), measurements: figures(['2024-11-30', 79]) })).toEqual([
      'at_risk',
      'slipped',
    ])
    expect(verdictOf({ baseline: from(85), measurements: figures(['2024-11-30', 78]) })).toEqual([
      'at_risk',
      'slipped',
    ])
    expect(verdictOf({ baseline: from(85), measurements: figures(['2024-11-30', 77.9]) })).toEqual([
      'regressing',
      'fell_from_target',
    ])
  })

  test('holds from a baseline that equals the target, and where less is better', () => {
    expect(verdictOf({ baseline: from(80), measurements: figures(['2024-11-30', 79]) })).toEqual([
      'at_risk',
      'slipped',
    ])
    expect(
      verdictOf({
        direction: 'down',
        baseline: from(10),
        milestones: [{ on: END_2025, target: 10 }],
        measurements: figures(['2024-11-30', 12.1]),
      }),
    ).toEqual(['regressing', 'fell_from_target'])
  })

  test('a baseline beyond the target that stays beyond is achieved', () => {
    expect(assess({ baseline: from(85), measurements: figures(['2024-11-30', 82]) })).toMatchObject({
      status: 'achieved',
      paceRatio: null,
      requiredPerYear: 0,
    })
  })

  test('a target met at one milestone and lost before a next one that asks no more', () => {
    const milestones = [
      { on: END_2025, target: 100 },
      { on: day('2030-12-31'), target: 100 },
    ]
    const measurements = figures(['2025-11-30', 100], ['2026-11-30', 97])
    expect(verdictOf({ milestones, measurements, asOf: day('2026-12-31') })).toEqual([
      'regressing',
      'fell_from_target',
    ])
  })

  test('a target met and lost within its segment is judged by its pace', () => {
    const measurements = figures(['2023-11-30', 81], ['2024-11-30', 79])
    expect(verdictOf({ measurements })).toEqual(['at_risk', 'slowing'])
  })
})

describe('rule 7: worse than at the start', () => {
  test('by exactly 0.5 point is not regressing, by more is', () => {
    expect(verdictOf({ measurements: figures(['2024-11-30', 59.5]) })).toEqual([
      'off_track',
      'far_behind_pace',
    ])
    expect(verdictOf({ measurements: figures(['2024-11-30', 59.49]) })).toEqual(['regressing', 'below_start'])
    expect(verdictOf({ baseline: from(67.8), measurements: figures(['2024-11-30', 67.3]) })).toEqual([
      'off_track',
      'far_behind_pace',
    ])
  })

  test('holds where less is better', () => {
    const input = {
      direction: 'down',
      baseline: from(40),
      milestones: [{ on: END_2025, target: 10 }],
    } as const
    expect(verdictOf({ ...input, measurements: figures(['2024-11-30', 40.5]) })).toEqual([
      'off_track',
      'far_behind_pace',
    ])
    expect(verdictOf({ ...input, measurements: figures(['2024-11-30', 40.6]) })).toEqual([
      'regressing',
      'below_start',
    ])
  })
})

describe('rule 8: too early for a pace', () => {
  const early = '2023-03-31'

  test('within 2 points of the path is on track, further behind is at risk, both provisional', () => {
    const milestones = [{ on: day('2025-12-31'), target: 100 }]
    const path = 60 + (40 * 90) / 1096
    const at = (value: number) =>
      verdictOf({ milestones, baseline: from(60), measurements: figures([early, value]), asOf: day(early) })
    expect(at(path - 2)).toEqual(['on_track', 'early_on_path', 'provisional'])
    expect(at(path - 2.01)).toEqual(['at_risk', 'early_behind', 'provisional'])
  })

  test('a tenth of the segment is no longer early', () => {
    const baseline = { on: day('2022-12-31'), value: 0, kind: 'plan' as const }
    const milestones = [{ on: addDays(baseline.on, 1000), target: 100 }]
    const after = (days: number) => {
      const on = addDays(baseline.on, days)
      return verdictOf({ baseline, milestones, measurements: figures([on, 9.9]), asOf: on })
    }
    expect(after(99)).toEqual(['on_track', 'early_on_path', 'provisional'])
    expect(after(100)).toEqual(['on_track', 'pace_kept'])
  })

  test('where there is no path the next segment begins at risk', () => {
    const measurements = figures(['2025-11-30', 70], ['2026-02-28', 71])
    expect(verdictOf({ baseline: null, measurements, asOf: day('2026-03-31') })).toEqual([
      'at_risk',
      'early_behind',
      'provisional',
    ])
  })

  test('a figure from before the segment is too early for its pace', () => {
    const measurements = figures(['2024-11-30', 79], ['2025-11-30', 79.5])
    expect(verdictOf({ measurements, asOf: day('2026-02-28') })).toEqual([
      'on_track',
      'early_on_path',
      'provisional',
    ])
    expect(assess({ measurements, asOf: day('2026-02-28') }).paceRatio).toBeNull()
  })
})

/** Half of a segment of 1000 days from 0 to 100 has passed: the pace is twice the value over 100. */
const halfway = (value: number, ...earlier: [string, number][]) =>
  verdictOf({
    baseline: { on: day('2022-01-01'), value: 0, kind: 'plan' },
    milestones: [{ on: addDays(day('2022-01-01'), 1000), target: 100 }],
    measurements: figures(...earlier, [addDays(day('2022-01-01'), 500), value]),
    asOf: addDays(day('2022-01-01'), 500),
  })

describe('rules 9 to 12: the pace', () => {
  test('9: exactly 0.95 is on track', () => {
    expect(halfway(47.5)).toEqual(['on_track', 'pace_kept'])
    expect(halfway(47.49)).toEqual(['at_risk', 'behind_pace'])
  })

  test('9: exactly 0.95 stays so where a division leaves a rounding error, after any number of days', () => {
    for (let days = 200; days < 1096; days += 1) {
      const on = addDays(day('2022-12-31'), days)
      const measurements = [{ on, value: 60 + 0.95 * 20 * (days / 1096) }]
      expect(verdictOf({ measurements, asOf: on })).toEqual(['on_track', 'pace_kept'])
    }
  })

  test('10: a pace kept that leads below 0.95 of the way is slowing', () => {
    expect(halfway(60, [addDays(day('2022-01-01'), 300), 60])).toEqual(['at_risk', 'slowing'])
  })

  test('9: without a forecast the pace alone decides', () => {
    const baseline = { on: day('2024-01-01'), value: 0, kind: 'plan' as const }
    const on = addDays(baseline.on, 100)
    const result = assess({
      baseline,
      milestones: [{ on: addDays(baseline.on, 200), target: 100 }],
      measurements: figures([addDays(baseline.on, 50), 60], [on, 50]),
      asOf: on,
    })
    expect(result).toMatchObject({
      status: 'on_track',
      reason: 'pace_kept',
      forecast: null,
      coveredLow: null,
    })
  })

  test('11: exactly 0.60 is at risk', () => {
    expect(halfway(30)).toEqual(['at_risk', 'behind_pace'])
  })

  test('12: below 0.60, and exactly 0, is off track', () => {
    expect(halfway(29.99)).toEqual(['off_track', 'far_behind_pace'])
    expect(halfway(0)).toEqual(['off_track', 'far_behind_pace'])
  })
})

describe('rule 13: no pace can be had', () => {
  test('two figures without a baseline are insufficient in the first segment', () => {
    const measurements = figures(['2023-11-30', 67], ['2024-11-30', 73])
    expect(verdictOf({ baseline: null, measurements })).toEqual(['insufficient_data', 'no_baseline'])
  })

  test('a later segment needs no baseline: what was reached by the milestone before is its start', () => {
    const measurements = figures(['2025-11-30', 70], ['2027-11-30', 85])
    expect(assess({ baseline: null, measurements, asOf: day('2027-12-31') })).toMatchObject({
      status: 'on_track',
      anchor: 70,
      expected: null,
      pathDelta: null,
      gapClosed: null,
    })
  })
})

describe('29 February', () => {
  test('is a day like any other', () => {
    const measurements = figures(['2023-02-28', 61], ['2024-02-29', 70])
    const result = assess({ measurements, asOf: day('2024-02-29') })
    expect(result.measuredOn).toBe('2024-02-29')
    expect(result.elapsedShare).toBe(daysBetween(day('2022-12-31'), day('2024-02-29')) / 1096)
    expect(result.status).toBe('on_track')
  })
})
