// Items of checklists as rows of a file, and back. A blank cell leaves what is there.
import { isPlainCode } from '@tien-do/domain/import-area'
import type { ChecklistItemRow } from '@tien-do/domain/import-registers'
import type { BatchFault } from '@tien-do/domain/import-row-fault'
import { can } from '@tien-do/domain/permission'
import type { Batch } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import { listItemRows } from './checklists.repo.ts'
import { departmentOf, listsOf } from './find-list.ts'
import { type ItemChange, type ItemStep, planItems, writeItems } from './save-items.ts'

/** What each row would do to its list; who may save the list may send its rows. */
export async function importChecklistItems(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly ChecklistItemRow[],
): Promise<Batch> {
  const refusals = listRefusals(context, plan)
  const steps = await planItems(tx, context, plan, rows.map(asChange))
  return {
    outcomes: steps.map((step) => {
      const faults = [...refusals(step.change.list), ...faultsOf(step)]
      return faults.length > 0 || step.outcome === 'rejected' ? faults : step.outcome
    }),
    write: (kept) =>
      writeItems(
        tx,
        context,
        plan,
        kept.map((index) => steps[index]!),
      ),
  }
}

/** Every item with what was said of it last, in the order of the lists. */
export async function exportChecklistItems(read: Reader, plan: PlanInForce) {
  const lists = new Map(listsOf(plan).map((list) => [list.code, list]))
  const items = await listItemRows(read, plan.id)
  return items.map(({ list, code, name, level, validFrom, validTo, statuses }) => {
    const { status = null, since = null, note = null } = statuses.at(-1) ?? {}
    const row: ChecklistItemRow = { list, code, name, level, validFrom, validTo, status, since, note }
    return { department: lists.get(list)?.owner ?? null, row }
  })
}

function asChange({ list, code, ...said }: ChecklistItemRow): ItemChange {
  return {
    list: list ?? '',
    code: code ?? '',
    name: said.name ?? undefined,
    level: said.level ?? undefined,
    validFrom: said.validFrom ?? undefined,
    validTo: said.validTo ?? undefined,
    status: said.status ?? undefined,
    since: said.since ?? undefined,
    note: said.note ?? undefined,
  }
}

function listRefusals({ actor }: Context, plan: PlanInForce): (list: string) => readonly BatchFault[] {
  const refusals = new Map(
    listsOf(plan).map((list): [string, readonly BatchFault[]] => {
      const subject = { plan: plan.code, department: departmentOf(plan, list) }
      const allowed = can(actor, 'checklist.save', subject).allowed
      return [list.code, allowed ? [] : [{ column: 'list', code: 'forbidden_department' }]]
    }),
  )
  return (list) => refusals.get(list) ?? [{ column: 'list', code: 'unknown_list' }]
}

function faultsOf({ change, before, faults }: ItemStep): BatchFault[] {
  const found: BatchFault[] = faults.map(({ field, code, params }) => ({
    column: field,
    code,
    ...(params ? { params } : {}),
  }))
  if (!before && !isPlainCode(change.code)) found.push({ column: 'code', code: 'invalid_code' })
  return found
}
