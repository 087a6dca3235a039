import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { checkTargets } from './targets.ts'

const on2022 = day('2022-12-31')
const on2025 = day('2025-12-31')
const on2030 = day('2030-12-31')
const check = (direction: 'up' | 'down', baseline: number | null, ...targets: [string, number][]) =>
  checkTargets({
    direction,
    baseline: baseline === null ? null : { on: on2022, value: baseline },
    milestones: targets.map(([on, target]) => ({ on: day(on), target })),
  })

describe('the milestones of an indicator', () => {
  test('that rise from the baseline are without fault', () => {
    expect(check('up', 60, [on2025, 80], [on2030, 95])).toEqual({ faults: [], warnings: [] })
    expect(check('up', null, [on2030, 95])).toEqual({ faults: [], warnings: [] })
    expect(check('up', 60)).toEqual({ faults: [], warnings: [] })
  })

  test("one on the baseline's day is refused", () => {
    expect(check('up', 60, [on2022, 70], [on2030, 95]).faults).toEqual([
      { code: 'milestone_on_baseline_day', on: on2022 },
    ])
    expect(check('up', 60, [on2022, 70], [on2030, 95]).warnings).toEqual([])
  })

  test('two on one day are refused', () => {
    expect(check('up', 60, [on2030, 95], [on2025, 80], [on2030, 96]).faults).toEqual([
      { code: 'milestones_on_one_day', on: on2030 },
    ])
  })

  test('targets that fall are allowed with a warning, in whatever order they are written', () => {
    const warning = {
      code: 'targets_fall_back',
      on: on2030,
      target: 70,
      previousOn: on2025,
      previousTarget: 80,
    }
    expect(check('up', 60, [on2025, 80], [on2030, 70])).toEqual({ faults: [], warnings: [warning] })
    expect(check('up', 60, [on2030, 70], [on2025, 80])).toEqual({ faults: [], warnings: [warning] })
  })

  test('targets that rise where less is better are allowed with a warning, those that fall are right', () => {
    expect(check('down', 40, [on2025, 10], [on2030, 20]).warnings.map(({ code }) => code)).toEqual([
      'targets_fall_back',
    ])
    expect(check('down', 40, [on2025, 20], [on2030, 10]).warnings).toEqual([])
  })

  test('a target that is kept from one milestone to the next is right', () => {
    expect(check('up', 60, [on2025, 100], [on2030, 100])).toEqual({ faults: [], warnings: [] })
  })

  test('a baseline at the target or beyond it is allowed', () => {
    expect(check('up', 80, [on2025, 80])).toEqual({ faults: [], warnings: [] })
    expect(check('up', 90, [on2025, 80])).toEqual({ faults: [], warnings: [] })
  })

  test('one before the baseline is allowed with a warning: the path does not pass through it', () => {
    expect(check('up', 60, ['2020-12-31', 50], [on2025, 80])).toEqual({
      faults: [],
      warnings: [{ code: 'milestone_before_baseline', on: '2020-12-31', baselineOn: on2022 }],
    })
  })
})
