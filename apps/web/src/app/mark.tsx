import { m } from '../paraglide/messages.js'
import styles from './mark.module.css'

/** The steps of the mark, the product's name, and under it whose plan this is. */
export function Mark({ owner }: { owner?: string | undefined }) {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 30 30" aria-hidden>
        <rect className={styles.tile} width="30" height="30" rx="8" />
        <path className={styles.steps} d="M7 20h4v-5h4v-4h4V7h4" />
      </svg>
      <span>
        <span className={styles.name}>{m.app_name()}</span>
        {owner && <span className={styles.owner}>{owner}</span>}
      </span>
    </span>
  )
}
