// The rejected rows as they were given, behind a column that says what is wrong: mend, and send again as it is.
import { FAULT_HEADINGS } from '@tien-do/domain/import-columns'
import { IMPORT_DECLARATIONS } from '@tien-do/domain/import-resources'
import { escapeFormula } from '../../files/formula.ts'
import type { Language } from '../../http/problems.ts'
import { FAULT_WORDS } from './fault-words.ts'
import type { ImportRun } from './import-run.ts'

const BYTE_ORDER_MARK = '\ufeff'
const OUR_HEADINGS: ReadonlySet<string> = new Set(Object.values(FAULT_HEADINGS))

type RejectedRun = Pick<ImportRun, 'headings' | 'separator' | 'rejected'> & {
  readonly report: Pick<ImportRun['report'], 'resource'>
}

/** The remark stands first: a row with too few or too many cells stays as it was. */
export function rejectedRowsCsv(
  { report, headings, separator, rejected }: RejectedRun,
  language: Language,
): string {
  const { columns } = IMPORT_DECLARATIONS[report.resource]
  const nameOf = (column: string) => columns[column]?.names[language === 'vi' ? 1 : 0] ?? column
  const remarkedBefore = headings.map((heading) => OUR_HEADINGS.has(heading.trim()))
  const asGiven = (cells: readonly (string | null)[]) => cells.filter((_, index) => !remarkedBefore[index])
  const rows = rejected.map(({ given, faults }) => {
    const words = faults.map(
      ({ column, code }) => `${column ? `${nameOf(column)}: ` : ''}${FAULT_WORDS[code][language]}`,
    )
    return [words.join('; '), ...asGiven(given)]
  })
  return (
    BYTE_ORDER_MARK +
    [[FAULT_HEADINGS[language], ...asGiven(headings)], ...rows]
      .map((cells) => `${cells.map(quoted).join(separator)}\r\n`)
      .join('')
  )
}

function quoted(cell: string | null): string {
  const safe = escapeFormula(cell ?? '')
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
