// A list becomes the indicator's figure: counted by the domain, submitted like any other, for the coordinator to approve.
import { checklistFigure, countItems } from '@tien-do/domain/checklist'
import type { Day } from '@tien-do/domain/day'
import { yearOf } from '@tien-do/domain/day'
import { newEntryDay } from '@tien-do/domain/entry-day'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { saveMeasurements } from '../measurements/index.ts'
import { getPlan, today } from '../plans/index.ts'
import { getChecklist } from './checklists.service.ts'

/** Words of the ward, kept with the figure. */
const SOURCE = 'Danh mục'
const REASON = 'Tính từ danh mục'

export interface TakenFigure {
  readonly on: Day
  readonly numerator: number
  readonly denominator: number
  readonly outcome: 'saved' | 'unchanged'
}

/** Submits what the list says on a day; it takes the place of the figure that is there, with the reason. */
export async function recordFromChecklist(
  context: Context,
  planCode: string,
  code: string,
  asOf?: string,
): Promise<TakenFigure> {
  const { plan } = await getPlan(context, planCode)
  const now = today(context)
  const on = (asOf as Day | undefined) ?? newEntryDay(plan.cycle.dataCutOff, yearOf(now), now)
  const { list, items } = await getChecklist(context, planCode, code, on)
  if (list.kind !== 'indicator') throw new AppError('checklist.not-found', { members: { list: code } })
  const figure = checklistFigure(countItems(items, on))
  if (figure.kind !== 'figure')
    throw new AppError('checklist.unfinished', {
      members: {
        because: figure.kind,
        ...(figure.kind === 'unreviewed' ? { unreviewed: figure.count } : {}),
      },
    })
  const { numerator, denominator } = figure
  const cell = {
    indicator: code,
    area: null,
    on,
    numerator,
    denominator,
    source: SOURCE,
    method: 'counted' as const,
    reason: REASON,
    state: 'submitted' as const,
  }
  const save = async (etag: string | null) =>
    (await saveMeasurements(context, planCode, [{ ...cell, etag }])).results[0]
  const first = await save(null)
  // The list is what was asked for: the figure that stands there is replaced knowingly, and stays in the history.
  const result =
    first?.outcome === 'conflict' && first.measurement ? await save(first.measurement.etag) : first
  if (result?.outcome === 'saved' || result?.outcome === 'unchanged')
    return { on, numerator, denominator, outcome: result.outcome }
  if (result?.outcome === 'conflict') throw new AppError('version.mismatch')
  const faults = result?.faults ?? []
  if (faults.some((fault) => fault.code === 'period.locked')) throw new AppError('period.locked')
  throw new AppError('measurement.faulty', { faults: faults.map((fault) => ({ ...fault })) })
}
