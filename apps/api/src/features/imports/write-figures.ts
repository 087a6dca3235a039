// Judged figures against what is known: what each of them would do, and then all of it, in batches.
import { createHash } from 'node:crypto'
import type { FigureCheck } from '@tien-do/domain/figure-checks'
import type { ImportState, ImportStrategy } from '@tien-do/domain/import-options'
import { type ImportOutcome, importOutcome } from '@tien-do/domain/import-outcome'
import type { ImportFaultCode, RowFault } from '@tien-do/domain/import-row-fault'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { judgeSubmitted } from '../measurements/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { findStandings, insertFigures, type KeyedFigure, lockImports, supersede } from './imports.repo.ts'
import type { SoundRow } from './judge-figures.ts'

const BATCH = 5_000

/** A figure that is to be written, and the revisions it replaces. */
interface Step {
  readonly row: SoundRow
  readonly figure: KeyedFigure
  /** What the checks said of it, for the approver. */
  readonly warnings: readonly FigureCheck[]
  readonly revision: number
  readonly replaces: readonly string[]
}

export interface Steps {
  readonly steps: readonly Step[]
  readonly counts: { created: number; updated: number; unchanged: number }
  /** What the strategy forbids, and what is odd without a reason. */
  readonly refused: readonly Refused[]
}

interface Refused {
  readonly row: SoundRow
  readonly fault: RowFault
}

/** What each figure would do. */
export async function planFigures(
  tx: Tx,
  plan: PlanInForce,
  rows: readonly SoundRow[],
  options: { state: ImportState; strategy: ImportStrategy },
): Promise<Steps> {
  await lockImports(tx, plan.id)
  const steps: Step[] = []
  const refused: Refused[] = []
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const batch of batchesOf(rows)) {
    const figures = batch.map(({ figure }) => keyed(plan, figure))
    const standings = await findStandings(tx, figures)
    for (const [index, row] of batch.entries()) {
      const known = standings.get(index)
      const outcome = importOutcome(known?.inForce ?? null, known?.underWay ?? null, options.state)
      const code = refusedBy(options.strategy, outcome)
      if (code) {
        refused.push({ row, fault: { column: null, code, value: null } })
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
    steps.map(({ row }) => row.figure),
  )
  const explained: Step[] = []
  const refused: Refused[] = []
  for (const [index, step] of steps.entries()) {
    const { warnings = [], because = [] } = odd[index] ?? {}
    if (because.length === 0) {
      explained.push({ ...step, warnings })
      continue
    }
    counts[step.replaces.length > 0 ? 'updated' : 'created'] -= 1
    const fault = { column: 'reason', code: 'reason_missing', value: null, params: { because } } as const
    refused.push({ row: step.row, fault })
  }
  return { steps: explained, refused }
}

/** Writes what was planned, and returns the sha-256 of the rows written. */
export async function writeFigures(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  { steps }: Steps,
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

function refusedBy(strategy: ImportStrategy, { kind }: ImportOutcome): ImportFaultCode | null {
  if (strategy === 'create' && kind !== 'created') return 'already_exists'
  if (strategy === 'update' && kind === 'created') return 'does_not_exist'
  return null
}

function keyed(plan: PlanInForce, { indicator, area, ...figure }: SoundRow['figure']): KeyedFigure {
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
