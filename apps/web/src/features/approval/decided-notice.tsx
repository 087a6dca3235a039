import { codeSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { nameOf } from '../indicators/names.ts'
import styles from './approval.module.css'
import type { Decided } from './use-decide.ts'
import { placeOf } from './waiting-card.tsx'

/** What came of it: how many went through, and of each of the others why not. */
export function DecidedNotice({ decided: { act, items, results } }: { decided: Decided }) {
  const done = results.filter(({ outcome }) => outcome === 'done').length
  const left = results.filter(({ outcome }) => outcome !== 'done')
  const title =
    act === 'approve' ? m.approval_approved({ count: done }) : m.approval_returned({ count: done })
  return (
    <Notice kind={left.length > 0 ? 'warning' : 'success'} live="status" title={title}>
      {left.length > 0 && (
        <ul className={styles.left}>
          {left.map(({ index, code }) => {
            const item = items[index]
            if (!item || !code) return null
            return (
              <li key={index}>
                {m.approval_left({
                  place: placeOf(item),
                  indicator: nameOf(item.indicator),
                  why: codeSentence(code),
                })}
              </li>
            )
          })}
        </ul>
      )}
    </Notice>
  )
}
