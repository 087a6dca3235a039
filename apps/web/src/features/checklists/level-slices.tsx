import { m } from '../../paraglide/messages.js'
import { countsInWords, LEVEL } from './checklist-words.ts'
import styles from './checklists.module.css'
import type { Checklist } from './queries.ts'

/** Where items belong to several levels: the ward's own part apart, for that is what the ward can do itself. */
export function LevelSlices({ list }: { list: Checklist }) {
  if (list.byLevel.length < 2) return null
  return (
    <dl className={styles.slices} aria-label={m.checklist_by_level()}>
      {[...list.byLevel].reverse().map(({ level, counts }) => (
        <div key={level} className={level === 'ward' ? styles.own : undefined}>
          <dt>{LEVEL[level]()}</dt>
          <dd>{countsInWords(counts)}</dd>
        </div>
      ))}
    </dl>
  )
}
