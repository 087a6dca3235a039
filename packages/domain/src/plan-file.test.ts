import { describe, expect, test } from 'vitest'
import chanhLo from '../../../plans/chanh-lo.json' with { type: 'json' }
import benLau from '../../../plans/examples/ben-lau.json' with { type: 'json' }
import { parsePlanFile } from './plan-file.ts'
import type { PlanFaultCode } from './plan-file-fault.ts'

type Json = Record<string, unknown>

/** The example plan with one place changed: a pointer, and what stands there instead. */
function withChange(pointer: string, value: unknown): unknown {
  const file = structuredClone(benLau) as Json
  const steps = pointer.split('/').slice(1)
  const parent = steps.slice(0, -1).reduce((inner, step) => inner[step] as Json, file)
  if (value === undefined) delete parent[steps.at(-1)!]
  else parent[steps.at(-1)!] = value
  return file
}

function faultsOf(json: unknown) {
  const result = parsePlanFile(json)
  return result.ok ? [] : result.faults
}

function warningsOf(json: unknown) {
  const result = parsePlanFile(json)
  return result.ok ? result.warnings : null
}

describe('a plan file', () => {
  test('is read whole: the plan of Chánh Lộ has no fault and no warning', () => {
    expect(parsePlanFile(chanhLo)).toMatchObject({ ok: true, warnings: [], plan: { code: 'chanh-lo-hts' } })
  })

  test('may be quite another plan: other milestones, a falling indicator, counts, its own areas', () => {
    expect(parsePlanFile(benLau)).toMatchObject({ ok: true, warnings: [], plan: { code: 'ben-lau' } })
  })

  test('may name its schema, which is no part of the plan', () => {
    const result = parsePlanFile(benLau)
    expect(result.ok && '$schema' in result.plan).toBe(false)
    expect(faultsOf({ ...benLau, $schema: 7 })).toMatchObject([
      { pointer: '/$schema', code: 'unknown_field' },
    ])
  })

  test('is normalised to precomposed Unicode, and otherwise left to the letter', () => {
    const result = parsePlanFile(withChange('/groups/0/title', 'Rác thải  '.normalize('NFD')))
    expect(result.ok && result.plan.groups[0]?.title).toBe('Rác thải  '.normalize('NFC'))
  })

  test('that is not an object is one fault at the file itself', () => {
    for (const json of [null, [], 'plan', 7])
      expect(faultsOf(json)).toMatchObject([
        { pointer: '', code: 'wrong_type', params: { expected: 'object' } },
      ])
  })

  test('names every fault of its shape at once', () => {
    const file = { ...(withChange('/areas/0/name', 7) as Json), title: null, extra: 1 }
    expect(faultsOf(file).map((fault) => [fault.pointer, fault.code])).toEqual([
      ['/extra', 'unknown_field'],
      ['/title', 'wrong_type'],
      ['/areas/0/name', 'wrong_type'],
    ])
  })
})

describe('the shape of a plan file is strict, and nothing is coerced', () => {
  const cases: [pointer: string, value: unknown, code: PlanFaultCode, at?: string][] = [
    ['/format', 'tien-do/plan@2', 'unknown_format'],
    ['/title', undefined, 'missing'],
    ['/titel', 'x', 'unknown_field'],
    ['/a~1b', 'x', 'unknown_field', '/a~01b'],
    ['/title', '  ', 'empty_text'],
    ['/title', 'a\u0000b', 'control_character'],
    ['/title', 7, 'wrong_type'],
    ['/reportTemplate/sections', [], 'empty_list'],
    ['/reportTemplate/sections/0/part', 'prose', 'not_one_of'],
    ['/reportTemplate/sections/0/key', 'Tình hình', 'not_a_code'],
    ['/reportTemplate/sections/0/sections/0/sections', [{}], 'out_of_range'],
    ['/reportTemplate/appendices/0/kind', 'pictures', 'not_one_of'],
    ['/code', 'Bến Lau', 'not_a_code'],
    ['/indicators/0/code', 'RAC 1', 'not_a_code'],
    ['/indicators/0/code', 'R'.repeat(41), 'not_a_code'],
    ['/indicators/0/weight', '2', 'wrong_type'],
    ['/indicators/0/weight', true, 'wrong_type'],
    ['/indicators/0/weight', null, 'wrong_type'],
    ['/indicators/0/weight', 0, 'out_of_range'],
    ['/indicators/0/weight', Number.POSITIVE_INFINITY, 'wrong_type'],
    ['/indicators/0/perArea', 'yes', 'wrong_type'],
    ['/indicators/0/decimals', 1.5, 'not_an_integer'],
    ['/indicators/0/measure', 'share', 'not_one_of'],
    ['/indicators/0/baseline/on', '2025-02-29', 'not_a_day'],
    ['/indicators/0/targets', {}, 'wrong_type'],
    ['/startsOn', '01/01/2026', 'not_a_day'],
    ['/milestones', [], 'empty_list'],
    ['/cycle/dataCutOff', '13-01', 'not_a_month_day'],
    ['/cycle/dataCutOff', '02-29', 'not_a_month_day'],
    ['/thresholds/onTrackPace', 1.2, 'out_of_range'],
    ['/holidays/0/kind', 'feast', 'not_one_of'],
  ]
  test.each(cases)('%s = %j is %s', (pointer, value, code, at = pointer) => {
    expect(faultsOf(withChange(pointer, value))).toMatchObject([{ pointer: at, code }])
  })
})

describe('the parts of a plan fit together', () => {
  const area = (code: string, validFrom: string | null, validTo: string | null) => ({
    code,
    name: code,
    validFrom,
    validTo,
  })
  const version = (validFrom: string | null, validTo: string | null, parent: string | null = null) => ({
    ...benLau.departments[1]!.versions[0]!,
    validFrom,
    validTo,
    parent,
  })
  const target = (milestone: string, value: number) => ({ milestone, value, kind: 'stated', text: 'x' })
  const cases: [rule: string, pointer: string, value: unknown, code: PlanFaultCode, at?: string][] = [
    ['codes are unique', '/areas/1/code', 'KP-A', 'duplicate_code'],
    ['codes of sub-items are unique', '/tasks/0/subItems/1/code', 'V-1.a', 'duplicate_code'],
    ['a day off is listed once', '/holidays/1/on', '2026-09-02', 'duplicate_entry', '/holidays/1'],
    [
      'a section of the report is there once',
      '/reportTemplate/sections/1/key',
      'chi-tieu',
      'duplicate_entry',
    ],
    ['a part is written once', '/reportTemplate/sections/1/part', 'tasks', 'duplicate_entry'],
    [
      'a section says something',
      '/reportTemplate/sections/1/part',
      null,
      'empty_section',
      '/reportTemplate/sections/1',
    ],
    ['words name what a report knows', '/reportTemplate/opening', '{mayor} báo cáo', 'unknown_placeholder'],
    ['a group is known', '/indicators/0/group', 'X', 'unknown_group'],
    ['a milestone is known', '/indicators/0/targets/0/milestone', '2029', 'unknown_milestone'],
    ['a milestone of a group is known', '/groups/0/refs/0/milestone', '2029', 'unknown_milestone'],
    ['an owner is known', '/indicators/0/owner', 'X', 'unknown_department'],
    ['a lead is known', '/tasks/0/lead/department', 'X', 'unknown_department'],
    ['every section is no lead', '/tasks/0/lead/department', '*', 'not_a_code'],
    ['a proposed lead is known', '/tasks/1/proposedLead', 'X', 'unknown_department'],
    ['who coordinates is known', '/tasks/0/coordinating/0', 'X', 'unknown_department'],
    ['an indicator of a task is known', '/tasks/0/indicators/0', 'X', 'unknown_indicator'],
    [
      'an indicator is linked to a task once',
      '/tasks/0/indicators',
      ['RAC-1', 'RAC-1'],
      'duplicate_entry',
      '/tasks/0/indicators/1',
    ],
    ['a task of a responsibility is known', '/responsibilities/0/tasks/1', 'X', 'unknown_task'],
    ['a deadline of a responsibility is known', '/responsibilities/0/deadlines/0', 'X', 'unknown_deadline'],
    ['the task that hides a target is known', '/indicators/4/hiddenInTask', 'X', 'unknown_task'],
    ['a recipient is known', '/deadlines/1/routes/0/recipient', 'X', 'unknown_department'],
    ['a sender is known', '/deadlines/1/sender', 'X', 'unknown_department'],
    ['the issuer is known', '/document/issuer', 'X', 'unknown_department'],
    ['a parent is known', '/departments/0/versions/0/parent', 'X', 'unknown_department'],
    ['nobody is their own parent', '/departments/0/versions/0/parent', 'UBND', 'parent_of_itself'],
    ['who merged is known', '/departmentEvents/0/from/0', 'X', 'unknown_department'],
    ['the deadlines of the cycle are known', '/cycle/wardDeadline', 'X', 'unknown_deadline'],
    [
      'the deadlines of the cycle have a date',
      '/deadlines/1/before',
      null,
      'yearly_without_date',
      '/cycle/wardDeadline',
    ],
    [
      'the ward reports after its departments',
      '/deadlines/1/before',
      '06-01',
      'deadlines_out_of_order',
      '/cycle/wardDeadline',
    ],
    ['a successor exists', '/indicators/2/successor', 'X', 'unknown_indicator'],
    ['a successor is another indicator', '/indicators/2/successor', 'NUOC-1', 'successor_of_itself'],
    ['a target of a share is at most 100', '/indicators/0/targets/0/value', 100.1, 'target_outside_limits'],
    ['a target of a share is at least 0', '/indicators/1/targets/1/value', -1, 'target_outside_limits'],
    ['a baseline of a share is at most 100', '/indicators/0/baseline/value', 101, 'baseline_outside_limits'],
    ['a share cannot pass 100', '/indicators/0/naturalMax', 120, 'limits_of_a_share'],
    ['a share always has its limits', '/indicators/0/naturalMin', null, 'limits_of_a_share'],
    [
      'what is judged in words has no target',
      '/indicators/5/targets',
      [target('2030', 1)],
      'qualitative_with_target',
    ],
    ['one target for one milestone', '/indicators/0/targets/1/milestone', '2027', 'milestones_on_one_day'],
    [
      'no milestone on the day of the baseline',
      '/indicators/0/baseline/on',
      '2027-12-31',
      'milestone_on_baseline_day',
      '/indicators/0/targets/0/milestone',
    ],
    [
      'an area ends after it begins',
      '/areas/0',
      area('KP-A', '2027-01-01', '2027-01-01'),
      'period_reversed',
      '/areas/0/validTo',
    ],
    [
      'versions of a department do not overlap',
      '/departments/1/versions',
      [version(null, null), version('2027-01-01', null)],
      'periods_overlap',
      '/departments/1/versions/1',
    ],
    [
      'routes of a report do not overlap',
      '/deadlines/0/routes',
      [
        { recipient: 'UBND', validFrom: null, validTo: '2027-01-02' },
        { recipient: 'TINH', validFrom: '2027-01-01', validTo: null },
      ],
      'periods_overlap',
      '/deadlines/0/routes/1',
    ],
  ]
  test.each(cases)('%s', (_rule, pointer, value, code, at = pointer) => {
    expect(faultsOf(withChange(pointer, value))).toMatchObject([{ pointer: at, code }])
  })

  test('milestones lie on different days', () => {
    expect(faultsOf(withChange('/milestones/1/on', '2027-12-31'))).toContainEqual({
      pointer: '/milestones/1/on',
      code: 'milestones_on_one_day',
      params: { on: '2027-12-31' },
    })
  })

  test('limits are in order', () => {
    expect(faultsOf(withChange('/indicators/2/naturalMax', 0))).toContainEqual({
      pointer: '/indicators/2/naturalMax',
      code: 'limits_reversed',
      params: { naturalMin: 0, naturalMax: 0 },
    })
  })

  test('indicators that succeed each other in a circle are refused, each of them', () => {
    expect(faultsOf(withChange('/indicators/3/successor', 'NUOC-1'))).toMatchObject([
      { pointer: '/indicators/2/successor', code: 'successors_in_a_circle' },
      { pointer: '/indicators/3/successor', code: 'successors_in_a_circle' },
    ])
  })

  test('periods that touch do not overlap: the last day is exclusive', () => {
    const versions = [
      version(null, '2027-01-01'),
      version('2027-01-01', '2028-01-01'),
      version('2028-01-01', null),
    ]
    expect(faultsOf(withChange('/departments/1/versions', versions))).toEqual([])
  })
})

describe('what is allowed, and said', () => {
  test('targets that fall where more is better', () => {
    expect(warningsOf(withChange('/indicators/0/targets/2/value', 60))).toMatchObject([
      { pointer: '/indicators/0/targets/2', code: 'targets_fall_back' },
    ])
  })

  test('a figure whose department ends before the last milestone', () => {
    const versions = [{ ...benLau.departments[2]!.versions[0]!, validTo: '2028-01-01' }]
    const file = withChange('/departments/2/versions', versions) as typeof benLau
    file.indicators[3]!.owner = 'KP' as never
    expect(warningsOf(file)).toEqual([
      { pointer: '/indicators/3/owner', code: 'department_ended', params: { code: 'KP', on: '2028-01-01' } },
    ])
  })
})
