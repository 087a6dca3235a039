// What of a plan everybody may see, read once for all who ask for the same state of it: approved figures only.
import { dayAtInstant, yearOf } from '@tien-do/domain/day'
import { lastDayBefore } from '@tien-do/domain/deadline'
import { reportingRates } from '@tien-do/domain/department-report'
import type { IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import { deadlineOutcome, isShown, type Publication } from '@tien-do/domain/publication'
import { isIssued } from '@tien-do/domain/ward-report'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { gatherReports } from '../department-reports/index.ts'
import { readIndicators } from '../indicators/index.ts'
import { listPeriodRows } from '../periods/index.ts'
import { findPlan, type PlanInForce } from '../plans/index.ts'
import { findPublication, listPublicCodes } from '../publication/index.ts'
import { listWardReports } from '../reports/index.ts'
import { type FigureSource, listFigureSources } from './figure-sources.repo.ts'

export interface PublicState {
  readonly code: string
  /** Another one whenever anything that is shown may be another. */
  readonly version: string
  readonly publication: Publication
}

/** The state of a plan that everybody may see; of any other plan there is none, whether there is such a plan or not. */
export async function getPublicState(context: Context, code: string): Promise<PublicState> {
  const row = await findPlan(context, code)
  const publication = row && (await findPublication(context.read, row.id as PlanInForce['id']))
  if (!publication?.isPublic) throw new AppError('plan.not-found')
  const version = `p${row?.revision}.${dayAtInstant(context.now().getTime())}`
  return { code, version, publication }
}

/** The plans that everybody may see. */
export async function listPublicStates(context: Context): Promise<PublicState[]> {
  const codes = await listPublicCodes(context.read)
  return Promise.all(codes.map((code) => getPublicState(context, code)))
}

export interface PublicIndicatorRead {
  readonly assessed: IndicatorAssessment
  /** Of the figures of the year of its value. */
  readonly sources: readonly string[]
  readonly approvedOn: string | null
}

export type PublicReading = Awaited<ReturnType<typeof readPublic>>

const MOST_SOURCES = 20

/** The plan and its indicators, judged today. */
export async function readPublic(context: Context, { code, publication }: PublicState) {
  const { plan, asOf, indicators } = await readIndicators(context, code)
  const sources = Map.groupBy(
    await listFigureSources(context.read, plan.id),
    ({ indicatorId }) => indicatorId,
  )
  return {
    plan,
    asOf,
    publication,
    indicators: indicators.map((assessed): PublicIndicatorRead => {
      const id = plan.indicators.get(assessed.indicator.code)
      return { assessed, ...sourcesOf(assessed, (id && sources.get(id)) ?? []) }
    }),
  }
}

function sourcesOf({ latest, words }: IndicatorAssessment, all: readonly FigureSource[]) {
  const day = words?.on ?? latest?.on
  const behind = day ? all.filter(({ on }) => on <= day && yearOf(on) === yearOf(day)) : []
  const named = [...new Set(behind.flatMap(({ source }) => (source === null ? [] : [source])))]
  const approved = behind.flatMap(({ approvedAt }) => (approvedAt === null ? [] : [Date.parse(approvedAt)]))
  return {
    sources: named.slice(0, MOST_SOURCES),
    approvedOn: approved.length === 0 ? null : dayAtInstant(Math.max(...approved)),
  }
}

/** The issued reports, the newest year first; a corrected one says so. None where they are not shown. */
export async function readPublicReports(context: Context, state: PublicState) {
  if (!isShown(state.publication, 'reports')) return []
  const rows = await listWardReports(context, state.code)
  return rows.filter((row) => isIssued(row.state))
}

/** Of each reporting year: whether the ward kept its day, and how many departments kept theirs. */
export async function readPublicDeadlines(context: Context, state: PublicState) {
  if (!isShown(state.publication, 'deadlines')) return []
  const { plan } = await readIndicators(context, state.code)
  const now = context.now()
  const reports = await listWardReports(context, state.code)
  const years = []
  for (const period of await listPeriodRows(context.read, plan.id)) {
    const sent = reports.flatMap(({ year, sentAt }) =>
      year === period.year && sentAt !== null ? [Date.parse(sentAt)] : [],
    )
    // The first time counts: a correction that follows does not make it late.
    const sentAt = sent.length === 0 ? null : Math.min(...sent)
    const gathered = await gatherReports(context.read, plan, period, now)
    const { expected, received, onTime } = reportingRates(
      gathered.map(({ counted }) => counted),
      period.departmentsDueAt,
    )
    years.push({
      year: period.year,
      ward: {
        lastDay: lastDayBefore(period.wardDueAt),
        sentOn: sentAt === null ? null : dayAtInstant(sentAt),
        outcome: deadlineOutcome(period.wardDueAt, sentAt, now.getTime()),
      },
      departments: { lastDay: lastDayBefore(period.departmentsDueAt), expected, received, onTime },
    })
  }
  return years
}
