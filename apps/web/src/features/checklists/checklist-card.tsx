import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { OnwardLink } from '../../ui/link.tsx'
import { countsInWords, isMissing, isThere, LEVEL } from './checklist-words.ts'
import styles from './checklists.module.css'
import { LevelSlices } from './level-slices.tsx'
import { checklistQuery, checklistsQuery } from './queries.ts'

/** Behind a 100 % target: which items are missing, by name. Nothing where the indicator or task has no list. */
export function ChecklistCard({ code }: { code: string }) {
  const plan = useCurrentPlan().code
  const has = useQuery(checklistsQuery(plan)).data?.items.some((list) => list.code === code) ?? false
  const { data: list } = useQuery({ ...checklistQuery(plan, code), enabled: has })
  if (!list) return null
  const missing = list.items.filter((item) => isThere(item, list) && isMissing(item))
  return (
    <Card
      title={m.checklist_card({ count: missing.length })}
      aside={
        <OnwardLink to={PATHS.checklist} params={{ ma: code }}>
          {m.checklist_open()}
        </OnwardLink>
      }
    >
      <p className={styles.quiet}>{countsInWords(list.counts)}</p>
      <LevelSlices list={list} />
      {missing.length > 0 && (
        <ul className={styles.missing} aria-label={m.checklist_card({ count: missing.length })}>
          {missing.map((item) => (
            <li key={item.code}>
              {item.name}
              {item.level && list.byLevel.length > 1 && <small> {LEVEL[item.level]()}</small>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
