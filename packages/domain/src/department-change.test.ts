import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from './day.ts'
import { departmentInForce, isInForce, isReporting, ownerOn, recipientOn, versionOn } from './department.ts'
import { changeDepartments } from './department-change.ts'
import {
  assignmentsAfter,
  budgetStateOfSeveral,
  earliestDay,
  indicatorAfter,
  narrativeOfSeveral,
  successorOf,
} from './department-succession.ts'
import type { DepartmentAfter, DepartmentChange, Plan, PlanDepartment, PlanIndicator } from './plan.ts'

const reform = day('2025-07-01')
const dayBefore = day('2025-06-30')
const legalBasis = 'Nghị định số 150/2025/NĐ-CP'

const department = (code: string, more: Partial<PlanDepartment['versions'][0]> = {}): PlanDepartment => ({
  code,
  kind: 'section',
  reports: !code.startsWith('P-'),
  versions: [
    {
      name: `Bộ phận ${code}`,
      shortName: code,
      symbol: null,
      parent: 'UBND',
      validFrom: null,
      validTo: null,
      legalBasis: null,
      ...more,
    },
  ],
})
const after = (code: string, more: Partial<DepartmentAfter> = {}): DepartmentAfter => ({
  code,
  name: null,
  shortName: null,
  symbol: null,
  parent: null,
  kind: null,
  indicators: [],
  tasks: [],
  ...more,
})
const named = (code: string, more: Partial<DepartmentAfter> = {}) =>
  after(code, { name: `Phòng ${code}`, ...more })

const plan: Pick<Plan, 'departments' | 'departmentEvents' | 'indicators' | 'tasks'> = {
  departments: [
    department('UBND', { parent: null }),
    department('A'),
    department('B'),
    department('C', { parent: 'A' }),
    department('P-OLD', { validTo: day('2024-01-01') }),
    department('P-NEW', { validFrom: reform }),
  ],
  departmentEvents: [],
  indicators: [{ code: 'MB-01' }, { code: 'MB-02' }] as unknown as Plan['indicators'],
  tasks: [{ code: 'NV-01' }] as unknown as Plan['tasks'],
}

function done(changes: readonly DepartmentChange[], on: Day = reform) {
  const result = changeDepartments(plan, { changes, on, legalBasis })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  const of = (code: string) => {
    const found = result.departments.find((each) => each.code === code)
    if (!found) throw new Error(code)
    return found
  }
  return { ...result, of, now: { ...plan, ...result } }
}
const faults = (change: DepartmentChange, on: Day = reform) => {
  const result = changeDepartments(plan, { changes: [change], on, legalBasis })
  return result.ok ? [] : result.faults.map(({ field, code }) => [field.replace('changes/0', ''), code])
}

describe('changeDepartments', () => {
  it('merges: what ends keeps its name for the days before, what takes over has its work from that day on', () => {
    const { of, now, successions, departmentEvents } = done([
      { act: 'merge', from: ['A', 'B'], to: [after('P-NEW')] },
    ])
    expect([isInForce(of('A'), dayBefore), isInForce(of('A'), reform)]).toEqual([true, false])
    expect(versionOn(of('A').versions, dayBefore)?.name).toBe('Bộ phận A')
    expect([departmentInForce(now, 'A', dayBefore), departmentInForce(now, 'A', reform)]).toEqual([
      'A',
      'P-NEW',
    ])
    expect(of('P-NEW').reports).toBe(true)
    expect(departmentEvents).toEqual([
      { kind: 'merged', on: reform, from: ['A', 'B'], to: ['P-NEW'], reporting: ['P-NEW'], legalBasis },
    ])
    expect(successions.map(({ from, to }) => [from, to])).toEqual([
      ['A', 'P-NEW'],
      ['B', 'P-NEW'],
    ])
  })
  it('moves who stood under what ended under what took over', () => {
    const { of } = done([{ act: 'merge', from: ['A', 'B'], to: [named('D')] }])
    expect(of('C').versions.map(({ parent, validFrom }) => [parent, validFrom])).toEqual([
      ['A', null],
      ['D', reform],
    ])
    expect(of('D').versions[0]).toMatchObject({ name: 'Phòng D', shortName: 'Phòng D', parent: 'UBND' })
  })
  it('renames from a day on: on the day before it bears the old name', () => {
    const { of } = done([{ act: 'rename', from: ['A'], to: [named('A', { shortName: 'PA' })] }])
    expect([
      versionOn(of('A').versions, dayBefore)?.name,
      versionOn(of('A').versions, reform)?.shortName,
    ]).toEqual(['Bộ phận A', 'PA'])
  })
  it('keeps one event of what is said twice of one day', () => {
    const rename = (name: string): DepartmentChange => ({
      act: 'rename',
      from: ['A'],
      to: [after('A', { name })],
    })
    const { departmentEvents, of } = done([rename('Phòng A'), rename('Phòng AA')])
    expect([departmentEvents.length, of('A').versions.at(-1)?.name]).toEqual([1, 'Phòng AA'])
  })
  it('splits: the first takes over, the others what they are given by name', () => {
    const { successions, now } = done([
      {
        act: 'split',
        from: ['A'],
        to: [named('D'), named('E', { indicators: ['MB-02'], tasks: ['NV-01'] })],
      },
    ])
    expect(departmentInForce(now, 'A', reform)).toBe('D')
    expect(successorOf(successions, 'A')).toBe('D')
    expect(successorOf(successions, 'A', { indicator: 'MB-02' })).toBe('E')
    expect(successorOf(successions, 'A', { task: 'NV-01' })).toBe('E')
    expect(successorOf(successions, 'A', { indicator: 'MB-01', task: null })).toBe('D')
  })
  it('lets one that is split go on beside the new one, with what the new one is not given', () => {
    const { successions, of } = done([
      { act: 'split', from: ['A'], to: [after('A'), named('E', { tasks: ['NV-01'] })] },
    ])
    expect(isInForce(of('A'), reform)).toBe(true)
    expect([successorOf(successions, 'A'), successorOf(successions, 'A', { task: 'NV-01' })]).toEqual([
      'A',
      'E',
    ])
  })
  it('closes, with or without somebody who takes over', () => {
    expect(done([{ act: 'close', from: ['A'], to: [after('B')] }]).successions).toMatchObject([
      { from: 'A', to: 'B' },
    ])
    expect(done([{ act: 'close', from: ['A'], to: [] }]).successions).toEqual([])
  })
  it('does one act after another: what one makes the next may take', () => {
    const { successions } = done([
      { act: 'found', from: [], to: [named('D')] },
      { act: 'merge', from: ['A'], to: [after('D')] },
      { act: 'merge', from: ['B'], to: [after('D')] },
    ])
    expect([successorOf(successions, 'A'), successorOf(successions, 'B')]).toEqual(['D', 'D'])
  })
  it('never begins what would only have begun on that day', () => {
    const later = department('A', { validTo: reform })
    const twoVersions = {
      ...later,
      versions: [...later.versions, { ...later.versions[0]!, validFrom: reform, validTo: null }],
    }
    const result = changeDepartments(
      { ...plan, departments: plan.departments.map((each) => (each.code === 'A' ? twoVersions : each)) },
      { changes: [{ act: 'merge', from: ['A'], to: [after('B')] }], on: reform, legalBasis },
    )
    expect(result.ok && result.departments.find(({ code }) => code === 'A')?.versions).toHaveLength(1)
  })

  it.each<[string, DepartmentChange, unknown[]]>([
    ['nobody to merge', { act: 'merge', from: [], to: [after('B')] }, [['/from', 'too_few']]],
    ['two to rename', { act: 'rename', from: ['A', 'B'], to: [named('A')] }, [['/from', 'too_many']]],
    [
      'one department twice',
      { act: 'merge', from: ['A', 'A'], to: [after('B')] },
      [['/from/1', 'duplicate']],
    ],
    ['an unknown one', { act: 'close', from: ['X'], to: [] }, [['/from/0', 'unknown_department']]],
    [
      'one that has ended',
      { act: 'close', from: ['P-OLD'], to: [] },
      [['/from/0', 'department_not_in_force']],
    ],
    [
      'one that begins that day',
      { act: 'close', from: ['P-NEW'], to: [] },
      [['/from/0', 'department_not_in_force']],
    ],
    [
      'going into one that ended',
      { act: 'merge', from: ['A'], to: [after('P-OLD')] },
      [['/to/0/code', 'department_not_in_force']],
    ],
    [
      'a new one without a name',
      { act: 'merge', from: ['A', 'B'], to: [after('D')] },
      [['/to/0/name', 'needs_name']],
    ],
    [
      'a code that was given',
      { act: 'found', from: [], to: [named('A')] },
      [['/to/0/code', 'duplicate_code']],
    ],
    [
      'a name that is taken',
      { act: 'found', from: [], to: [named('D', { name: 'bộ phận  a' })] },
      [['/to/0/name', 'duplicate_name']],
    ],
    [
      'the same name',
      { act: 'rename', from: ['A'], to: [after('A', { name: 'Bộ phận A' })] },
      [['/to/0/name', 'same_name']],
    ],
    [
      'renaming into another code',
      { act: 'rename', from: ['A'], to: [named('B')] },
      [['/to/0/code', 'unknown_department']],
    ],
    [
      'a parent of itself',
      { act: 'found', from: [], to: [named('D', { parent: 'D' })] },
      [['/to/0/parent', 'parent_of_itself']],
    ],
    [
      'an unknown share',
      { act: 'split', from: ['A'], to: [named('D'), named('E', { tasks: ['NV-99'] })] },
      [['/to/1/tasks/0', 'unknown_task']],
    ],
  ])('refuses %s', (_name, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })
  it('refuses to say anything of a day before what is said already', () => {
    const result = done([{ act: 'rename', from: ['A'], to: [named('A')] }], day('2026-01-01'))
    const earlier = changeDepartments(result.now, {
      changes: [{ act: 'close', from: ['A'], to: [] }],
      on: reform,
      legalBasis,
    })
    expect(earlier.ok ? [] : earlier.faults.map(({ code }) => code)).toEqual(['department_changes_later'])
  })

  it('on every day somebody who is there does the work of each that was there, whatever is merged on whatever days', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F'] as const
    const act = fc.record({
      after: fc.integer({ min: 1, max: 400 }),
      from: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
      to: fc.constantFrom(...codes),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const departments: readonly PlanDepartment[] = codes.map((code) => department(code, { parent: null }))
        let now = { ...plan, departments }
        let on = reform
        const days = [dayBefore]
        for (const { after: later, from, to } of acts) {
          on = addDays(on, later)
          days.push(addDays(on, -1), on)
          const result = changeDepartments(now, {
            changes: [{ act: 'merge', from, to: [after(to)] }],
            on,
            legalBasis,
          })
          if (result.ok) now = { ...now, ...result }
        }
        for (const each of days)
          for (const code of codes) {
            const there = departmentInForce(now, code, each)
            const found = now.departments.find((one) => one.code === there)
            expect(found && isInForce(found, each)).toBe(true)
          }
        // Nothing is ever lost: every name that held on the first day still holds on it.
        for (const code of codes)
          expect(
            versionOn(now.departments.find((one) => one.code === code)?.versions ?? [], dayBefore)?.name,
          ).toBe(`Bộ phận ${code}`)
      }),
    )
  })
})

describe('recipientOn', () => {
  it('follows the dated route, and then whoever took over from the recipient', () => {
    const { now } = done([{ act: 'merge', from: ['A'], to: [after('B')] }])
    const routes = [
      { recipient: 'UBND', validFrom: null, validTo: day('2025-01-01') },
      { recipient: 'A', validFrom: day('2025-01-01'), validTo: null },
    ]
    expect(
      ['2024-12-31', '2025-06-30', '2025-07-01'].map((on) => recipientOn(now, { routes }, day(on))),
    ).toEqual(['UBND', 'A', 'B'])
  })
})

describe('what is open', () => {
  const { successions } = done([{ act: 'merge', from: ['A', 'B'], to: [after('P-NEW')] }])
  const indicator = { code: 'MB-01', owner: 'A', formerOwners: [] } as unknown as PlanIndicator

  it('an indicator goes over, and remembers whose it was', () => {
    const next = indicatorAfter(indicator, successions, reform)
    expect([ownerOn(next, dayBefore), ownerOn(next, reform)]).toEqual(['A', 'P-NEW'])
    expect(indicatorAfter({ ...indicator, owner: 'C' }, successions, reform).formerOwners).toEqual([])
  })
  it('a task is led by the successor from the day on, with later decisions carried over as well', () => {
    const task = { code: 'NV-01', lead: { department: 'A', stated: true }, coordinating: ['*', 'B', 'C'] }
    const later = { lead: 'B', coordinating: [], from: day('2026-01-01'), reason: null }
    expect(assignmentsAfter(task, [later], successions, { on: reform, reason: legalBasis })).toEqual([
      { lead: 'P-NEW', coordinating: ['*', 'C'], from: reform, reason: legalBasis },
      { lead: 'P-NEW', coordinating: [], from: day('2026-01-01'), reason: legalBasis },
    ])
  })
  it('a task that nobody of them leads stays as it is', () => {
    const task = { code: 'NV-01', lead: null, coordinating: ['*'] }
    expect(assignmentsAfter(task, [], successions, { on: reform, reason: legalBasis })).toEqual([])
  })
  it('several requests are one: as far as all had come, otherwise a draft', () => {
    expect([
      budgetStateOfSeveral(['requested', 'requested']),
      budgetStateOfSeveral(['requested', 'returned']),
      budgetStateOfSeveral([]),
    ]).toEqual(['requested', 'draft', 'draft'])
  })
  it('several reports are one: each paragraph under the name of who wrote it', () => {
    const one = { name: 'A', narrative: { results: 'Xong.', shortcomings: ' ' } }
    expect(narrativeOfSeveral([one])).toEqual({ results: 'Xong.' })
    expect(narrativeOfSeveral([one, { name: 'B', narrative: { results: 'Chưa.' } }])).toEqual({
      results: 'A: Xong.\nB: Chưa.',
    })
  })
})

describe('isReporting', () => {
  it('is so from the day on which it took over from one that reports, and not before', () => {
    const { now, of } = done([{ act: 'merge', from: ['A'], to: [after('P-NEW')] }], day('2026-01-01'))
    expect(['2025-12-31', '2026-01-01'].map((on) => isReporting(now, of('P-NEW'), day(on)))).toEqual([
      false,
      true,
    ])
    expect(['2025-12-31', '2026-01-01'].map((on) => isReporting(now, of('A'), day(on)))).toEqual([
      true,
      false,
    ])
  })
})

describe('earliestDay', () => {
  it('is the decided day, unless a year that is closed was reported under the old names', () => {
    expect(earliestDay(reform, [])).toBe(reform)
    expect(earliestDay(reform, [2024])).toBe(reform)
    expect(earliestDay(reform, [2025, 2024])).toBe('2026-01-01')
  })
})
