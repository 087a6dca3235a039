import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import type { Task } from './task-words.ts'
import styles from './tasks.module.css'

/** What the plan says, to the letter; it is in Vietnamese whatever the screen speaks. */
export function PlanWords({ task }: { task: Task }) {
  return (
    <Card title={m.task_words()} aside={m.task_ref({ ref: task.ref })}>
      <blockquote className={styles.words} lang="vi">
        {task.text}
      </blockquote>
    </Card>
  )
}

export function SubItems({ task: { subItems } }: { task: Task }) {
  if (subItems.length === 0) return null
  return (
    <Card title={m.task_sub_items({ count: subItems.length })} flush>
      <ol className={styles.subItems} lang="vi">
        {subItems.map((item) => (
          <li key={item.code}>
            <span className={styles.code}>{item.code}</span>
            {item.text}
          </li>
        ))}
      </ol>
    </Card>
  )
}
