// The whole plan judged once for each revision and day: every reader of the same state shares one computation.
import type { Day } from '@tien-do/domain/day'
import type { AreaId } from '@tien-do/domain/ids'
import type { WordsFigure } from '@tien-do/domain/in-words'
import { assessPlanIndicator, type IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import { overrideHolds, type StatusOverride } from '@tien-do/domain/progress'
import type { ReportedFigure } from '@tien-do/domain/series'
import type { Context } from '../../core/context.ts'
import { listFiguresInForce } from '../measurements/index.ts'
import { listOverrides } from '../overrides/index.ts'
import type { PlanInForce } from '../plans/index.ts'

export interface AssessedPlan {
  readonly asOf: Day
  readonly indicators: ReadonlyMap<string, IndicatorAssessment>
}

// Today's reading of a few plans, and a reading or two of the past; the figures themselves are not kept.
const KEPT = 16
const computed = new Map<string, Promise<AssessedPlan>>()

export function assessPlan(context: Context, plan: PlanInForce, asOf: Day): Promise<AssessedPlan> {
  const key = `${plan.id} ${plan.revision} ${plan.auditHead} ${asOf}`
  const known = computed.get(key)
  if (known) return known
  const fresh = computePlan(context, plan, asOf)
  computed.set(key, fresh)
  // A failed reading must not be remembered.
  fresh.catch(() => computed.delete(key))
  const oldest = computed.keys().next().value
  if (computed.size > KEPT && oldest !== undefined) computed.delete(oldest)
  return fresh
}

async function computePlan(context: Context, plan: PlanInForce, asOf: Day): Promise<AssessedPlan> {
  const rows = await listFiguresInForce(context.read, plan.id)
  // What was counted later must not colour a reading of the past: of one year's rounds only the fullest is kept.
  const known = rows.filter((row) => row.on <= asOf)
  const overrides = (await listOverrides(context.read, plan.id)).filter((each) => overrideHolds(each, asOf))
  const areaCodes = new Map<AreaId, string>([...plan.areas].map(([code, id]) => [id, code]))
  const byIndicator = Map.groupBy(known, (row) => row.indicatorId)
  const indicators = new Map<string, IndicatorAssessment>()
  for (const indicator of plan.plan.indicators) {
    const id = plan.indicators.get(indicator.code)
    const figures: ReportedFigure[] = (id ? (byIndicator.get(id) ?? []) : []).map((row) => ({
      on: row.on,
      area: areaCodes.get(row.areaId) ?? null,
      numerator: row.numerator,
      denominator: row.denominator,
      value: row.value,
      estimated: row.method === 'estimated',
      notApplicable: row.notApplicable,
    }))
    const words: WordsFigure[] = (id ? (byIndicator.get(id) ?? []) : []).flatMap(
      ({ on, qualitative, note }) => (qualitative ? [{ on, state: qualitative, note }] : []),
    )
    const decided = overrides.find((each) => each.indicatorId === id)
    const override: StatusOverride | null = decided
      ? {
          status: decided.status,
          reason: decided.reason,
          by: decided.byName,
          from: decided.from,
          until: decided.until,
        }
      : null
    indicators.set(
      indicator.code,
      assessPlanIndicator(plan.plan, indicator, figures, asOf, { override, words }),
    )
  }
  return { asOf, indicators }
}
