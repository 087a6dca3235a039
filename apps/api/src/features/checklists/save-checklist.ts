import type { Day } from '@tien-do/domain/day'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import type { Fault } from '../../core/errors.ts'
import { etagOf } from '../../http/etag.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { type ItemRow, listItemRows } from './checklists.repo.ts'
import { type ChecklistChange, itemToWire, type ResultOutcome } from './checklists.schema.ts'
import { departmentOf, findList } from './find-list.ts'
import { type ItemChange, type ItemStep, planItems, writeItems } from './save-items.ts'

export interface SaveResult {
  readonly outcome: ResultOutcome
  readonly item: ItemRow | null
  readonly faults: readonly Fault[]
}

/** Saves what can be saved, item by item; each says what became of it, and nothing that was typed is lost in silence. */
export async function saveChecklist(
  context: Context,
  planCode: string,
  listCode: string,
  changes: readonly ChecklistChange[],
): Promise<SaveResult[]> {
  const { id } = await getPlan(context, planCode)
  const act = { action: 'checklist.save', plan: { id, code: planCode } } as const
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const list = findList(plan, listCode)
    const department = departmentOf(plan, list)
    authorize(context.actor, 'checklist.save', { plan: planCode, department })
    const steps = await planItems(
      tx,
      context,
      plan,
      changes.map((change) => asChange(listCode, change)),
    )
    const judged = steps.map((step, index) => ({ step, outcome: judge(step, changes, index) }))
    const sound = judged.filter(({ outcome }) => outcome === 'created' || outcome === 'saved')
    await writeItems(
      tx,
      context,
      plan,
      sound.map(({ step }) => step),
    )
    const after = new Map((await listItemRows(tx, plan.id, [listCode])).map((row) => [row.code, row]))
    const now = today(context)
    for (const { step } of sound) {
      const row = after.get(step.change.code)!
      record({
        resource: 'checklist-item',
        id: row.id,
        code: `${listCode}/${row.code}`,
        subject: { department },
        before: step.before && itemToWire(step.before, now),
        after: { ...itemToWire(row, now), said: step.change },
      })
    }
    return judged.map(({ step, outcome }, index) => ({
      outcome,
      item: after.get(step.change.code) ?? null,
      faults: outcome === 'rejected' ? faultsOf(step, index, isTwice(changes, index)) : [],
    }))
  })
}

function judge(step: ItemStep, changes: readonly ChecklistChange[], index: number): ResultOutcome {
  if (isTwice(changes, index)) return 'rejected'
  if (step.outcome === 'unchanged') return 'unchanged'
  const seen = changes[index]?.etag ?? null
  const current = step.before ? etagOf(step.before.version) : null
  if (seen !== current) return 'conflict'
  if (step.outcome === 'rejected') return 'rejected'
  return step.outcome === 'created' ? 'created' : 'saved'
}

function isTwice(changes: readonly ChecklistChange[], index: number): boolean {
  return changes.findIndex(({ code }) => code === changes[index]?.code) < index
}

function faultsOf({ faults }: ItemStep, index: number, twice: boolean): Fault[] {
  const at = `/items/${index}`
  if (twice) return [{ pointer: `${at}/code`, in: 'body', code: 'duplicate_key' }]
  return faults.map(({ field, code, params }) => ({
    pointer: `${at}/${field}`,
    in: 'body',
    code,
    ...(params ? { params } : {}),
  }))
}

function asChange(
  list: string,
  { etag: _etag, validFrom, validTo, since, replaces, ...rest }: ChecklistChange,
): ItemChange {
  return {
    list,
    ...rest,
    name: rest.name?.trim(),
    validFrom: validFrom as Day | null | undefined,
    validTo: validTo as Day | null | undefined,
    since: since as Day | null | undefined,
    replaces: replaces as Day | null | undefined,
  }
}
