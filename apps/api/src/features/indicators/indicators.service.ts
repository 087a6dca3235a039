import { type Day, yearOf } from '@tien-do/domain/day'
import { evidenceRate } from '@tien-do/domain/evidence'
import type { IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import type { IndicatorStatus } from '@tien-do/domain/status'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { evidenceCounts } from '../evidence/index.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { assessPlan } from './assess-plan.ts'

export interface Reading {
  readonly plan: PlanInForce
  readonly asOf: Day
  readonly indicators: readonly IndicatorAssessment[]
}

/** The plan's indicators, judged on a day (today where none is given). */
export async function readIndicators(context: Context, planCode: string, asOf?: string): Promise<Reading> {
  const plan = await getPlan(context, planCode)
  const day = (asOf as Day | undefined) ?? today(context)
  const { indicators } = await assessPlan(context, plan, day)
  return { plan, asOf: day, indicators: [...indicators.values()] }
}

export async function listIndicators(
  context: Context,
  planCode: string,
  filter: { asOf?: string; group?: string; status?: readonly IndicatorStatus[] },
): Promise<Reading> {
  const reading = await readIndicators(context, planCode, filter.asOf)
  const indicators = reading.indicators.filter(
    ({ indicator, assessment }) =>
      (!filter.group || indicator.group === filter.group) &&
      (!filter.status || filter.status.includes(assessment.shownStatus)),
  )
  return { ...reading, indicators }
}

export async function getIndicator(context: Context, planCode: string, code: string, asOf?: string) {
  const reading = await readIndicators(context, planCode, asOf)
  const assessed = reading.indicators.find(({ indicator }) => indicator.code === code)
  if (!assessed) throw new AppError('indicator.not-found')
  return { ...reading, assessed, evidence: await evidenceOf(context, reading.plan, assessed) }
}

/** Of the figures that the latest value is made from, how many have evidence; null while there is no value. */
async function evidenceOf(
  context: Context,
  plan: PlanInForce,
  { indicator, latest, areas }: IndicatorAssessment,
) {
  if (latest === null) return null
  const year = yearOf(latest.on)
  const counts = await evidenceCounts(context.read, plan.id, 'measurement', year)
  const reported =
    latest.coverage === null ? [null] : areas.filter(({ on }) => on !== null).map(({ area }) => area.code)
  return { year, ...evidenceRate(indicator.code, reported, new Set(counts.keys())) }
}
