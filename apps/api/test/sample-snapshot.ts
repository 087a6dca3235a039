// The plan with its sample figures as a snapshot: what the demo knows, without a database.
import { readFile } from 'node:fs/promises'
import { day } from '@tien-do/domain/day'
import { assessPlanIndicator } from '@tien-do/domain/plan-assessment'
import { parsePlanFile } from '@tien-do/domain/plan-file'
import type { ReportSnapshot } from '@tien-do/domain/report-snapshot'
import { takeSnapshot } from '@tien-do/domain/take-snapshot'
import { PLAN_FILE, SAMPLE_AREAS_FILE, SAMPLE_FIGURES_FILE } from '../src/paths.ts'

const numberOr = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

export async function sampleSnapshot(
  year: number,
  upTo: string,
  change: Partial<ReportSnapshot> = {},
): Promise<ReportSnapshot> {
  const file = JSON.parse(await readFile(PLAN_FILE, 'utf8')) as Record<string, unknown>
  const areas = JSON.parse(await readFile(SAMPLE_AREAS_FILE, 'utf8')) as unknown
  const parsed = parsePlanFile({ ...file, areas })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const { plan } = parsed
  const lines = (await readFile(SAMPLE_FIGURES_FILE, 'utf8')).trim().split('\n').slice(1)
  const figures = lines.map((line) => line.split(',')).filter(([, , on = '']) => on <= upTo)
  const asOf = day(upTo)
  const indicators = plan.indicators.map((indicator) => {
    const own = figures.filter(([code]) => code === indicator.code)
    const reported = own.map(([, area, on = '', numerator, denominator, value, , method]) => ({
      on: day(on),
      area: area || null,
      numerator: numberOr(numerator),
      denominator: numberOr(denominator),
      value: numberOr(value),
      estimated: method === 'estimated',
    }))
    return assessPlanIndicator(plan, indicator, reported, asOf)
  })
  const snapshot = takeSnapshot({
    plan,
    revision: 1,
    sample: true,
    year,
    asOf,
    cutOff: asOf,
    takenAt: `${upTo}T02:00:00.000Z`,
    indicators,
    auditHead: 'a1'.repeat(32),
    tasks: new Map(),
    obstacles: [],
    money: null,
    departmentReports: [],
  })
  return { ...snapshot, ...change }
}
