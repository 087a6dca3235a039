import { describe, expect, test } from 'vitest'
import { columnsOf, recogniseHeader } from './import-columns.ts'
import { IMPORT_RESOURCES } from './import-options.ts'
import { readRow } from './import-read-row.ts'
import { CHECKLIST_ITEMS, DENOMINATORS } from './import-registers.ts'
import { IMPORT_DECLARATIONS } from './import-resources.ts'

const MARKS = { decimal: 'auto', dateFormat: 'auto' } as const

describe.each(IMPORT_RESOURCES)('the columns of %s', (resource) => {
  const { columns, keys } = IMPORT_DECLARATIONS[resource]
  const names = columnsOf(columns)

  test('have names that no other column of it has', () => {
    for (const name of names)
      for (const heading of columns[name]!.names) {
        const header = recogniseHeader(columns, [heading])
        if (columns[name]!.readOnly) expect(header.ignored).toEqual([heading])
        else expect(header.columns).toEqual([name])
        expect(header.unknown).toEqual([])
      }
  })

  test('name its rows', () => {
    expect(keys.length).toBeGreaterThan(0)
    for (const column of keys.flat()) expect(names).toContain(column)
    expect(recogniseHeader(columns, names).missing).toEqual([])
  })
})

test('a row is read whole, or all that is wrong with it is said at once', () => {
  const raw = { kind: 'Số hộ', area: 'TDP-05', on: '01/01/2026', value: '353' }
  expect(readRow(DENOMINATORS, raw, MARKS)).toEqual({
    row: {
      kind: 'households',
      area: 'TDP-05',
      on: '2026-01-01',
      value: 353,
      countedBy: null,
      source: null,
      note: null,
    },
    key: { kind: 'households', area: 'TDP-05', on: '2026-01-01' },
    faults: [],
    warnings: [],
  })
  const { row, faults } = readRow(DENOMINATORS, { ...raw, kind: 'nhà', on: '', value: 'x' }, MARKS)
  expect(row).toBeNull()
  expect(faults.map(({ column, code, value }) => [column, code, value])).toEqual([
    ['kind', 'unknown_choice', 'nhà'],
    ['on', 'required', ''],
    ['value', 'not_a_number', 'x'],
  ])
})

test('a row without the first of its names has no key', () => {
  expect(readRow(CHECKLIST_ITEMS, { code: 'A-1' }, MARKS)).toMatchObject({ row: null, key: null })
})
