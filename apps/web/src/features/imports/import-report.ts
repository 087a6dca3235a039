// What the service says of a file, as the screen needs it.

import type { Schemas } from '@tien-do/api-client'

export type ImportReport = Schemas['ImportReport']
export type Remark = Schemas['ImportError'] | Schemas['ImportWarning']

/** Wrong with the file rather than with one row: then nothing of it can be written. */
function isFileFault(remark: Remark): boolean {
  return remark.row === null
}

/** How many rows would be written, or were. */
export function writtenRows({ counts }: Pick<ImportReport, 'counts'>): number {
  return counts.created + counts.updated
}

export type Verdict = 'unreadable' | 'faulty' | 'unchanged' | 'ready'

/** What a checked file comes to: the one sentence above all its numbers. */
export function verdictOf(report: Pick<ImportReport, 'counts' | 'errors'>): Verdict {
  if (report.errors.some(isFileFault)) return 'unreadable'
  if (report.counts.rejected > 0) return 'faulty'
  return writtenRows(report) === 0 ? 'unchanged' : 'ready'
}
