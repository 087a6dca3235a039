// Pieces of work as rows of a file, and back. A row finds its piece by its code, or by task, year, department and name.
import { asRowFaults, type BatchFault } from '@tien-do/domain/import-row-fault'
import type { SubTaskRow as FileRow } from '@tien-do/domain/import-work'
import { can } from '@tien-do/domain/permission'
import { fold } from '@tien-do/domain/search-fold'
import { type SubTaskPlan, subTaskFaults, subTaskProgress } from '@tien-do/domain/sub-task'
import { isWithDepartment } from '@tien-do/domain/yearly-plan'
import type { Batch } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { codePrefix, nextSubTaskCode } from './sub-task-code.ts'
import { departmentOf, subjectOf } from './task-in-plan.ts'
import { changeSubTaskRow, insertSubTasks, listSubTaskRows, type SubTaskRow } from './work.repo.ts'
import { leadingOf } from './work-of-plan.ts'
import { findYearlyPlan } from './yearly-plans.repo.ts'

const SHORTEST_NAME = 3

interface Step {
  readonly before: SubTaskRow | null
  readonly department: string | null
  readonly planned: SubTaskPlan
  readonly note: string | null
}

export async function importSubTasks(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly FileRow[],
): Promise<Batch> {
  const known = await listSubTaskRows(tx, plan.id)
  const leading = await leadingOf(tx, plan, today(context))
  const leadOf = (task: string) => leading.get(task)?.lead?.department ?? null
  const isSent = await sentPlans(tx, plan, rows, known)
  const touched = new Set<string>()
  const judged = rows.map(
    (row): { step: Step; outcome: 'created' | 'updated' | 'unchanged' } | BatchFault[] => {
      const found = piecesMeant(row, known)
      if (found.length > 1) return [{ column: 'code', code: 'several_match' }]
      const [before = null] = found
      const id = before?.id ?? row.code ?? identityOf(row)
      if (touched.has(id)) return [{ column: null, code: 'duplicate_key' }]
      touched.add(id)
      const step = stepOf(row, before)
      const faults = [
        ...referenceFaults(plan, row, before),
        ...permissionFaults(context, plan, step, row, leadOf(row.task!)),
      ]
      if (faults.length > 0) return faults
      if (before && sameAs(step, before)) return { step, outcome: 'unchanged' }
      const sent =
        isSent(row.year!, step.department) || (before !== null && isSent(before.year, before.department))
      if (sent) return [{ column: null, code: 'yearly_plan_sent' }]
      const wrong = asRowFaults(subTaskFaults(step.planned))
      if (step.planned.name.length < SHORTEST_NAME) wrong.push({ column: 'name', code: 'too_short' })
      return wrong.length > 0 ? wrong : { step, outcome: before ? 'updated' : 'created' }
    },
  )
  return {
    outcomes: judged.map((each) => (Array.isArray(each) ? each : each.outcome)),
    write: async (kept) => {
      const taken = known.map(({ code }) => code)
      for (const index of kept) {
        const each = judged[index]!
        if (!Array.isArray(each)) await write(tx, context, plan, each.step, rows[index]!, taken)
      }
    },
  }
}

/** Every piece of work of every year; its state and how far it is stand beside what was planned. */
export async function exportSubTasks(read: Reader, plan: PlanInForce) {
  const pieces = await listSubTaskRows(read, plan.id)
  return pieces.map((piece) => {
    const { code, task, year, name, department, startsOn, dueOn, weight, progressFrom, outputs, note } = piece
    const row = {
      ...{ code, task, year, name, department, startsOn, dueOn, weight, progressFrom, note },
      outputs: outputs.map(({ unit, planned }) => ({ unit, planned })),
      continuous: piece.state === 'continuous' ? ('yes' as const) : ('no' as const),
      ...{ state: piece.state, progress: subTaskProgress(piece), doneOn: piece.doneOn },
    }
    return { department, row }
  })
}

function identityOf({ task, year, department, name }: FileRow): string {
  return [task, year, department, fold(name ?? '')].join('\n')
}

function piecesMeant(row: FileRow, known: readonly SubTaskRow[]): readonly SubTaskRow[] {
  if (row.code !== null) return known.filter(({ code }) => code === row.code)
  return known.filter(
    ({ task, year, department, name }) =>
      task === row.task &&
      year === row.year &&
      department === row.department &&
      fold(name) === fold(row.name!),
  )
}

/** A blank cell keeps what was planned; what has been counted of a product stays counted. */
function stepOf(row: FileRow, before: SubTaskRow | null): Step {
  const outputs = row.outputs ?? before?.outputs ?? []
  return {
    before,
    department: row.department ?? before?.department ?? null,
    note: row.note ?? before?.note ?? null,
    planned: {
      year: row.year!,
      name: row.name!,
      startsOn: row.startsOn ?? before?.startsOn ?? null,
      dueOn: row.dueOn ?? before?.dueOn ?? null,
      weight: row.weight ?? before?.weight ?? 1,
      progressFrom: row.progressFrom ?? before?.progressFrom ?? 'typed',
      outputs: outputs.map(({ unit, planned }) => ({
        unit,
        planned,
        done: before?.outputs.find((output) => output.unit === unit)?.done ?? null,
      })),
    },
  }
}

function sameAs({ planned, department, note }: Step, before: SubTaskRow): boolean {
  return (
    planned.name === before.name &&
    planned.startsOn === before.startsOn &&
    planned.dueOn === before.dueOn &&
    planned.weight === before.weight &&
    planned.progressFrom === before.progressFrom &&
    department === before.department &&
    note === before.note &&
    JSON.stringify(planned.outputs.map(asPair)) === JSON.stringify(before.outputs.map(asPair))
  )
}

function asPair({ unit, planned }: { readonly unit: string; readonly planned: number }) {
  return [unit, planned]
}

function referenceFaults(plan: PlanInForce, row: FileRow, before: SubTaskRow | null): BatchFault[] {
  const faults: BatchFault[] = []
  if (!plan.tasks.has(row.task!)) faults.push({ column: 'task', code: 'unknown_task' })
  else if (before && before.task !== row.task) faults.push({ column: 'task', code: 'field_stays' })
  if (row.department !== null && !plan.departments.has(row.department))
    faults.push({ column: 'department', code: 'unknown_department' })
  if (before && before.year !== row.year) faults.push({ column: 'year', code: 'field_stays' })
  if (before && row.continuous !== null && (before.state === 'continuous') !== (row.continuous === 'yes'))
    faults.push({ column: 'continuous', code: 'field_stays' })
  return faults
}

/** By the piece's own department or the one that leads its task: before the row, and after it. */
function permissionFaults(
  { actor }: Context,
  plan: PlanInForce,
  { before, department }: Step,
  { task }: FileRow,
  lead: string | null,
): BatchFault[] {
  if (!plan.tasks.has(task!)) return []
  const action = before ? 'sub-task.change' : 'sub-task.add'
  const owners = before ? [before.department, department] : [department]
  const refused = owners.some((owner) => {
    const subject = subjectOf(plan, actor, action, [owner, lead])
    return !can(actor, action, { plan: plan.code, ...subject }).allowed
  })
  return refused ? [{ column: 'department', code: 'forbidden_department' }] : []
}

/** Whether a department's plan of a year lies with those who judge it, or has been accepted. */
async function sentPlans(
  tx: Tx,
  plan: PlanInForce,
  rows: readonly FileRow[],
  known: readonly SubTaskRow[],
): Promise<(year: number, department: string | null) => boolean> {
  const sent = new Set<string>()
  const asked = new Set<string>()
  const codes = new Set(rows.map(({ code }) => code))
  const touched = known.filter(({ code }) => codes.has(code))
  for (const { year, department } of [...rows, ...touched]) {
    const key = `${year} ${department}`
    const id = departmentOf(plan, department)
    if (id === null || year === null || asked.has(key)) continue
    asked.add(key)
    if (!isWithDepartment((await findYearlyPlan(tx, plan.id, year, id)).state)) sent.add(key)
  }
  return (year, department) => sent.has(`${year} ${department}`)
}

/** `taken` are the codes given so far: it grows by each new piece. */
async function write(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  { before, planned, department, note }: Step,
  { code, task, continuous }: FileRow,
  taken: string[],
): Promise<void> {
  const updatedAt = context.now().toISOString()
  const said = {
    ...{ ...planned, outputs: [...planned.outputs], note, updatedAt },
    departmentId: departmentOf(plan, department),
  }
  if (before) {
    if (!(await changeSubTaskRow(tx, before, said))) throw new AppError('conflict')
    return
  }
  const prefix = codePrefix(task!, planned.year)
  const given =
    code ??
    nextSubTaskCode(
      prefix,
      taken.filter((each) => each.startsWith(prefix)),
    )
  taken.push(given)
  await insertSubTasks(tx, [
    {
      ...{ id: newId<string>(), planId: plan.id, taskId: plan.tasks.get(task!)!, code: given },
      ...said,
      state: continuous === 'yes' ? 'continuous' : 'not_started',
    },
  ])
}
