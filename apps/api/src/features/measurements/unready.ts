import { isComplete, needsReason } from '@tien-do/domain/figure-checks'
import type { AppError } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { MeasurementRow } from './measurements.repo.ts'

/** Why a draft cannot be submitted yet: it is half filled, or what is odd about it has no reason; null when it can. */
export function unreadyBecause(plan: PlanInForce, row: MeasurementRow): AppError['code'] | null {
  const indicator = plan.plan.indicators.find(({ code }) => code === row.indicatorCode)
  if (!indicator || !isComplete(row, indicator.measure)) return 'measurement.faulty'
  return needsReason(row.warnings) && !row.reason ? 'measurement.reason-missing' : null
}
