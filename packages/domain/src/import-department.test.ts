import { expect, test } from 'vitest'
import { day } from './day.ts'
import { versionOn } from './department.ts'
import { takeDepartment } from './import-department.ts'
import type { DepartmentRow } from './import-registers.ts'
import type { Plan } from './plan.ts'

const version = {
  ...{ name: 'Bộ phận A', shortName: 'A', symbol: null, parent: null },
  ...{ validFrom: null, validTo: null, legalBasis: null },
}
const PLAN = {
  departments: [
    { code: 'A', kind: 'section', reports: true, versions: [version] },
    { code: 'B', kind: 'section', reports: true, versions: [{ ...version, name: 'Bộ phận B' }] },
    {
      code: 'OLD',
      kind: 'section',
      reports: true,
      versions: [{ ...version, name: 'Cũ', validTo: day('2025-07-01') }],
    },
  ],
  departmentEvents: [],
  indicators: [],
  tasks: [],
} as unknown as Plan
const KNOWN = { today: day('2026-11-22'), closedYears: [2025] }
const row = (change: Partial<DepartmentRow>): DepartmentRow => ({
  ...{ code: 'A', name: 'Bộ phận A', shortName: null, symbol: null, kind: null, parent: null, reports: null },
  ...{ validFrom: null, renamedOn: null, legalBasis: null, validTo: null },
  ...change,
})
const take = (change: Partial<DepartmentRow>) => takeDepartment(PLAN, row(change), KNOWN)
const said = (change: Partial<DepartmentRow>) => {
  const taken = take(change)
  return taken.outcome === 'refused'
    ? taken.faults.map(({ column, code }) => `${column} ${code}`)
    : taken.outcome
}

test('a row that says what is known changes nothing', () => {
  expect(take({ shortName: 'A', reports: 'yes', kind: 'section' })).toEqual({
    outcome: 'unchanged',
    after: PLAN,
  })
})

test('a new one is there from its day, with an event; or from the beginning, without', () => {
  const founded = take({
    code: 'C',
    name: 'Phòng C',
    parent: 'B',
    validFrom: day('2026-01-01'),
    reports: 'no',
  })
  expect(founded).toMatchObject({
    outcome: 'created',
    after: { departmentEvents: [{ kind: 'founded', to: ['C'] }] },
  })
  const plan = founded.outcome === 'refused' ? PLAN : founded.after
  expect(plan.departments.at(-1)).toMatchObject({
    reports: false,
    versions: [{ name: 'Phòng C', shortName: 'Phòng C', parent: 'B', validFrom: '2026-01-01' }],
  })
  expect(take({ code: 'C', name: 'Phòng C' })).toMatchObject({ after: { departmentEvents: [] } })
})

test('a name changes from a day on, and what it is without one', () => {
  const renamed = take({ name: 'Phòng A', renamedOn: day('2026-01-01'), kind: 'other' })
  expect(renamed.outcome).toBe('updated')
  const [a] = renamed.outcome === 'refused' ? [] : renamed.after.departments
  const names = ['2025-12-31', '2026-01-01'].map((on) => versionOn(a?.versions ?? [], day(on))?.name)
  expect([a?.kind, ...names]).toEqual(['other', 'Bộ phận A', 'Phòng A'])
  expect(said({ shortName: 'PA', renamedOn: day('2026-01-01') })).toBe('updated')
})

test.each([
  [{ name: 'Phòng A' }, 'renamedOn rename_day_missing'],
  [{ name: 'Phòng A', renamedOn: day('2025-12-31') }, 'renamedOn period_locked'],
  [{ name: 'bộ phận b', renamedOn: day('2026-01-01') }, 'name duplicate_name'],
  [{ parent: 'A', renamedOn: day('2026-01-01') }, 'parent parent_of_itself'],
  [{ parent: 'X', renamedOn: day('2026-01-01') }, 'parent unknown_department'],
  [{ validFrom: day('2026-01-01') }, 'validFrom dates_stay'],
  [{ code: 'OLD', name: 'Mới', renamedOn: day('2026-01-01') }, 'renamedOn department_not_in_force'],
  [{ code: 'Phòng C', name: 'Phòng C' }, 'code invalid_code'],
] as const)('refuses %o', (change, fault) => {
  expect(said(change)).toContain(fault)
})
