// One import, as it is remembered: what was asked, what came of it, and the rejected rows as they were given.

import type { PlanId } from '@tien-do/domain/ids'
import type {
  Delimiter,
  Encoding,
  ImportAtomicity,
  ImportCounts,
  ImportMode,
  ImportResource,
  ImportState,
  ImportStatus,
  ImportStrategy,
  UnknownColumns,
} from '@tien-do/domain/import-options'
import type { DateFormat } from '@tien-do/domain/import-row-cells'
import type { DecimalMark } from '@tien-do/domain/number-vi'
import type { ImportError, ImportWarning, RejectedRow } from './fault-book.ts'
import type { NewRun, RunRow } from './imports.repo.ts'
import { AS_IT_STANDS, type Reading } from './sheet.ts'

export interface ImportOptions {
  readonly resource: ImportResource
  readonly mode: ImportMode
  readonly strategy: ImportStrategy
  readonly atomic: ImportAtomicity
  readonly state: ImportState
  readonly unknownColumns: UnknownColumns
  readonly maxErrors: number
  readonly delimiter: Delimiter
  readonly encoding: Encoding
  readonly sheet: string | null
  readonly decimal: DecimalMark
  readonly dateFormat: DateFormat
}

/** What an import is where nothing else is said: nothing is written, and one wrong row stops it. */
export const DEFAULT_OPTIONS: ImportOptions = {
  resource: 'measurements',
  mode: 'validate',
  strategy: 'upsert',
  atomic: 'all',
  state: 'submitted',
  unknownColumns: 'error',
  maxErrors: 1_000,
  delimiter: 'auto',
  encoding: 'auto',
  sheet: null,
  decimal: 'auto',
  dateFormat: 'auto',
}

export interface ImportReport {
  readonly id: string
  readonly resource: ImportResource
  readonly status: ImportStatus
  readonly mode: ImportMode
  readonly atomic: ImportAtomicity
  readonly strategy: ImportStrategy
  readonly state: ImportState
  readonly counts: ImportCounts
  readonly columns: { readonly recognized: readonly string[]; readonly ignored: readonly string[] }
  readonly reading: Reading
  readonly errors: readonly ImportError[]
  readonly errorsTruncated: boolean
  readonly warnings: readonly ImportWarning[]
  /** sha-256 of the file, in hexadecimal. */
  readonly checksum: string
  readonly startedAt: string
  readonly durationMs: number
}

export interface ImportRun {
  readonly plan: { readonly id: PlanId; readonly code: string }
  readonly report: ImportReport
  readonly headings: readonly string[]
  readonly separator: string
  readonly rejected: readonly RejectedRow[]
}

type Stored = Pick<
  ImportReport,
  'strategy' | 'state' | 'columns' | 'reading' | 'errors' | 'errorsTruncated' | 'warnings'
> &
  Pick<ImportRun, 'headings' | 'separator' | 'rejected'>

export function toRow({ plan, report, headings, separator, rejected }: ImportRun, byId: string): NewRun {
  const { id, resource, mode, atomic, status, counts, checksum, startedAt, durationMs, ...told } = report
  const stored: Stored = { ...told, headings, separator, rejected }
  return {
    id,
    planId: plan.id,
    resource,
    mode,
    atomic,
    status,
    counts: { ...counts },
    report: stored,
    checksum,
    byId,
    startedAt,
    durationMs,
  }
}

/** What was kept before files said how they were read says nothing of it. */
type Kept = Omit<Stored, 'reading'> & Partial<Pick<Stored, 'reading'>>

export function fromRow(row: RunRow): Omit<ImportRun, 'plan'> {
  const { headings, separator, rejected, ...told } = { reading: AS_IT_STANDS, ...(row.report as Kept) }
  // Only `toRow` writes these columns.
  const report = {
    id: row.id,
    resource: row.resource,
    mode: row.mode,
    atomic: row.atomic,
    status: row.status,
    counts: row.counts,
    checksum: row.checksum,
    startedAt: new Date(row.startedAt).toISOString(),
    durationMs: row.durationMs,
    ...told,
  } as unknown as ImportReport
  return { report, headings, separator, rejected }
}
