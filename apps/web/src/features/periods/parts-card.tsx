import type { ReportPart } from '@tien-do/domain/owed'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { usePlaceName } from './missing-list.tsx'
import { PART, requestWords } from './period-words.ts'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'

/** The parts that are written elsewhere: what is there of each, and the way to it. */
export function PartsCard({ report }: { report: DepartmentReport }) {
  const placeName = usePlaceName()
  const parts = report.parts.filter(({ part }) => part !== 'figures' && part !== 'narrative')
  const tasks = report.missing.flatMap(({ part, code }) => (part === 'tasks' && code !== null ? [code] : []))
  return (
    <Card title={m.parts_title()} flush>
      <ul className={styles.rows}>
        {parts.map(({ part, required, done }) => (
          <li key={part} id={`phan-${part}`}>
            <span className={styles.stack}>
              {part === 'tasks' && <TextLink to={PATHS.tasks}>{PART.tasks()}</TextLink>}
              {part === 'obstacles' && <TextLink to={PATHS.obstacles}>{PART.obstacles()}</TextLink>}
              {part === 'request' && <span>{PART.request()}</span>}
              {part === 'tasks' && tasks.length > 0 && (
                <span className={styles.cells}>
                  {m.figures_missing()}
                  {tasks.map((code) => (
                    <TextLink key={code} to={PATHS.task} params={{ so: code }}>
                      {placeName('tasks', code)}
                    </TextLink>
                  ))}
                </span>
              )}
            </span>
            <span className={required > 0 && done < required ? styles.short : styles.quiet}>
              {standingWords(part, done, required)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function standingWords(part: ReportPart, done: number, required: number): string {
  if (part === 'obstacles') return m.obstacles_raised({ count: done })
  if (part === 'request') return requestWords(done)
  return required === 0 ? m.part_nothing() : m.part_of({ done, required })
}
