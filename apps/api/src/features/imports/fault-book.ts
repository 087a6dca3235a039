// What is wrong with a file, kept up to a limit: the faults to report, and the rows to hand back.
import type { RawCell } from '@tien-do/domain/import-row-cells'
import type {
  ImportFaultCode,
  ImportWarningCode,
  RowFault,
  RowRemark,
  RowWarning,
} from '@tien-do/domain/import-row-fault'
import type { FileFault } from './sheet.ts'

export interface Place {
  readonly row: number | null
  readonly line: number | null
  /** The natural key of the row, as far as it could be read. */
  readonly key: Readonly<Record<string, string | null>> | null
}
type Remark<Code> = Place & RowRemark<Code>
export type ImportError = Remark<ImportFaultCode>
export type ImportWarning = Remark<ImportWarningCode>

/** A rejected row as it was given, with what was wrong with it. */
export interface RejectedRow {
  readonly line: number | null
  readonly given: readonly (string | null)[]
  readonly faults: readonly Pick<RowFault, 'column' | 'code'>[]
}

export interface FaultBook {
  readonly errors: ImportError[]
  readonly warnings: ImportWarning[]
  readonly rejected: RejectedRow[]
  readonly counted: { rows: number; errors: number; file: number; characters: number }
  readonly refuseFile: (fault: FileFault) => void
  readonly refuseRow: (place: Place, faults: readonly RowFault[], given: readonly RawCell[]) => void
  readonly warn: (place: Place, warnings: readonly RowWarning[]) => void
}

const MOST_ROWS_KEPT = 5_000
const MOST_CHARACTERS_KEPT = 4_000_000

/** An empty book, or a copy of one to go on from. */
export function openFaultBook(maxErrors: number, known?: FaultBook): FaultBook {
  const errors: ImportError[] = [...(known?.errors ?? [])]
  const warnings: ImportWarning[] = [...(known?.warnings ?? [])]
  const rejected: RejectedRow[] = [...(known?.rejected ?? [])]
  const counted = { rows: 0, errors: 0, file: 0, characters: 0, ...known?.counted }
  const note = (error: ImportError) => {
    counted.errors += 1
    if (errors.length < maxErrors) errors.push(error)
  }
  return {
    errors,
    warnings,
    rejected,
    counted,
    refuseFile: (fault) => {
      counted.file += 1
      note({ row: null, key: null, ...fault })
    },
    refuseRow: (place, faults, given) => {
      counted.rows += 1
      for (const fault of faults) note({ ...place, ...fault })
      const cells = given.map(storable)
      counted.characters += cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0)
      if (rejected.length >= MOST_ROWS_KEPT || counted.characters > MOST_CHARACTERS_KEPT) return
      rejected.push({
        line: place.line,
        given: cells,
        faults: faults.map(({ column, code }) => ({ column, code })),
      })
    },
    warn: (place, found) => {
      for (const warning of found) if (warnings.length < maxErrors) warnings.push({ ...place, ...warning })
    },
  }
}

/** The database keeps neither NUL nor half a character. */
function storable(cell: RawCell): string | null {
  return cell === null ? null : String(cell).replaceAll('\0', '\ufffd').toWellFormed()
}
