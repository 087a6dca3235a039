import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CalendarRange, CircleCheck } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { BOARD_FILTERS, type BoardFilter, hasNotSent, passing } from './board-search.ts'
import { BoardTable } from './board-table.tsx'
import { CopyText } from './copy-text.tsx'
import { OpenForm } from './open-form.tsx'
import { PeriodCard } from './period-card.tsx'
import styles from './periods.module.css'
import { boardQuery, type Period, periodsQuery, type ReportBrief } from './queries.ts'
import { RatesLine } from './rates-line.tsx'
import { RemindByMail } from './remind-by-mail.tsx'
import { reminderForAll } from './reminder.ts'

/** Read once the board stands. */
const SentCard = lazy(() => import('./sent-card.tsx'))

const FILTER: Record<BoardFilter, () => string> = {
  'chua-nop': m.board_filter_not_sent,
  cham: m.board_filter_late,
  cho: m.board_filter_waiting,
  'tra-lai': m.board_filter_returned,
}

/** The coordinator's board of a year: who has sent what, who has not, and the next thing to do about it. */
export function BoardPage() {
  const { nam } = useParams({ from: '/signed-in/ky/$nam' })
  const year = Number(nam)
  const title = m.board_title({ year })
  usePageTitle(title)
  const { code } = useCurrentPlan()
  const { data, error } = useQuery(periodsQuery(code))
  const period = data?.items.find((each) => each.year === year)
  return (
    <>
      <PageHeader
        title={title}
        sub={data && <OtherYears periods={data.items} year={year} />}
        actions={
          <ButtonLink to={PATHS.wardReport} params={{ nam }}>
            {m.board_to_report()}
          </ButtonLink>
        }
      />
      {error && <ProblemNotice error={error} />}
      {data && !period && <NotOpened year={year} />}
      {period && <Board period={period} />}
    </>
  )
}

function Board({ period }: { period: Period }) {
  const { year } = period
  const { code } = useCurrentPlan()
  const mayLead = useMay('period.allow')
  const { loc } = useSearch({ from: '/signed-in/ky/$nam' })
  const { data, error } = useQuery(boardQuery(code, year))
  const shown = passing(data?.items ?? [], loc)
  const notSent = (data?.items ?? []).filter(hasNotSent)
  return (
    <>
      {error && <ProblemNotice error={error} />}
      {data && (
        <Card
          title={m.board_list()}
          flush
          aside={
            <span className={styles.tools}>
              <FilterSelect reports={data.items} year={year} filter={loc} />
              {mayLead && notSent.length > 0 && (
                <>
                  <CopyText
                    label={m.board_copy_all({ count: notSent.length })}
                    text={() => reminderForAll(notSent, year, location.origin)}
                  />
                  <RemindByMail departments={notSent.map(({ department }) => department.code)} />
                </>
              )}
            </span>
          }
        >
          <RatesLine rates={data.rates} />
          {shown.length > 0 ? (
            <BoardTable year={year} reports={shown} mayRemind={mayLead} />
          ) : (
            <EmptyState icon={CircleCheck} title={m.board_nobody()} />
          )}
        </Card>
      )}
      <PeriodCard period={period} />
      {mayLead && (
        <Suspense fallback={null}>
          <SentCard year={year} />
        </Suspense>
      )}
    </>
  )
}

interface FilterSelectProps {
  reports: readonly ReportBrief[]
  year: number
  filter: BoardFilter | undefined
}

function FilterSelect({ reports, year, filter }: FilterSelectProps) {
  const navigate = useNavigate()
  const options = BOARD_FILTERS.map((value) => ({
    value,
    label: `${FILTER[value]()} (${passing(reports, value).length})`,
  }))
  return (
    <Select
      label={m.board_filter()}
      hideLabel
      value={filter ?? ''}
      options={[{ value: '', label: m.board_filter_all({ count: reports.length }) }, ...options]}
      onChange={(value) =>
        navigate({
          to: PATHS.board,
          params: { nam: String(year) },
          search: { loc: value === '' ? undefined : value },
          replace: true,
        })
      }
    />
  )
}

function OtherYears({ periods, year }: { periods: readonly Period[]; year: number }) {
  const others = periods.filter((each) => each.year !== year)
  if (others.length === 0) return null
  return (
    <span className={styles.years}>
      {m.board_other_years()}
      {others.map((each) => (
        <TextLink key={each.year} to={PATHS.board} params={{ nam: String(each.year) }}>
          {each.year}
        </TextLink>
      ))}
    </span>
  )
}

function NotOpened({ year }: { year: number }) {
  const mayOpen = useMay('period.open')
  return (
    <>
      <EmptyState icon={CalendarRange} title={m.period_not_opened({ year })}>
        {m.period_not_opened_text()}
      </EmptyState>
      {mayOpen && (
        <Card title={m.period_open_dates()}>
          <OpenForm year={year} />
        </Card>
      )}
    </>
  )
}
