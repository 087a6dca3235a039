import { MEASUREMENT_COLUMNS } from '@tien-do/domain/import-columns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { rejectedRowsCsv } from './rejected-rows.ts'

const HEADINGS = ['Mã chỉ tiêu', 'Ngày', 'Tử số', 'Ghi chú']
const ASKED = {
  delimiter: 'auto',
  unknownColumns: 'error',
  encoding: 'auto',
  sheet: null,
  remembered: new Map(),
} as const
const fault = { column: 'numerator', code: 'not_a_number' } as const

function csvOf(rows: readonly (readonly string[])[], separator: string, headings = HEADINGS): string {
  return rejectedRowsCsv(
    {
      report: { resource: 'measurements' },
      headings,
      separator,
      rejected: rows.map((given) => ({ line: 2, given, faults: [fault] })),
    },
    'vi',
  )
}

async function readBack(text: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { given } of readCsv(Buffer.from(text), MEASUREMENT_COLUMNS, ASKED).rows)
    rows.push(given.map(String))
  return rows
}

test('a rejected row comes back under its own headings, behind what is wrong with it', () => {
  expect(csvOf([['FB-02', '14/11/2026', 'x', '']], ';')).toBe(
    '\ufeffLỗi;Mã chỉ tiêu;Ngày;Tử số;Ghi chú\r\nTử số: Không phải số;FB-02;14/11/2026;x;\r\n',
  )
})

test('what was wrong the last time is not handed back a second time', () => {
  expect(csvOf([['cũ', 'FB-02']], ',', ['Lỗi', 'Mã chỉ tiêu'])).toBe(
    '\ufeffLỗi,Mã chỉ tiêu\r\nTử số: Không phải số,FB-02\r\n',
  )
})

test('whatever stood in its cells is read back the same: quotes, separators, line breaks, formulas', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '=', "'", ' ', 'ế', '-', '1'),
  })
  // A code with nothing behind it is a line that nobody filled in: it is never rejected.
  const cells = fc
    .array(cell, { minLength: 4, maxLength: 4 })
    .filter(([, ...others]) => others.some((other) => other.trim() !== ''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(cells, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      async (rows, separator) => {
        expect((await readBack(csvOf(rows, separator))).map(([, ...given]) => given)).toEqual(rows)
      },
    ),
  )
})
