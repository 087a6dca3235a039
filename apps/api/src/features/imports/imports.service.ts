// An import: read, judge, then one change for all of it. What it did is kept, whatever came of it.
import { type ImportCounts, type ImportResource, importStatus } from '@tien-do/domain/import-options'
import { authorize } from '../../core/authorize.ts'
import type { Act, Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, type PlanInForce } from '../plans/index.ts'
import { type FaultBook, openFaultBook } from './fault-book.ts'
import { asRemembered, findHeadings } from './headings.repo.ts'
import {
  DEFAULT_OPTIONS,
  fromRow,
  type ImportOptions,
  type ImportReport,
  type ImportRun,
  toRow,
} from './import-run.ts'
import { findRun, insertRun, listRuns, type RunRow } from './imports.repo.ts'
import { judgeRows } from './judge-rows.ts'
import { type ImportSource, openSheet, readerOf } from './open-sheet.ts'
import type { SoundRow } from './resource.ts'
import { RESOURCES } from './resources.ts'
import type { Sheet } from './sheet.ts'

/** Imports a file and keeps what came of it: the report says what was created, updated, left and rejected. */
export async function importRows(
  context: Context,
  planCode: string,
  source: ImportSource,
  options: Partial<ImportOptions>,
): Promise<ImportReport> {
  const judged = await judgeImport(context, planCode, source, { ...DEFAULT_OPTIONS, ...options })
  const run = await writeImport(context, judged)
  await keepRun(context, run)
  return run.report
}

/** A file that was read and judged: nothing of it is written yet. */
export interface JudgedImport {
  readonly plan: PlanInForce
  readonly options: ImportOptions
  readonly startedAt: Date
  readonly sheet: Sheet<string>
  readonly checksum: string
  readonly read: number
  readonly sound: readonly SoundRow<unknown>[]
  readonly book: FaultBook
}

/** The long part of an import, before any transaction: on the embedded database others go on reading meanwhile. */
export async function judgeImport(
  context: Context,
  planCode: string,
  source: ImportSource,
  asked: ImportOptions,
): Promise<JudgedImport> {
  const startedAt = context.now()
  const plan = await getPlan(context, planCode)
  readerOf(source)
  const resource = RESOURCES[asked.resource]
  // Only figures are approved.
  const options: ImportOptions = asked.resource === 'measurements' ? asked : { ...asked, state: 'submitted' }
  authorize(context.actor, resource.act, { plan: plan.code })
  if (options.state === 'approved') authorize(context.actor, 'measurement.vouch', { plan: plan.code })
  const { sheet, checksum } = await openSheet(source, resource.declaration.columns, {
    ...options,
    remembered: asRemembered(await findHeadings(context.read, plan.id, asked.resource)),
  })
  const book = openFaultBook(options.maxErrors)
  const { read, sound } = await judgeRows(context, plan, resource, sheet, options, book)
  return { plan, options, startedAt, sheet, checksum, read, sound, book }
}

/** One change for the whole file, or a rehearsal of it. A rejected import has written nothing. */
export async function writeImport(context: Context, judged: JudgedImport): Promise<ImportRun> {
  const { plan, options, startedAt, sheet, checksum } = judged
  const id = newId<string>()
  const door = options.mode === 'commit' ? context.change : context.rehearse
  const { status, counts, refused } = await door(importAct(plan, options.resource), (tx, record) =>
    writeAll(tx, record, context, judged, id),
  )
  // A copy: a transaction that is tried again judges the same file again.
  const book = openFaultBook(options.maxErrors, judged.book)
  for (const { row, faults } of refused) book.refuseRow(row.place, faults, row.given)
  const { resource, mode, atomic, strategy, state } = options
  const report: ImportReport = {
    id,
    status,
    counts,
    checksum,
    resource,
    mode,
    atomic,
    strategy,
    state,
    columns: sheet.columns(),
    reading: sheet.reading(),
    errors: book.errors,
    errorsTruncated: book.counted.errors > book.errors.length,
    warnings: book.warnings,
    startedAt: startedAt.toISOString(),
    durationMs: context.now().getTime() - startedAt.getTime(),
  }
  return { plan, report, headings: sheet.headings, separator: sheet.separator, rejected: book.rejected }
}

async function writeAll(tx: Tx, record: RecordChange, context: Context, judged: JudgedImport, id: string) {
  const { plan, options, book, checksum } = judged
  const { resource, mode, atomic, strategy, state } = options
  const planned = await RESOURCES[resource].plan(tx, context, plan, judged.sound, options)
  const { refused, write } = planned
  const rejected = book.counted.rows + refused.length
  const counts: ImportCounts = { read: judged.read, ...planned.counts, rejected }
  const status = importStatus(mode, atomic, counts, book.counted.file === 0)
  if (status === 'rejected')
    return { status, refused, counts: { ...counts, created: 0, updated: 0, unchanged: 0 } }
  if (write) {
    const rowsSha256 = await write(id)
    const vouched = state === 'approved'
    const after = { resource, state, vouched, strategy, atomic, counts, rowsSha256, fileSha256: checksum }
    record({ resource: 'import', id, before: null, after })
  }
  return { status, refused, counts }
}

/** Keeps what came of an import; of a rejected one as well, so that its rows can be fetched and mended. */
export function keepRun(context: Context, run: ImportRun): Promise<void> {
  return context.keep(importAct(run.plan, run.report.resource), (ledger) =>
    insertRun(ledger, toRow(run, context.actor.personId)),
  )
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

function importAct({ id, code }: { id: PlanInForce['id']; code: string }, resource: ImportResource): Act {
  return { action: RESOURCES[resource].act, plan: { id, code } }
}
