// What changed this week, what is late, and which of the leader's own judgements end soon.
import { useQuery } from '@tanstack/react-query'
import { addDays, type Day } from '@tien-do/domain/day'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay, formatInstant } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { type Indicator, nameOf, toneOf } from '../indicators/index.ts'
import { tasksQuery } from '../tasks/queries.ts'
import { taskName } from '../tasks/task-words.ts'
import { changedFiguresQuery } from './queries.ts'
import { RowCard } from './row-card.tsx'

const SOON_DAYS = 30

interface OfIndicators {
  indicators: readonly Indicator[]
  /** The service's own day. */
  today: string
}

/** The indicators of which figures were approved in the last seven days. */
export function ChangedFigures({ indicators, today }: OfIndicators) {
  const plan = useCurrentPlan().code
  const figures = useQuery(changedFiguresQuery(plan, today)).data?.items ?? []
  const rows = indicators.flatMap((indicator) => {
    const own = figures.filter((figure) => figure.indicator === indicator.code)
    const newest = own
      .map(({ decidedAt }) => decidedAt ?? '')
      .sort()
      .at(-1)
    if (!newest) return []
    return [
      {
        href: PATHS.indicator.replace('$ma', indicator.code),
        title: nameOf(indicator),
        hint: m.leader_changed_count({ count: own.length, at: formatInstant(newest) }),
        tone: toneOf(indicator.status),
      },
    ]
  })
  return <RowCard title={m.leader_changed()} rows={rows} none={m.leader_changed_none()} />
}

/** Judgements of a person that end within a month: after that the rule speaks again. */
export function EndingOverrides({ indicators, today }: OfIndicators) {
  const rows = indicators.flatMap((indicator) => {
    const { override, code } = indicator
    if (!override || override.until > addDays(today as Day, SOON_DAYS)) return []
    const { by, until, reason } = override
    return [
      {
        href: PATHS.indicator.replace('$ma', code),
        title: nameOf(indicator),
        hint: m.leader_overrides_until({ by, until: formatDay(until), reason }),
        tone: toneOf(indicator.status),
      },
    ]
  })
  return <RowCard title={m.leader_overrides()} rows={rows} none={m.leader_overrides_none()} />
}

/** The tasks with late work, the latest first. */
export function LateTasks() {
  const tasks = useQuery(tasksQuery(useCurrentPlan().code)).data?.items ?? []
  const rows = tasks
    .filter(({ work }) => work.lateness.worst !== null)

    .sort((a, b) => b.work.lateness.days - a.work.lateness.days)
    .map((task) => {
      const { late, days } = task.work.lateness
      const count = Object.values(late).reduce((sum, each) => sum + each, 0)
      return {
        href: PATHS.task.replace('$so', task.code),
        title: `${task.code} ${taskName(task)}`,
        hint: m.leader_tasks_late_why({ count, days }),
        tone: 'late' as const,
      }
    })
  return <RowCard title={m.leader_tasks_late()} rows={rows} none={m.leader_tasks_late_none()} />
}
