// What the outside is given, field by field: nothing comes out because it happens to lie there.
import { type Day, dayAtInstant } from '@tien-do/domain/day'
import { versionOn } from '@tien-do/domain/department'
import { isReached, publicSentence } from '@tien-do/domain/public-words'
import { isShown } from '@tien-do/domain/publication'
import { numberLine } from '@tien-do/domain/report-words'
import type { Static } from 'typebox'
import { issuerName } from '../plans/index.ts'
import type {
  PublicIndicator,
  PublicIndicatorDetail,
  PublicPlan,
  PublicReport,
} from './public-data.schema.ts'
import type { PublicIndicatorRead, PublicReading, readPublicReports } from './read-public.ts'

export function planToPublic({
  plan,
  asOf,
  publication,
  indicators,
}: PublicReading): Static<typeof PublicPlan> {
  const { document, groups, milestones, shortTitle, title } = plan.plan
  const days = indicators.flatMap(({ assessed }) => assessed.latest?.on ?? assessed.words?.on ?? [])
  const reached = indicators.map(({ assessed }) => isReached(assessed))
  const countOf = (outcome: boolean | null) => reached.filter((each) => each === outcome).length
  return {
    code: plan.code,
    title,
    shortTitle,
    issuer: issuerName(plan),
    number: document.number,
    issuedOn: document.issuedOn,
    sample: plan.sample,
    asOf,
    figuresUntil: days.toSorted().at(-1) ?? null,
    parts: [...publication.parts],
    counts: {
      total: indicators.length,
      reached: countOf(true),
      notReached: countOf(false),
      unknown: countOf(null),
    },
    groups: groups.map((group) => ({ code: group.code, title: group.title })),
    milestones: milestones.map(({ code, label, on }) => ({ code, label, on })),
  }
}

export function indicatorToPublic(
  { assessed, sources, approvedOn }: PublicIndicatorRead,
  { plan, asOf }: PublicReading,
): Static<typeof PublicIndicator> {
  const { indicator, assessment, latest, shownDecimals } = assessed
  const { override } = assessment
  return {
    code: indicator.code,
    name: indicator.name,
    nameEn: indicator.nameEn,
    group: indicator.group,
    ref: indicator.ref,
    measure: indicator.measure,
    direction: indicator.direction,
    unit: indicator.unit,
    counted: indicator.counted,
    status: assessment.shownStatus,
    provisional: assessment.provisional,
    decided: override && {
      computed: assessment.status,
      reason: override.reason,
      until: override.until,
    },
    reached: isReached(assessed),
    value: assessment.value,
    decimals: shownDecimals,
    numerator: latest?.numerator ?? null,
    denominator: latest?.denominator ?? null,
    measuredOn: assessment.measuredOn,
    approvedOn,
    estimated: assessment.estimated,
    coverage: latest?.coverage ? { ...latest.coverage } : null,
    missingUnits: assessment.missingUnits,
    sources: [...sources],
    provider: providerOf(indicator.owner, plan, asOf),
    targets: indicator.targets.flatMap(({ milestone: code, value: target, kind }) => {
      const milestone = plan.plan.milestones.find((each) => each.code === code)
      if (!milestone) return []
      const { label, on } = milestone
      const verdict = assessment.verdicts.find((each) => each.on === on)?.outcome ?? null
      return [{ milestone: code, label, on, target, kind, verdict }]
    }),
    numeratorText: indicator.numerator,
    denominatorText: indicator.denominator,
    definition: indicator.definition && { ...indicator.definition },
    weight: indicator.weight,
    sentence: { vi: publicSentence(assessed, 'vi'), en: publicSentence(assessed, 'en') },
  }
}

function providerOf(owner: string | null, plan: PublicReading['plan'], asOf: Day): string | null {
  const department = plan.plan.departments.find(({ code }) => code === owner)
  return department ? (versionOn(department.versions, asOf)?.name ?? null) : null
}

export function detailToPublic(
  read: PublicIndicatorRead,
  reading: PublicReading,
): Static<typeof PublicIndicatorDetail> {
  const { series, path } = read.assessed
  const isSeriesShown = isShown(reading.publication, 'series')
  return {
    ...indicatorToPublic(read, reading),
    series: isSeriesShown
      ? series.map(({ on, value, numerator, denominator, coverage, estimated }) => ({
          ...{ on, value, numerator, denominator, estimated },
          coverage: coverage && { ...coverage },
        }))
      : [],
    path: path.map(({ on, value }) => ({ on, value })),
  }
}

type IssuedReport = Awaited<ReturnType<typeof readPublicReports>>[number]

export function reportToPublic(row: IssuedReport): Static<typeof PublicReport> {
  const { year, number, issuedOn, sentAt, correctedById, hash, document } = row
  return {
    year,
    numberLine: document?.numberLine ?? numberLine(number, ''),
    issuedOn,
    sentOn: sentAt === null ? null : dayAtInstant(Date.parse(sentAt)),
    corrected: correctedById !== null,
    sha256: hash,
  }
}
