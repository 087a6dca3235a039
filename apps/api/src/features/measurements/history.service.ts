// Who said what of a figure, when and why; and what the figures were on two days.
import { addDays, type Day, startOfDay } from '@tien-do/domain/day'
import type { Context } from '../../core/context.ts'
import { getPlan } from '../plans/index.ts'
import { areaOf, indicatorOf } from './figure-in-plan.ts'
import { type Difference, listInForceAt, listRevisions } from './history.repo.ts'
import type { ComparisonQuery, HistoryQuery } from './history.schema.ts'
import type { MeasurementRow } from './measurements.repo.ts'

export async function listHistory(
  context: Context,
  planCode: string,
  query: HistoryQuery & { limit: number },
  after: string | null,
) {
  const plan = await getPlan(context, planCode)
  const { indicator, area, on, limit } = query
  return listRevisions(context.read, {
    planId: plan.id,
    limit,
    ...(indicator ? { indicatorId: indicatorOf(plan, indicator).id } : {}),
    ...(area ? { areaId: areaOf(plan, area) } : {}),
    ...(on ? { on } : {}),
    ...(after ? { after } : {}),
  })
}

/** What was in force at the end of one day and what at the end of another, where the two differ. */
export async function compareMeasurements(
  context: Context,
  planCode: string,
  { from, to, indicator }: ComparisonQuery,
): Promise<Difference[]> {
  const plan = await getPlan(context, planCode)
  const id = indicator ? indicatorOf(plan, indicator).id : undefined
  const then = await listInForceAt(context.read, plan.id, endOf(from), id)
  const now = await listInForceAt(context.read, plan.id, endOf(to), id)
  const before = new Map(then.map((row) => [keyOf(row), row]))
  const after = new Map(now.map((row) => [keyOf(row), row]))
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((pair) => pair.before?.id !== pair.after?.id)
}

/** The first instant that is no longer of that day. */
function endOf(on: string): string {
  return new Date(startOfDay(addDays(on as Day, 1))).toISOString()
}

function keyOf({ indicatorCode, areaCode, on }: MeasurementRow): string {
  return JSON.stringify([indicatorCode, areaCode ?? '', on])
}
