import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { nameOf, summaryQuery } from '../indicators/index.ts'
import { tasksQuery } from '../tasks/queries.ts'
import { PART, SECTION } from './period-words.ts'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'

/** What is missing, by its name, each a way to its place on this page. */
export function MissingList({ report }: { report: DepartmentReport }) {
  const placeName = usePlaceName()
  const places = new Map<string, { place: Place; count: number }>()
  for (const place of report.missing) {
    const key = placeKey(place)
    places.set(key, { place, count: (places.get(key)?.count ?? 0) + 1 })
  }
  return (
    <ul className={styles.missing}>
      {[...places].map(([key, { place, count }]) => (
        <li key={key}>
          <a href={`#${anchorOf(place)}`}>{placeName(place)}</a>
          {count > 1 && ` (${m.missing_cells({ count })})`}
        </li>
      ))}
    </ul>
  )
}

/** Where something is missing: the areas of one indicator are one place. */
export type Place = Pick<DepartmentReport['missing'][number], 'part' | 'code' | 'lacks'>

export const placeKey = ({ part, code, lacks }: Place) => `${part}/${code ?? ''}/${lacks ?? ''}`

function anchorOf({ part, code }: Place): string {
  if (part === 'narrative') return `muc-${code}`
  if (part === 'tasks') return `nhiem-vu-${code}`
  return part === 'figures' ? `chi-tieu-${code}` : `phan-${part}`
}

/** What a place of the report is called: an indicator, a task and what it lacks, a paragraph, or the part itself. */
export function usePlaceName(): (place: Place) => string {
  const plan = useCurrentPlan().code
  const { data: summary } = useQuery(summaryQuery(plan))
  const { data: tasks } = useQuery(tasksQuery(plan))
  return ({ part, code, lacks }) => {
    if (part === 'narrative') return SECTION[code as keyof typeof SECTION]?.() ?? ''
    const indicator = summary?.indicators.find((each) => each.code === code)
    if (part === 'figures' && indicator) return nameOf(indicator)
    const task = tasks?.items.find((each) => each.code === code)
    if (part === 'tasks' && task) return taskWords(nameOf(task), lacks)
    return PART[part]()
  }
}

function taskWords(task: string, lacks: Place['lacks']): string {
  if (lacks === null) return task
  return lacks === 'result' ? m.task_lacks_result({ task }) : m.task_lacks_evidence({ task })
}
