import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellKind } from './import-cell-kinds.ts'
import { readCell, writeCell, writeNumber } from './import-cells.ts'

const MARKS = { decimal: 'auto', dateFormat: 'auto' } as const
const CHOICE = { choice: { done: ['đã có', 'x'], not_done: ['chưa có'] } } as const
const read = (kind: CellKind, raw: string | number | null, decimal: 'auto' | '.' | ',' = 'auto') =>
  readCell(kind, raw, { ...MARKS, decimal })
const value = (expected: unknown) => ({ ok: true, value: expected })

describe('a cell', () => {
  test.each<[CellKind, string | number | null, unknown]>([
    ['count', '1.234', 1234],
    ['count', '1,234,567', 1234567],
    ['count', 12, 12],
    ['count', '', null],
    ['year', '2026', 2026],
    ['quantity', '1,5', '1.5'],
    ['quantity', 2, '2'],
    ['money', '1.500.000', 1_500_000n],
    ['money', '1,5 triệu', 1_500_000n],
    ['money', 2000, 2000n],
    ['codes', 'VH-TT; CA,  VP-TK', ['VH-TT', 'CA', 'VP-TK']],
    ['codes', '*', ['*']],
    [
      'outputs',
      'tin, bài=24; lớp tập huấn = 3',
      [
        { unit: 'tin, bài', planned: 24 },
        { unit: 'lớp tập huấn', planned: 3 },
      ],
    ],
    [
      'outputs',
      String.raw`a\=b\;c\\=1; d=2`,
      [
        { unit: 'a=b;c\\', planned: 1 },
        { unit: 'd', planned: 2 },
      ],
    ],
    ['day', '14/11/2026', '2026-11-14'],
    [CHOICE, 'Chưa Có', 'not_done'],
    [CHOICE, 'done', 'done'],
    [CHOICE, ' ', null],
  ])('of the kind %o that says %o is %o', (kind, raw, expected) => {
    expect(read(kind, raw)).toEqual(value(expected))
  })

  test.each<[CellKind, string | number, string]>([
    ['count', '12,5', 'not_whole'],
    ['count', 12.5, 'not_whole'],
    ['count', '-3', 'negative'],
    ['count', 'ba', 'not_a_number'],
    ['year', '26', 'not_a_year'],
    ['year', '2500', 'not_a_year'],
    ['quantity', '1.234', 'ambiguous_number'],
    ['quantity', '0', 'quantity_wrong'],
    ['money', '1.500 triệu', 'ambiguous_number'],
    ['money', 0.5, 'not_whole_dong'],
    ['money', -5, 'negative'],
    ['outputs', '24 tin', 'outputs_wrong'],
    ['outputs', 'a=b=1', 'outputs_wrong'],
    ['day', '9999-01-01', 'not_a_day'],
    [CHOICE, 'có lẽ', 'unknown_choice'],
  ])('of the kind %o that says %o is refused: %s', (kind, raw, code) => {
    expect(read(kind, raw)).toMatchObject({ ok: false, code })
  })
})

test('a fault of a choice names what may be chosen', () => {
  expect(read(CHOICE, 'có lẽ')).toMatchObject({ params: { choices: ['đã có', 'chưa có'] } })
})

test('what is written for people and for programs is read back as the same value', () => {
  const unit = fc.stringMatching(/^[a-zàảạăấđếơứ;=\\]{1,8}$/)
  const values: [CellKind, fc.Arbitrary<unknown>][] = [
    ['count', fc.nat(9_000_000)],
    ['number', fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((n) => Number(n.toFixed(3)) + 0)],
    ['money', fc.bigInt({ min: 0n, max: 1_000_000_000_000_000n })],
    ['quantity', fc.integer({ min: 1, max: 9_999_999 }).map((n) => String(n / 1000))],
    [
      'day',
      fc
        .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    ],
    ['codes', fc.array(fc.stringMatching(/^[A-Z][A-Z0-9-]{0,11}$/), { minLength: 1, maxLength: 4 })],
    ['outputs', fc.array(fc.record({ unit, planned: fc.nat(9999) }), { minLength: 1, maxLength: 4 })],
    [CHOICE, fc.constantFrom('done', 'not_done')],
  ]
  for (const [kind, arbitrary] of values)
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('people' as const, 'programs' as const), (given, writing) => {
        const cell = writeCell(kind, given as never, writing)
        expect(read(kind, cell)).toEqual(value(given))
        if (typeof cell === 'number') expect(read(kind, writeNumber(cell, '.'))).toEqual(value(given))
        if (typeof cell === 'number') expect(read(kind, writeNumber(cell, ','))).toEqual(value(given))
      }),
    )
})
