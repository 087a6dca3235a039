import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { departmentInForce, holdsOn, versionOn } from './department.ts'
import type { PlanDepartment } from './plan.ts'

const reform = day('2025-07-01')
const version = (name: string, validFrom: string | null, validTo: string | null) => ({
  name,
  shortName: name,
  symbol: null,
  parent: null,
  validFrom: validFrom === null ? null : day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  legalBasis: null,
})
const department = (code: string, ...versions: PlanDepartment['versions']): PlanDepartment => ({
  code,
  kind: 'committee',
  reports: false,
  versions,
})

describe('holdsOn', () => {
  it('does not hold on the day it ends', () => {
    const dated = { validFrom: null, validTo: reform }
    expect([holdsOn(dated, day('2025-06-30')), holdsOn(dated, reform)]).toEqual([true, false])
  })
})

describe('versionOn', () => {
  const versions = [version('mới', '2025-07-01', null), version('cũ', '2020-01-01', '2025-07-01')]
  it.each([
    ['the version in force', '2024-01-01', 'cũ'],
    ['the new version from its first day', '2025-07-01', 'mới'],
    ['the nearest version before the first', '2019-01-01', 'cũ'],
  ])('names %s', (_name, on, name) => {
    expect(versionOn(versions, day(on))?.name).toBe(name)
  })
  it('keeps the last name of what has ended', () => {
    expect(versionOn([version('cũ', null, '2025-07-01')], day('2026-01-01'))?.name).toBe('cũ')
  })
})

describe('departmentInForce', () => {
  const plan = {
    departments: [
      department('OLD', version('cũ', null, '2025-07-01')),
      department('NEW', version('mới', '2025-07-01', null)),
      department('GONE', version('hết', null, '2025-07-01')),
    ],
    departmentEvents: [
      { kind: 'merged', on: reform, from: ['OLD'], to: ['NEW'], reporting: [], legalBasis: null },
      { kind: 'dissolved', on: reform, from: ['GONE'], to: [], reporting: [], legalBasis: null },
    ],
  } as const
  it('is the department itself while it exists', () => {
    expect(departmentInForce(plan, 'OLD', day('2025-06-30'))).toBe('OLD')
  })
  it('is the one it was merged into from that day on', () => {
    expect(departmentInForce(plan, 'OLD', reform)).toBe('NEW')
  })
  it('stays with its last name where nobody took over', () => {
    expect(departmentInForce(plan, 'GONE', day('2026-01-01'))).toBe('GONE')
  })
})
