import { expect, test } from 'vitest'
import { type ImportReport, verdictOf } from './import-report.ts'

const NO_COUNTS = { read: 4, created: 0, updated: 0, unchanged: 0, rejected: 0 }

function fault(row: number | null): ImportReport['errors'][number] {
  return { row, line: row, column: null, code: 'required', message: '', value: null, key: null }
}

test.each([
  [
    'a fault of the file as a whole comes before all else',
    'unreadable',
    [fault(3), fault(null)],
    { rejected: 1, created: 3 },
  ],
  ['a faulty row is a faulty file', 'faulty', [fault(3)], { rejected: 1, created: 3 }],
  ['rows that are there already are nothing to write', 'unchanged', [], { unchanged: 4 }],
  ['one new row is worth writing', 'ready', [], { unchanged: 3, created: 1 }],
  ['one replaced row is worth writing', 'ready', [], { unchanged: 3, updated: 1 }],
])('%s', (_rule, verdict, errors, counts) => {
  expect(verdictOf({ errors, counts: { ...NO_COUNTS, ...counts } })).toBe(verdict)
})
