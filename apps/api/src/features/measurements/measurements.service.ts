// Figures as they are read; each act on them has a file of its own.
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan } from '../plans/index.ts'
import { areaOf, indicatorOf } from './figure-in-plan.ts'
import { findMeasurement, listMeasurementRows, type MeasurementRow } from './measurements.repo.ts'
import type { MeasurementQuery } from './measurements.schema.ts'

export async function listMeasurements(
  context: Context,
  planCode: string,
  query: MeasurementQuery,
  after?: { on: string; id: string },
) {
  const plan = await getPlan(context, planCode)
  return listMeasurementRows(context.read, {
    planId: plan.id,
    limit: query.limit,
    ...(query.indicator ? { indicatorId: indicatorOf(plan, query.indicator).id } : {}),
    ...(query.area ? { areaId: areaOf(plan, query.area) } : {}),
    ...(query.from ? { from: query.from } : {}),
    ...(query.to ? { to: query.to } : {}),
    ...(query.state ? { state: query.state } : {}),
    ...(after ? { after } : {}),
  })
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
