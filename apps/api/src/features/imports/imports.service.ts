// The import of measurements: read, judge, then one change for all of it. What it did is kept, whatever came of it.
import { MEASUREMENT_COLUMNS } from '@tien-do/domain/import-columns'
import { type ImportCounts, importStatus } from '@tien-do/domain/import-options'
import { authorize } from '../../core/authorize.ts'
import type { Act, Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, type PlanInForce } from '../plans/index.ts'
import { openFaultBook } from './fault-book.ts'
import {
  DEFAULT_OPTIONS,
  fromRow,
  type ImportOptions,
  type ImportReport,
  type ImportRun,
  toRow,
} from './import-run.ts'
import { findRun, insertRun, listRuns, type RunRow } from './imports.repo.ts'
import { judgeFigures, type SoundRow } from './judge-figures.ts'
import { type ImportSource, openSheet } from './open-sheet.ts'
import { planFigures, writeFigures } from './write-figures.ts'

/** Imports a file and keeps what came of it: the report says what was created, updated, left and rejected. */
export async function importMeasurements(
  context: Context,
  planCode: string,
  source: ImportSource,
  options: Partial<ImportOptions>,
): Promise<ImportReport> {
  const run = await runImport(context, planCode, source, { ...DEFAULT_OPTIONS, ...options })
  await keepRun(context, run)
  return run.report
}

/** The import itself. A rejected one has written nothing. */
export async function runImport(
  context: Context,
  planCode: string,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportRun> {
  const startedAt = context.now()
  const plan = await getPlan(context, planCode)
  authorize(context.actor, 'measurement.import', { plan: plan.code })
  if (options.state === 'approved') authorize(context.actor, 'measurement.vouch', { plan: plan.code })
  const { sheet, checksum } = await openSheet(source, MEASUREMENT_COLUMNS, options)
  const book = openFaultBook(options.maxErrors)
  const { read, sound } = await judgeFigures(context, plan, sheet, options, book)
  const id = newId<string>()
  const whole = { read, rejected: book.counted.rows, fileIsSound: book.counted.file === 0 }
  const { refused, counts, status } = await apply(context, plan, sound, options, { id, checksum, whole })
  for (const { row, code } of refused)
    book.refuseRow(row.place, [{ column: null, code, value: null }], row.given)
  const report: ImportReport = {
    id,
    status,
    counts,
    checksum,
    resource: options.resource,
    mode: options.mode,
    atomic: options.atomic,
    strategy: options.strategy,
    state: options.state,
    columns: sheet.columns(),
    errors: book.errors,
    errorsTruncated: book.counted.errors > book.errors.length,
    warnings: book.warnings,
    startedAt: startedAt.toISOString(),
    durationMs: context.now().getTime() - startedAt.getTime(),
  }
  return { plan, report, headings: sheet.headings, separator: sheet.separator, rejected: book.rejected }
}

interface Batch {
  readonly id: string
  readonly checksum: string
  readonly whole: { readonly read: number; readonly rejected: number; readonly fileIsSound: boolean }
}

/** One change for the whole file, or a rehearsal of it. */
function apply(
  context: Context,
  plan: PlanInForce,
  rows: readonly SoundRow[],
  options: ImportOptions,
  { id, checksum, whole }: Batch,
) {
  const { mode, atomic, state, strategy } = options
  const door = mode === 'commit' ? context.change : context.rehearse
  return door(importAct(plan), async (tx, record) => {
    const planned = await planFigures(tx, plan, rows, options)
    const { refused } = planned
    const counts: ImportCounts = {
      read: whole.read,
      ...planned.counts,
      rejected: whole.rejected + refused.length,
    }
    const status = importStatus(mode, atomic, counts, whole.fileIsSound)
    if (status === 'rejected')
      return { status, refused, counts: { ...counts, created: 0, updated: 0, unchanged: 0 } }
    if (planned.steps.length > 0) {
      const rowsSha256 = await writeFigures(tx, context, plan, planned, state)
      const after = {
        resource: options.resource,
        state,
        vouched: state === 'approved',
        strategy,
        atomic,
        counts,
        rowsSha256,
        fileSha256: checksum,
      }
      record({ resource: 'import', id, before: null, after })
    }
    return { status, refused, counts }
  })
}

/** Keeps what came of an import; of a rejected one as well, so that its rows can be fetched and mended. */
export function keepRun(context: Context, run: ImportRun): Promise<void> {
  return context.keep(importAct(run.plan), (ledger) => insertRun(ledger, toRow(run, context.actor.personId)))
}

export async function getImport(
  context: Context,
  planCode: string,
  id: string,
): Promise<RunRow & { run: Omit<ImportRun, 'plan'> }> {
  const plan = await getPlan(context, planCode)
  const row = await findRun(context.read, plan.id, id)
  if (!row) throw new AppError('import.not-found')
  return { ...row, run: fromRow(row) }
}

export async function listImports(context: Context, planCode: string, after: string | null, limit: number) {
  const plan = await getPlan(context, planCode)
  const rows = await listRuns(context.read, plan.id, after, limit)
  return rows.map((row) => ({ ...row, run: fromRow(row) }))
}

function importAct({ id, code }: { id: PlanInForce['id']; code: string }): Act {
  return { action: 'measurement.import', plan: { id, code } }
}
