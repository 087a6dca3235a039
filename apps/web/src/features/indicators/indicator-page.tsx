import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PencilLine, Printer } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ChecklistCard } from '../checklists/index.ts'
import { ObstaclesOf } from '../obstacles/index.ts'
import { AreasCard } from './areas-card.tsx'
import { DefinitionCard } from './definition-card.tsx'
import { FreshnessNotice } from './freshness-notice.tsx'
import { Headline } from './headline.tsx'
import { HistoryCard } from './history-card.tsx'
import styles from './indicator-page.module.css'
import { IndicatorStatus } from './indicator-status.tsx'
import { LinkedCard } from './linked-card.tsx'
import { nameOf } from './names.ts'
import { OverrideAction, OverrideNotice } from './override.tsx'
import { indicatorQuery, seriesQuery } from './queries.ts'
import { TargetsCard } from './targets-card.tsx'
import { TrendCard } from './trend-card.tsx'
import { WordsCard } from './words-card.tsx'

const EvidenceCard = lazy(async () => ({ default: (await import('./evidence-card.tsx')).EvidenceCard }))

/** All that is known of one indicator. */
export function IndicatorPage() {
  const { ma: code } = useParams({ from: '/signed-in/chi-tieu/$ma' })
  const plan = useCurrentPlan().code
  const { data: indicator } = useSuspenseQuery(indicatorQuery(plan, code))
  const { data: series } = useSuspenseQuery(seriesQuery(plan, code))
  const mayEnter = useMay('measurement.save')
  usePageTitle(nameOf(indicator))
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.indicators}>{m.indicators_title()}</TextLink>
            <span>{indicator.code}</span>
          </Breadcrumbs>
        }
        title={nameOf(indicator)}
        sub={
          <>
            <IndicatorStatus indicator={indicator} />
            <span>{indicator.owner?.name ?? m.fact_owner_none()}</span>
          </>
        }
        actions={
          <span className={styles.print}>
            {mayEnter && (
              <ButtonLink
                look="primary"
                to={PATHS.entry}
                params={{ nam: yearNow(), nhom: indicator.group }}
                search={{ ct: indicator.code }}
              >
                <PencilLine aria-hidden />
                {m.nav_entry()}
              </ButtonLink>
            )}
            <OverrideAction indicator={indicator} />
            <Button look="quiet" onPress={() => window.print()}>
              <Printer aria-hidden />
              {m.print_page()}
            </Button>
          </span>
        }
      />
      <OverrideNotice indicator={indicator} />
      <FreshnessNotice indicator={indicator} />
      {indicator.measure === 'qualitative' ? (
        <WordsCard indicator={indicator} />
      ) : (
        <>
          <Headline indicator={indicator} />
          <TrendCard indicator={indicator} series={series} />
        </>
      )}
      {indicator.perArea && <AreasCard indicator={indicator} />}
      <div className={styles.pair}>
        <TargetsCard indicator={indicator} />
        <DefinitionCard indicator={indicator} />
      </div>
      <ChecklistCard code={indicator.code} />
      {indicator.evidence && (
        <Suspense>
          <EvidenceCard indicator={indicator} year={indicator.evidence.year} />
        </Suspense>
      )}
      <ObstaclesOf resource="indicator" code={indicator.code} />
      <LinkedCard indicator={indicator} />
      <HistoryCard indicator={indicator} />
    </>
  )
}
