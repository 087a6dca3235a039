import { expect, test } from 'vitest'
import { day } from './day.ts'
import { takeArea } from './import-area.ts'
import type { AreaRow } from './import-registers.ts'

const KNOWN = {
  areas: [{ code: 'T1', name: 'Tổ 1', validFrom: null, validTo: null, formerNames: [] }],
  areaEvents: [],
}
const row = (change: Partial<AreaRow>): AreaRow => ({
  ...{ code: 'T1', name: 'Tổ 1', validFrom: null, validTo: null, renamedOn: null, legalBasis: null },
  ...change,
})
const faultsOf = (change: Partial<AreaRow>) => {
  const taken = takeArea(KNOWN, row(change))
  return taken.outcome === 'refused'
    ? taken.faults.map(({ column, code }) => `${column} ${code}`)
    : taken.outcome
}

test('a row that says what is known changes nothing', () => {
  expect(takeArea(KNOWN, row({}))).toEqual({ outcome: 'unchanged', after: KNOWN })
})

test('a new area opens on its day, and closes where the row says so', () => {
  const opened = takeArea(
    KNOWN,
    row({ code: 'T2', name: 'Tổ 2', validFrom: day('2026-01-01'), validTo: day('2026-07-01') }),
  )
  expect(opened).toMatchObject({
    outcome: 'created',
    after: {
      areas: [{}, { code: 'T2', validFrom: '2026-01-01', validTo: '2026-07-01' }],
      areaEvents: [{ kind: 'opened' }, { kind: 'closed' }],
    },
  })
})

test('a name changes from a day on, with its basis', () => {
  const renamed = takeArea(KNOWN, row({ name: 'Tổ A', renamedOn: day('2026-03-01'), legalBasis: 'QĐ 1' }))
  expect(renamed).toMatchObject({
    outcome: 'updated',
    after: {
      areas: [{ name: 'Tổ A', formerNames: [{ name: 'Tổ 1', until: '2026-03-01' }] }],
      areaEvents: [{ legalBasis: 'QĐ 1' }],
    },
  })
})

test('what a file may not do is named by its column', () => {
  expect(faultsOf({ name: 'Tổ A' })).toEqual(['renamedOn rename_day_missing'])
  expect(faultsOf({ validFrom: day('2026-01-01') })).toEqual(['validFrom dates_stay'])
  expect(faultsOf({ code: 'T2' })).toEqual(['name duplicate_name'])
  expect(faultsOf({ code: 'Tổ hai', name: 'Tổ 2' })).toEqual(['code invalid_code'])
  expect(
    faultsOf({ code: 'T2', name: 'Tổ 2', validFrom: day('2026-02-01'), validTo: day('2026-01-01') }),
  ).toEqual(['validTo period_reversed'])
})
