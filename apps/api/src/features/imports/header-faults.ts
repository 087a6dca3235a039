import type { Header } from '@tien-do/domain/import-columns'
import type { UnknownColumns } from '@tien-do/domain/import-options'
import { shown } from '@tien-do/domain/import-row'
import type { FileFault } from './sheet.ts'

/** What is wrong with a header: a column that must be there is not, one is there twice, or nobody knows it. */
export function headerFaults(
  header: Header<string>,
  unknownColumns: UnknownColumns,
  line: number | null,
): FileFault[] {
  const faults: FileFault[] = header.missing.map((column) => ({
    line,
    column,
    code: 'column_missing',
    value: null,
  }))
  for (const { column, heading } of header.duplicates)
    faults.push({ line, column, code: 'duplicate_column', value: shown(heading) })
  if (unknownColumns === 'error') {
    for (const heading of header.unknown)
      faults.push({ line, column: null, code: 'unknown_column', value: shown(heading) })
  }
  return faults
}
