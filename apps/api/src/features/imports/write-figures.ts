// Judged figures against what is known: what each of them would do, and then all of it, in batches.
import { createHash } from 'node:crypto'
import type { Day } from '@tien-do/domain/day'
import type { FigureCheck } from '@tien-do/domain/figure-checks'
import type { ImportState, ImportStrategy } from '@tien-do/domain/import-options'
import { type ImportOutcome, importOutcome } from '@tien-do/domain/import-outcome'
import type { ImportedFigure } from '@tien-do/domain/import-row'
import type { RowFault } from '@tien-do/domain/import-row-fault'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { judgeSubmitted } from '../measurements/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { findStandings, insertFigures, type KeyedFigure, lockImports, supersede } from './imports.repo.ts'
import { type Refused, refusedBy, type SoundRow } from './resource.ts'

const BATCH = 5_000

/** A figure that is to be written, and the revisions it replaces. */
interface Step {
  readonly row: SoundRow<ImportedFigure>
  readonly figure: KeyedFigure
  /** What the checks said of it, for the approver. */
  readonly warnings: readonly FigureCheck[]
  readonly revision: number
  readonly replaces: readonly string[]
}

export interface Steps {
  readonly steps: readonly Step[]
  readonly counts: { created: number; updated: number; unchanged: number }
  /** What the strategy or the period forbids, and what is odd without a reason. */
  readonly refused: readonly Refused<ImportedFigure>[]
}

/** What each figure would do. */
export async function planFigures(
  tx: Tx,
  plan: PlanInForce,
  rows: readonly SoundRow<ImportedFigure>[],
  options: { state: ImportState; strategy: ImportStrategy },
  isLocked: (indicator: string, on: Day) => boolean,
): Promise<Steps> {
  await lockImports(tx, plan.id)
  const steps: Step[] = []
  const refused: Refused<ImportedFigure>[] = []
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const batch of batchesOf(rows)) {
    const figures = batch.map(({ row }) => keyed(plan, row))
    const standings = await findStandings(tx, figures)
    for (const [index, row] of batch.entries()) {
      const known = standings.get(index)
      const outcome = importOutcome(known?.inForce ?? null, known?.underWay ?? null, options.state)
      const fault = faultOf(row, outcome, options.strategy, isLocked)
      if (fault) {
        // The period was locked after the row was judged: what stood in its cells was not kept.
        if (row.given.length === 0) throw new AppError('conflict')
        refused.push({ row, faults: [fault] })
        continue
      }
      counts[outcome.kind] += 1
      if (outcome.kind === 'unchanged') continue
      const replaces =
        outcome.kind === 'updated' ? outcome.supersedes.map((which) => known?.[which]?.id as string) : []
      const revision = (known?.revision ?? 0) + 1
      steps.push({ row, figure: figures[index]!, warnings: [], revision, replaces })
    }
  }
  if (options.state === 'approved') return { steps, counts, refused }
  const explained = await withReasons(tx, plan, steps, counts)
  return { steps: explained.steps, counts, refused: [...refused, ...explained.refused] }
}

/** What is vouched for has its source; what is submitted owes the approver a reason where it is odd, as in the grid. */
async function withReasons(tx: Tx, plan: PlanInForce, steps: readonly Step[], counts: Steps['counts']) {
  const odd = await judgeSubmitted(
    tx,
    plan,
    steps.map(({ row }) => row.row),
  )
  const explained: Step[] = []
  const refused: Refused<ImportedFigure>[] = []
  for (const [index, step] of steps.entries()) {
    const { warnings = [], because = [] } = odd[index] ?? {}
    if (because.length === 0) {
      explained.push({ ...step, warnings })
      continue
    }
    counts[step.replaces.length > 0 ? 'updated' : 'created'] -= 1
    const fault = { column: 'reason', code: 'reason_missing', value: null, params: { because } } as const
    refused.push({ row: step.row, faults: [fault] })
  }
  return { steps: explained, refused }
}

/** Writes what was planned, and returns the sha-256 of the rows written. */
export async function writeFigures(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  steps: readonly Step[],
  state: ImportState,
  id: string,
): Promise<string> {
  const hash = createHash('sha256')
  const at = context.now().toISOString()
  const common = { planId: plan.id, state, by: context.actor.personId, at, batch: id }
  for (const batch of batchesOf(steps)) {
    const replaced = batch.flatMap((step) => step.replaces)
    // Somebody moved one of them since it was read: nothing of the import holds any more.
    if ((await supersede(tx, replaced, common)) !== replaced.length) throw new AppError('conflict')
    await insertFigures(
      tx,
      batch.map(({ figure, warnings, revision }) => ({
        ...figure,
        warnings: JSON.stringify(warnings),
        revision,
        id: newId<string>(),
      })),
      common,
    )
    for (const { figure, revision } of batch) hash.update(`${JSON.stringify({ ...figure, revision })}\n`)
  }
  return hash.digest('hex')
}

/** A figure that changes nothing is refused by no lock. */
function faultOf(
  { row: { indicator, on } }: SoundRow<ImportedFigure>,
  { kind }: ImportOutcome,
  strategy: ImportStrategy,
  isLocked: (indicator: string, on: Day) => boolean,
): RowFault | null {
  const code = refusedBy(strategy, kind)
  if (code) return { column: null, code, value: null }
  return kind !== 'unchanged' && isLocked(indicator, on)
    ? { column: 'on', code: 'period_locked', value: on }
    : null
}

function keyed(plan: PlanInForce, { indicator, area, ...figure }: ImportedFigure): KeyedFigure {
  // The judge has seen both codes in this plan.
  return {
    indicatorId: plan.indicators.get(indicator)!,
    areaId: area === null ? plan.ward : plan.areas.get(area)!,
    ...figure,
  }
}

function* batchesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH)
}
