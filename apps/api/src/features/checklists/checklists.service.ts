import type { Day } from '@tien-do/domain/day'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, today } from '../plans/index.ts'
import { listItemRows, listSayings, type SayingRow } from './checklists.repo.ts'
import type { ListReading } from './checklists.schema.ts'
import { findList, listsOf, proposalsFor } from './find-list.ts'

/** Every list of the plan with its items, as they stood on a day. */
export async function listChecklists(
  context: Context,
  planCode: string,
  asOf?: string,
): Promise<ListReading[]> {
  const plan = await getPlan(context, planCode)
  const rows = Map.groupBy(await listItemRows(context.read, plan.id), ({ list }) => list)
  const day = (asOf as Day | undefined) ?? today(context)
  return listsOf(plan).map((list) => ({
    plan,
    list,
    items: rows.get(list.code) ?? [],
    proposals: [],
    asOf: day,
  }))
}

export async function getChecklist(
  context: Context,
  planCode: string,
  code: string,
  asOf?: string,
): Promise<ListReading> {
  const plan = await getPlan(context, planCode)
  const list = findList(plan, code)
  const items = await listItemRows(context.read, plan.id, [code])
  const day = (asOf as Day | undefined) ?? today(context)
  const known = new Set(items.map((item) => item.code))
  const proposals = proposalsFor(plan, list, day).filter((each) => !known.has(each.code))
  return { plan, list, items, proposals, asOf: day }
}

/** All that was said of one item, whatever became of it. */
export async function listItemHistory(
  context: Context,
  planCode: string,
  code: string,
  itemCode: string,
): Promise<SayingRow[]> {
  const { items } = await getChecklist(context, planCode, code)
  const item = items.find((each) => each.code === itemCode)
  if (!item) throw new AppError('checklist.item-not-found', { members: { item: itemCode } })
  return listSayings(context.read, item.id)
}
