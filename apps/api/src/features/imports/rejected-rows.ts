// The rejected rows as they were given, behind a column that says what is wrong: mend, and send again as it is.
import { type Columns, FAULT_HEADINGS, MEASUREMENT_COLUMNS } from '@tien-do/domain/import-columns'
import { escapeFormula } from '../../files/formula.ts'
import type { Language } from '../../http/problems.ts'
import { FAULT_WORDS } from './fault-words.ts'
import type { ImportRun } from './import-run.ts'

const BYTE_ORDER_MARK = '\ufeff'
const OUR_HEADINGS: ReadonlySet<string> = new Set(Object.values(FAULT_HEADINGS))

/** The remark stands first: a row with too few or too many cells stays as it was. */
export function rejectedRowsCsv(
  { headings, separator, rejected }: Pick<ImportRun, 'headings' | 'separator' | 'rejected'>,
  language: Language,
): string {
  const remarkedBefore = headings.map((heading) => OUR_HEADINGS.has(heading.trim()))
  const asGiven = (cells: readonly (string | null)[]) => cells.filter((_, index) => !remarkedBefore[index])
  const rows = rejected.map(({ given, faults }) => {
    const words = faults.map(
      ({ column, code }) => `${column ? `${nameOf(column, language)}: ` : ''}${FAULT_WORDS[code][language]}`,
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

function nameOf(column: string, language: Language): string {
  const columns: Partial<Columns<string>> = MEASUREMENT_COLUMNS
  return columns[column]?.names[language === 'vi' ? 1 : 0] ?? column
}

function quoted(cell: string | null): string {
  const safe = escapeFormula(cell ?? '')
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
