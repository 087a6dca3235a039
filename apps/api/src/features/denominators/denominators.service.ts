import { areasOn } from '@tien-do/domain/areas-on'
import type { Day } from '@tien-do/domain/day'
import {
  type Denominator,
  type DenominatorTotal,
  denominatorFaults,
  denominatorTotals,
  latestDenominators,
} from '@tien-do/domain/denominator'
import type { PlanId } from '@tien-do/domain/ids'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { etagOf } from '../../http/etag.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import { type DenominatorRow, listDenominatorRows } from './denominators.repo.ts'
import { type DenominatorEntry, toWire } from './denominators.schema.ts'
import {
  areaIdOf,
  type CountedDenominator,
  planDenominators,
  writeDenominators,
} from './write-denominators.ts'

/** By the day: the newest count of every kind and area up to then, which is what a figure of that day is counted from. */
export async function readDenominators(
  read: Reader | Tx,
  planId: PlanId,
): Promise<(day: Day) => readonly Denominator[]> {
  const rows = await listDenominatorRows(read, planId)
  const all = rows.map(({ kind, area, on, value }) => ({ kind, area, on, value }))
  return (day) => latestDenominators(all, day)
}

interface Register {
  readonly asOf: Day
  readonly rows: readonly DenominatorRow[]
  readonly totals: readonly DenominatorTotal[]
}

/** The register as it stood on a day; with its history, all counts up to then. */
export async function listDenominators(
  context: Context,
  planCode: string,
  query: { asOf?: string; history: boolean },
): Promise<Register> {
  const plan = await getPlan(context, planCode)
  const asOf = (query.asOf as Day | undefined) ?? today(context)
  const all = await listDenominatorRows(context.read, plan.id, asOf)
  const areas = areasOn(plan.plan, asOf).map(({ code }) => code)
  return {
    asOf,
    rows: query.history ? all : latestDenominators(all, asOf),
    totals: denominatorTotals(all, areas, asOf),
  }
}

/** Takes counts down, all of them or none; what was changed meanwhile is a conflict, told with what is there now. */
export async function recordDenominators(
  context: Context,
  planCode: string,
  entries: readonly DenominatorEntry[],
): Promise<void> {
  const { id } = await getPlan(context, planCode)
  const act = { action: 'denominator.record', plan: { id, code: planCode } } as const
  await context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    judge(plan, entries, today(context))
    const steps = await planDenominators(tx, plan, entries.map(counted))
    const moved = steps.filter((step, index) => !wasSeen(step.before, entries[index]!.etag))
    if (moved.length > 0)
      throw new AppError('version.mismatch', {
        members: { current: moved.flatMap(({ before }) => (before ? [toWire(before)] : [])) },
      })
    await writeDenominators(tx, context, plan, steps)
    for (const { entry, before, outcome } of steps)
      if (outcome !== 'unchanged')
        record({
          resource: 'denominator',
          id: before?.id ?? `${entry.kind} ${entry.area ?? '*'} ${entry.on}`,
          code: entry.area ?? '*',
          subject: { department: null },
          before: before && toWire(before),
          after: outcome === 'removed' ? null : entry,
        })
  })
}

function counted(entry: DenominatorEntry): CountedDenominator {
  return {
    kind: entry.kind,
    area: entry.area,
    on: entry.on as Day,
    value: entry.value,
    countedBy: entry.countedBy ?? null,
    source: entry.source ?? null,
    note: entry.note ?? null,
  }
}

function wasSeen(before: DenominatorRow | null, etag: string | null): boolean {
  return before === null ? etag === null : etag === etagOf(before.version)
}

/** Throws `denominator.faulty` with a pointer to each field that is wrong. */
function judge(plan: PlanInForce, entries: readonly DenominatorEntry[], now: Day): void {
  const seen = new Set<string>()
  const faults = entries.flatMap((entry, index): Fault[] => {
    const at = `/entries/${index}`
    const on = entry.on as Day
    const key = `${entry.kind} ${entry.area ?? ''} ${on}`
    if (seen.has(key)) return [{ pointer: at, in: 'body', code: 'duplicate_key' }]
    seen.add(key)
    if (areaIdOf(plan, entry.area) === null)
      return [{ pointer: `${at}/area`, in: 'body', code: 'unknown_area', params: { area: entry.area } }]
    if (entry.value === null) return []
    const areas = areasOn(plan.plan, on).map(({ code }) => code)
    return denominatorFaults({ ...entry, on, value: entry.value }, now, areas).map(
      ({ field, code, params = {} }) => ({ pointer: `${at}/${field}`, in: 'body', code, params }),
    )
  })
  if (faults.length > 0) throw new AppError('denominator.faulty', { faults })
}
