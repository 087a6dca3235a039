import { CircleCheck, CircleDashed } from 'lucide-react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import type { Task } from './task-words.ts'
import styles from './work.module.css'
import { CLARITY } from './work-words.ts'

/** "5 rõ": what is clear about a task, and the way to what is not. */
export function TaskClarity({ task }: { task: Task }) {
  const { clarity, year } = task.work
  const clear = clarity.filter((check) => check.clear).length
  return (
    <Card title={m.clarity_title()} aside={m.clarity_count({ clear, count: clarity.length })}>
      <ul className={styles.clarity}>
        {clarity.map((check) => (
          <li key={check.clarity} className={check.clear ? styles.isClear : styles.isMissing}>
            {check.clear ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
            {check.clear ? (
              CLARITY[check.clarity]()
            ) : check.clarity === 'person' ? (
              <TextLink to={PATHS.assign} hash={task.code}>
                {m.clarity_missing({ what: CLARITY.person() })}
              </TextLink>
            ) : (
              <TextLink
                to={PATHS.task}
                params={{ so: task.code }}
                search={check.missing[0] ? { nam: year, sua: check.missing[0] } : { nam: year, them: '1' }}
              >
                {m.clarity_missing({ what: CLARITY[check.clarity]() })}
                {check.missing.length > 0 && ` (${check.missing.length})`}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
