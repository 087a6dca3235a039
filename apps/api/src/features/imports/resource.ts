// What an import asks of a resource: how a row is judged, and what a batch of judged rows would do.
import { createHash } from 'node:crypto'
import type { Columns } from '@tien-do/domain/import-columns'
import type { ImportCounts, ImportState, ImportStrategy } from '@tien-do/domain/import-options'
import { readRow } from '@tien-do/domain/import-read-row'
import type { ReadRow, ResourceDeclaration, RowOf } from '@tien-do/domain/import-resource'
import { type RawRow, shown } from '@tien-do/domain/import-row'
import type { DateFormat, RawCell } from '@tien-do/domain/import-row-cells'
import type { ImportFaultCode, RowFault } from '@tien-do/domain/import-row-fault'
import type { DecimalMark } from '@tien-do/domain/number-vi'
import type { Action } from '@tien-do/domain/permission'
import type { Batch, RowOutcome } from '../../core/batch.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { Context, Tx } from '../../core/context.ts'
import { getPlanForChange, type PlanInForce } from '../plans/index.ts'
import type { Place } from './fault-book.ts'
import { lockImports } from './imports.repo.ts'

export interface Judging {
  readonly state: ImportState
  readonly strategy: ImportStrategy
  readonly decimal: DecimalMark
  readonly dateFormat: DateFormat
}

export interface SoundRow<Row> {
  readonly place: Place
  readonly row: Row
  /** Kept only where the row may still be refused. */
  readonly given: readonly RawCell[]
  readonly raw: RawRow<string> | null
}

export interface Judge<Row> {
  read(raw: RawRow<string>): ReadRow<Row>
  /** Whether a sound row may still be refused when it meets what is stored. */
  mayBeRefused(row: Row): boolean
}

export interface Refused<Row> {
  readonly row: SoundRow<Row>
  readonly faults: readonly RowFault[]
}

export interface Planned<Row> {
  readonly counts: Pick<ImportCounts, 'created' | 'updated' | 'unchanged'>
  readonly refused: readonly Refused<Row>[]
  /** Writes what changes something, and returns the sha-256 of the rows written; null where nothing changes. */
  readonly write: ((importId: string) => Promise<string>) | null
}

export interface Resource<Row> {
  readonly declaration: ResourceDeclaration
  /** By which the rows go through the door: what a person may do on a screen, a file may do, and no more. */
  readonly act: Action
  judge(context: Context, plan: PlanInForce, options: Judging): Promise<Judge<Row>>
  plan(
    tx: Tx,
    context: Context,
    plan: PlanInForce,
    rows: readonly SoundRow<Row>[],
    options: Judging,
  ): Promise<Planned<Row>>
}

type TakeBatch<Row> = (tx: Tx, context: Context, plan: PlanInForce, rows: readonly Row[]) => Promise<Batch>

/** A resource that is all declaration, and one function of its feature that takes the rows. */
export function batchResource<Declared extends Columns<string>>(
  declaration: ResourceDeclaration<Declared>,
  act: Action,
  take: TakeBatch<RowOf<Declared>>,
): Resource<RowOf<Declared>> {
  return {
    declaration: declaration as unknown as ResourceDeclaration,
    act,
    judge: async (_context, _plan, marks) => ({
      read: (raw) => readRow(declaration, raw, marks),
      mayBeRefused: () => true,
    }),
    plan: async (tx, context, plan, rows, { strategy }) => {
      await lockImports(tx, plan.id)
      const inForce = await getPlanForChange(tx, plan.code)
      const { outcomes, write } = await take(
        tx,
        context,
        inForce,
        rows.map(({ row }) => row),
      )
      const counts = { created: 0, updated: 0, unchanged: 0 }
      const refused: Refused<RowOf<Declared>>[] = []
      const kept: number[] = []
      for (const [index, row] of rows.entries()) {
        const outcome = outcomes[index]!
        const faults = faultsOf(outcome, strategy, row.raw)
        if (typeof outcome !== 'string' || faults.length > 0) refused.push({ row, faults })
        else {
          counts[outcome] += 1
          if (outcome !== 'unchanged') kept.push(index)
        }
      }
      if (kept.length === 0) return { counts, refused, write: null }
      return {
        counts,
        refused,
        write: async () => {
          await write(kept)
          const hash = createHash('sha256')
          for (const index of kept) hash.update(`${canonicalJson(storable(rows[index]!.row))}\n`)
          return hash.digest('hex')
        },
      }
    },
  }
}

/** What the strategy forbids: to touch what is there, or to make what is not. */
export function refusedBy(
  strategy: ImportStrategy,
  outcome: 'created' | 'updated' | 'unchanged',
): ImportFaultCode | null {
  if (strategy === 'create' && outcome !== 'created') return 'already_exists'
  if (strategy === 'update' && outcome === 'created') return 'does_not_exist'
  return null
}

function faultsOf(outcome: RowOutcome, strategy: ImportStrategy, raw: RawRow<string> | null): RowFault[] {
  if (typeof outcome !== 'string')
    return outcome.map((fault) => ({
      ...fault,
      value: fault.column === null ? null : shown(raw?.[fault.column]),
    }))
  const code = refusedBy(strategy, outcome)
  return code ? [{ column: null, code, value: null }] : []
}

/** Amounts as digits: JSON has no integers of that size. */
function storable(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value)))
}
