// Lines of a year's money as rows of a file, and back. A row finds its line by its number, or by task and name.
import { areLinesOpen, lineFaults, requestedOf } from '@tien-do/domain/budget'
import { asRowFaults, type BatchFault } from '@tien-do/domain/import-row-fault'
import type { BudgetLineRow } from '@tien-do/domain/import-work'
import { can } from '@tien-do/domain/permission'
import { fold } from '@tien-do/domain/search-fold'
import type { Batch } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import type { PlanInForce } from '../plans/index.ts'
import { listPieces } from '../tasks/index.ts'
import {
  changeRequest,
  insertRequest,
  type LineRow,
  listRequests,
  type RequestRow,
  replaceLines,
} from './budget.repo.ts'

const LONGEST_NAME = 300
const LONGEST_UNIT = 40
const MOST_LINES = 100_000

type Said = Pick<
  LineRow,
  'name' | 'kind' | 'task' | 'subTask' | 'source' | 'quantity' | 'unit' | 'unitPrice' | 'note'
>
interface Step {
  /** Null: a new line; it gets the next number where the row gives none. */
  readonly before: LineRow | null
  readonly said: Said
}
type Judged = { readonly step: Step; readonly outcome: 'created' | 'updated' | 'unchanged' } | BatchFault[]

export async function importBudgetLines(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly BudgetLineRow[],
): Promise<Batch> {
  const requests = new Map(
    (await listRequests(tx, plan.id)).map((request) => [
      requestKey(request.year, request.departmentCode),
      request,
    ]),
  )
  const requestOf = (row: BudgetLineRow) => requests.get(requestKey(row.year!, row.department!))
  const works = new Map<number, Awaited<ReturnType<typeof listPieces>>>()
  for (const year of new Set(rows.filter(({ subTask }) => subTask !== null).map((row) => row.year!)))
    works.set(year, await listPieces(tx, plan.id, { year }))
  const touched = new Set<string>()
  const judged = rows.map((row): Judged => {
    const request = requestOf(row)
    const found = linesMeant(row, request)
    if (found.length > 1) return [{ column: 'line', code: 'several_match' }]
    const [before = null] = found
    const id = before?.id ?? [row.year, row.department, row.line ?? [row.task, fold(row.name!)]].join('\n')
    if (touched.has(id)) return [{ column: null, code: 'duplicate_key' }]
    touched.add(id)
    return judge(context, plan, row, works.get(row.year!) ?? [], request, before)
  })
  return {
    outcomes: judged.map((each) => (Array.isArray(each) ? each : each.outcome)),
    write: async (kept) => {
      const groups = Map.groupBy(kept, (index) => requestKey(rows[index]!.year!, rows[index]!.department!))
      for (const indices of groups.values()) {
        const steps = indices.flatMap((index) => {
          const each = judged[index]!
          return Array.isArray(each) ? [] : [{ ...each.step, row: rows[index]! }]
        })
        await writeRequest(tx, plan, requestOf(rows[indices[0]!]!), steps)
      }
    },
  }
}

/** Every line of every year with what Finance made of it. */
export async function exportBudgetLines(read: Reader, { id }: PlanInForce) {
  const requests = await listRequests(read, id)
  return requests.flatMap(({ year, departmentCode, state, lines }) =>
    lines.map((line) => {
      const { line: number, name, kind, task, subTask, source, quantity, unit, unitPrice, note } = line
      const said = { line: number, name, kind, task, subTask, source, quantity, unit, unitPrice, note }
      const { adjusted, allocated, spent } = line
      return {
        department: departmentCode,
        row: {
          year,
          department: departmentCode,
          ...said,
          requested: requestedOf(line),
          adjusted,
          allocated,
          spent,
          state,
        },
      }
    }),
  )
}

function requestKey(year: number, department: string): string {
  return `${year} ${department}`
}

function linesMeant(row: BudgetLineRow, request: RequestRow | undefined): readonly LineRow[] {
  const lines = request?.lines ?? []
  if (row.line !== null) return lines.filter(({ line }) => line === row.line)
  return lines.filter(
    ({ name, task }) => fold(name) === fold(row.name!) && (row.task === null || task === row.task),
  )
}

function judge(
  { actor }: Context,
  plan: PlanInForce,
  row: BudgetLineRow,
  works: readonly { readonly code: string; readonly task: string }[],
  request: RequestRow | undefined,
  before: LineRow | null,
): Judged {
  const department = plan.departments.get(row.department!)
  if (department === undefined) return [{ column: 'department', code: 'unknown_department' }]
  if (!can(actor, 'budget.save', { plan: plan.code, department }).allowed)
    return [{ column: 'department', code: 'forbidden_department' }]
  // The columns that must be filled are.
  const said: Said = {
    name: row.name!,
    kind: row.kind!,
    task: row.task ?? before?.task ?? null,
    subTask: row.subTask ?? before?.subTask ?? null,
    source: row.source!,
    quantity: row.quantity!,
    unit: row.unit!,
    unitPrice: row.unitPrice!,
    note: row.note ?? before?.note ?? null,
  }
  const step = { before, said }
  if (before && sameAs(said, before)) return { step, outcome: 'unchanged' }
  if (request && !areLinesOpen(request.state)) return [{ column: null, code: 'wrong_state' }]
  if (request?.noCost) return [{ column: null, code: 'no_cost_said' }]
  const faults = asRowFaults(lineFaults(said, plan.plan, works))
  if (said.name.length > LONGEST_NAME) faults.push({ column: 'name', code: 'too_long' })
  if (said.unit.length > LONGEST_UNIT) faults.push({ column: 'unit', code: 'too_long' })
  if (row.line !== null && (row.line < 1 || row.line > MOST_LINES))
    faults.push({ column: 'line', code: 'out_of_range', params: { minimum: 1, maximum: MOST_LINES } })
  return faults.length > 0 ? faults : { step, outcome: before ? 'updated' : 'created' }
}

function sameAs(said: Said, before: LineRow): boolean {
  return (Object.keys(said) as (keyof Said)[]).every((field) => said[field] === before[field])
}

/** The request with the rows in it; lines that no row names stay as they are, with all that Finance wrote. */
async function writeRequest(
  tx: Tx,
  plan: PlanInForce,
  request: RequestRow | undefined,
  steps: readonly (Step & { readonly row: BudgetLineRow })[],
): Promise<void> {
  const { year, department } = steps[0]!.row
  const requestId = request?.id ?? newId<string>()
  const written = request
    ? await changeRequest(tx, request, {})
    : await insertRequest(tx, {
        ...{ id: requestId, planId: plan.id, year: year!, departmentId: plan.departments.get(department!)! },
        ...{ state: 'draft', noCost: false },
      })
  if (!written) throw new AppError('conflict')
  const stored = request?.lines ?? []
  const changes = new Map(steps.flatMap(({ before, said }) => (before ? [[before.id, said] as const] : [])))
  let last = Math.max(0, ...stored.map(({ line }) => line), ...steps.map(({ row }) => row.line ?? 0))
  await replaceLines(tx, requestId, [
    ...stored.map((line) => ({ ...line, ...changes.get(line.id) })),
    ...steps
      .filter(({ before }) => before === null)
      .map(({ said, row }) => ({ id: newId<string>(), requestId, line: row.line ?? ++last, ...said })),
  ])
}
