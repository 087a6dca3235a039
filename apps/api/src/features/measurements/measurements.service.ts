// Figures as they are read; each act on them has a file of its own.
import { day, startOfDay } from '@tien-do/domain/day'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan } from '../plans/index.ts'
import { areaOf, indicatorOf } from './figure-in-plan.ts'
import {
  countMeasurements,
  findMeasurement,
  listMeasurementRows,
  type MeasurementRow,
} from './measurements.repo.ts'
import type { MeasurementQuery } from './measurements.schema.ts'

interface Page {
  readonly rows: MeasurementRow[]
  /** Only where it was asked for. */
  readonly total: number | null
}

export async function listMeasurements(
  context: Context,
  planCode: string,
  query: MeasurementQuery & { limit: number },
  { after, withTotal }: { after: { on: string; id: string } | null; withTotal: boolean },
): Promise<Page> {
  const plan = await getPlan(context, planCode)
  const filter = {
    planId: plan.id,
    limit: query.limit,
    ...(query.indicator ? { indicatorId: indicatorOf(plan, query.indicator).id } : {}),
    ...(query.area ? { areaId: areaOf(plan, query.area) } : {}),
    ...(query.from ? { from: query.from } : {}),
    ...(query.to ? { to: query.to } : {}),
    ...(query.state ? { state: query.state } : {}),
    ...(query.decidedFrom ? { decidedFrom: new Date(startOfDay(day(query.decidedFrom))).toISOString() } : {}),
  }
  return {
    rows: await listMeasurementRows(context.read, { ...filter, ...(after ? { after } : {}) }),
    total: withTotal ? await countMeasurements(context.read, filter) : null,
  }
}

export async function getMeasurement(
  context: Context,
  planCode: string,
  id: string,
): Promise<MeasurementRow> {
  const plan = await getPlan(context, planCode)
  const row = await findMeasurement(context.read, plan.id, id)
  if (!row) throw new AppError('measurement.not-found')
  return row
}
