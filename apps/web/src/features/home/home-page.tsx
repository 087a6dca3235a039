import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDaysLeft, formatLastDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import styles from './home.module.css'
import { HomeRow } from './home-row.tsx'
import { titleOf } from './home-words.ts'
import { type Home, type HomeItem, homeQuery } from './queries.ts'

/** Bars and their words come after what one owes. */
const Standing = lazy(() => import('./standing.tsx'))
const NothingToDo = lazy(() => import('./nothing-to-do.tsx'))

/** "Việc của tôi": what this person owes or decides, first what came back, then by deadline; and where the ward stands. */
export function HomePage() {
  usePageTitle(m.nav_home())
  const { data: home } = useSuspenseQuery(homeQuery(useCurrentPlan().code))
  const { todo, done, departments, period, standing, figuresUntil } = home
  return (
    <>
      <PageHeader
        title={m.nav_home()}
        sub={departments.length > 0 && <p>{departments.map(({ name }) => name).join(' · ')}</p>}
        actions={period && period.state === 'open' && <Deadline period={period} />}
      />
      <Card
        title={m.home_todo({ count: todo.length })}
        flush={todo.length > 0}
        aside={done.length > 0 && m.home_done_of({ done: done.length, total: done.length + todo.length })}
        foot={done.length > 0 && <Done items={done} />}
      >
        {todo.length > 0 ? (
          <ul>
            {todo.map((item) => (
              <li key={[item.kind, item.department?.code, item.code, item.area?.code, item.note].join('/')}>
                <HomeRow item={item} />
              </li>
            ))}
          </ul>
        ) : (
          <Suspense fallback={null}>
            <NothingToDo home={home} />
          </Suspense>
        )}
      </Card>
      <Suspense fallback={<SkeletonRows count={5} />}>
        <Standing standing={standing} figuresUntil={figuresUntil} />
      </Suspense>
    </>
  )
}

/** Until when the departments' reports are on time, and how long that is. */
function Deadline({ period }: { period: NonNullable<Home['period']> }) {
  const { lastDay, daysLeft, lastWorkingDay } = period.due
  return (
    <p className={styles.deadline}>
      <b>{formatDaysLeft(daysLeft)}</b>
      <span>
        {m.home_report_due({ year: period.year, until: formatLastDay(lastDay) })}
        {lastWorkingDay !== lastDay && (
          <small>{m.deadline_closed({ until: formatLastDay(lastWorkingDay) })}</small>
        )}
      </span>
    </p>
  )
}

/** In plain words: what is done needs no mark, so that what is left stands out. */
function Done({ items }: { items: readonly HomeItem[] }) {
  return (
    <p className={styles.done}>
      {m.home_done()}: {items.map(titleOf).join(' · ')}
    </p>
  )
}
