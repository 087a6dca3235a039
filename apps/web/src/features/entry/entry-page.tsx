import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouteContext, useSearch } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, Inbox, Printer } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { nameOf } from '../indicators/names.ts'
import { summaryQuery } from '../indicators/queries.ts'
import { type Desk, makeDesk } from './desk.ts'
import styles from './entry-page.module.css'
import { EntryScreen } from './entry-screen.tsx'
import { outboxStorage } from './outbox-storage.ts'
import { type EntryScreenData, entryScreenQuery } from './queries.ts'
import { nameOfQueue, sendBatch } from './send-batch.ts'
import type { FormIndicator } from './shapes.ts'

const PaperForm = lazy(async () => ({ default: (await import('./paper-form.tsx')).PaperForm }))

/** As many indicators as one screen bears: more would make typing slow. */
const MOST_ON_SCREEN = 8

/** A year's figures of one group: one indicator at a time, or the whole group. */
export function EntryPage() {
  const { nam, nhom } = useParams({ from: '/signed-in/nhap-lieu/$nam/$nhom' })
  const { me } = useRouteContext({ from: '/signed-in' })
  const plan = useCurrentPlan().code
  const { data: summary } = useSuspenseQuery(summaryQuery(plan))
  const codes = summary.indicators.filter(({ group }) => group === nhom).map(({ code }) => code)
  const title = summary.groups.find(({ code }) => code === nhom)?.title ?? nhom
  const year = Number(nam)
  if (codes.length === 0 || !Number.isInteger(year))
    return (
      <>
        <PageHeader title={m.entry_title({ year: nam })} />
        <EmptyState icon={Inbox} title={m.entry_no_group()} />
      </>
    )
  return <Group person={me.id} plan={plan} year={year} codes={codes} title={title} />
}

interface GroupProps {
  person: string
  plan: string
  year: number
  codes: readonly string[]
  title: string
}

function Group({ person, plan, year, codes, title }: GroupProps) {
  const { data } = useSuspenseQuery(entryScreenQuery(person, plan, year, codes))
  const desk = useNewDesk(data, person, plan)
  return <Sheets key={codes.join()} desk={desk} indicators={data.form.indicators} year={year} title={title} />
}

interface SheetsProps {
  desk: Desk
  indicators: readonly FormIndicator[]
  year: number
  title: string
}

function Sheets({ desk, indicators, year, title }: SheetsProps) {
  const { nhom } = useParams({ from: '/signed-in/nhap-lieu/$nam/$nhom' })
  const { ct, to, xem } = useSearch({ from: '/signed-in/nhap-lieu/$nam/$nhom' })
  const navigate = useNavigate({ from: PATHS.entry })
  const found = indicators.findIndex(({ code }) => code === ct)
  const at = found === -1 ? 0 : found
  const chosen = indicators[at]
  const isGroup = xem === 'nhom' || (xem === 'kiem-tra' && ct === undefined)
  const shown = isGroup ? indicators.slice(0, MOST_ON_SCREEN) : indicators.slice(at, at + 1)
  const heading = isGroup || !chosen ? title : nameOf(chosen)
  usePageTitle(m.entry_page_title({ name: heading, year }))
  const steps = { previous: indicators[at - 1], next: indicators[at + 1] }
  const params = { nam: String(year), nhom }
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.entryStart}>{m.entry_title({ year })}</TextLink>
            <span>{title}</span>
          </Breadcrumbs>
        }
        title={xem === 'kiem-tra' ? m.entry_check_heading({ name: heading }) : heading}
        sub={chosen && !isGroup ? <span>{chosen.code}</span> : null}
        actions={
          <nav className={styles.steps} aria-label={m.entry_steps()}>
            {xem === 'kiem-tra' ? (
              <ButtonLink
                to={PATHS.entry}
                params={params}
                search={isGroup ? { xem: 'nhom' } : { ct: chosen?.code }}
              >
                <ChevronLeft aria-hidden />
                {m.entry_back_to_grid()}
              </ButtonLink>
            ) : isGroup ? (
              <ButtonLink to={PATHS.entry} params={params} search={{ ct: chosen?.code }}>
                {m.entry_view_one()}
              </ButtonLink>
            ) : (
              <>
                {steps.previous && (
                  <ButtonLink
                    look="quiet"
                    to={PATHS.entry}
                    params={params}
                    search={{ ct: steps.previous.code }}
                  >
                    <ChevronLeft aria-hidden />
                    {m.entry_previous()}
                  </ButtonLink>
                )}
                {steps.next && (
                  <ButtonLink look="quiet" to={PATHS.entry} params={params} search={{ ct: steps.next.code }}>
                    {m.entry_next()}
                    <ChevronRight aria-hidden />
                  </ButtonLink>
                )}
                {indicators.length > 1 && (
                  <ButtonLink to={PATHS.entry} params={params} search={{ xem: 'nhom' }}>
                    {m.entry_view_group()}
                  </ButtonLink>
                )}
              </>
            )}
            <Button look="quiet" onPress={() => printPaper('filled')}>
              <Printer aria-hidden />
              {m.entry_print()}
            </Button>
            <Button look="quiet" onPress={() => printPaper('empty')}>
              <Printer aria-hidden />
              {m.entry_print_empty()}
            </Button>
          </nav>
        }
      />
      <EntryScreen
        desk={desk}
        indicators={shown}
        year={year}
        isChecking={xem === 'kiem-tra'}
        startAt={to}
        onCheck={() =>
          navigate({
            to: PATHS.entry,
            params,
            search: isGroup ? { xem: 'kiem-tra' } : { ct: chosen?.code, xem: 'kiem-tra' },
          })
        }
        onGoTo={({ indicator, cell }) =>
          navigate({ to: PATHS.entry, params, search: { ct: indicator.code, to: cell.area?.code } })
        }
      />
      <Suspense>
        <PaperForm indicators={shown} year={year} title={title} />
      </Suspense>
    </>
  )
}

/** One desk for a screen; what was stored on it makes every other screen ask anew. */
function useNewDesk({ form, drafts }: EntryScreenData, person: string, plan: string): Desk {
  const queryClient = useQueryClient()
  const [made, setMade] = useState<{ form: object; desk: Desk } | null>(null)
  let current = made
  if (current?.form !== form) {
    const desk = makeDesk({
      indicators: form.indicators,
      drafts,
      storage: outboxStorage(person, plan),
      send: sendBatch(plan),
      name: nameOfQueue(person, plan),
    })
    current = { form, desk }
    setMade(current)
  }
  const { desk } = current
  useEffect(() => {
    const close = desk.open()
    return () => {
      close()
      void queryClient.invalidateQueries({ queryKey: ['plans', plan], refetchType: 'none' })
    }
  }, [desk, queryClient, plan])
  return desk
}

/** Paper has two forms: what is typed, and an empty one to fill in by hand. */
function printPaper(paper: 'filled' | 'empty'): void {
  document.documentElement.dataset.paper = paper
  window.print()
  delete document.documentElement.dataset.paper
}
