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
  const places = new Map<string, { part: string; code: string; count: number }>()
  for (const { part, code } of report.missing) {
    const key = `${part}/${code ?? ''}`
    places.set(key, { part, code: code ?? '', count: (places.get(key)?.count ?? 0) + 1 })
  }
  return (
    <ul className={styles.missing}>
      {[...places].map(([key, { part, code, count }]) => (
        <li key={key}>
          <a href={`#${anchorOf(part, code)}`}>{placeName(part, code)}</a>
          {count > 1 && ` (${m.missing_cells({ count })})`}
        </li>
      ))}
    </ul>
  )
}

function anchorOf(part: string, code: string): string {
  if (part === 'narrative') return `muc-${code}`
  return part === 'figures' ? `chi-tieu-${code}` : `phan-${part}`
}

/** What a place of the report is called: an indicator, a task, a paragraph, or the part itself. */
export function usePlaceName(): (part: string, code: string) => string {
  const plan = useCurrentPlan().code
  const { data: summary } = useQuery(summaryQuery(plan))
  const { data: tasks } = useQuery(tasksQuery(plan))
  return (part, code) => {
    if (part === 'narrative') return SECTION[code as keyof typeof SECTION]?.() ?? code
    const indicator = summary?.indicators.find((each) => each.code === code)
    if (part === 'figures' && indicator) return nameOf(indicator)
    const task = tasks?.items.find((each) => each.code === code)
    if (part === 'tasks' && task) return nameOf(task)
    return PART[part as keyof typeof PART]?.() ?? code
  }
}
