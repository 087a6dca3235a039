import { useSuspenseQuery } from '@tanstack/react-query'
import { Inbox, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { entryFormQuery } from '../entry/index.ts'
import { AreaSlip } from './area-slip.tsx'
import { slipsQuery } from './queries.ts'
import styles from './slips.module.css'

const SlipMaker = lazy(async () => ({ default: (await import('./slip-maker.tsx')).SlipMaker }))

/** Slips for the heads of areas: who has one, what came back, what waits to be confirmed. */
export function SlipsPage() {
  const plan = useCurrentPlan().code
  const year = Number(yearNow())
  const { data: form } = useSuspenseQuery(entryFormQuery(plan, year))
  const { data: slips } = useSuspenseQuery(slipsQuery(plan, year))
  const [making, setMaking] = useState<{ code: string; name: string } | null>(null)
  usePageTitle(m.slip_title())
  const indicators = form.indicators.filter(
    ({ kind, cells }) => kind !== 'qualitative' && cells.some(({ area }) => area),
  )
  const areas = [
    ...new Map(
      indicators.flatMap(({ cells }) => cells.flatMap(({ area }) => (area ? [[area.code, area]] : []))),
    ).values(),
  ]
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.entryStart}>{m.entry_title({ year })}</TextLink>
            <span>{m.slip_title()}</span>
          </Breadcrumbs>
        }
        title={m.slip_title()}
        sub={<span>{m.slip_sub()}</span>}
      />
      {areas.length === 0 && <EmptyState icon={Inbox} title={m.slip_nothing()} />}
      <ul className={styles.areas}>
        {areas.map((area) => (
          <li key={area.code} className={styles.area}>
            <div className={styles.head}>
              <h2>{area.name}</h2>
              <Button
                size="small"
                onPress={() => setMaking(area)}
                aria-label={m.slip_make_for({ name: area.name })}
              >
                <Plus aria-hidden />
                {m.slip_make()}
              </Button>
            </div>
            {slips.items
              .filter(({ area: { code } }) => code === area.code)
              .map((slip) => (
                <AreaSlip key={slip.id} slip={slip} plan={plan} indicators={indicators} />
              ))}
          </li>
        ))}
      </ul>
      <Suspense>
        {making && (
          <SlipMaker
            plan={plan}
            year={year}
            area={making}
            indicators={indicators}
            onClose={() => setMaking(null)}
          />
        )}
      </Suspense>
    </>
  )
}
