import { m } from '../../paraglide/messages.js'
import { Skeleton, SkeletonRows } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './overview-skeleton.module.css'

const COUNTS = ['dat', 'dung', 'nguy-co', 'cham', 'chua']

/** The overview before its figures are here: the same boxes in the same places. */
export function OverviewSkeleton() {
  return (
    <>
      <div role="status">
        <VisuallyHidden>{m.app_loading()}</VisuallyHidden>
      </div>
      <div>
        <Skeleton width="min(28rem, 90%)" height="1.8rem" />
        <Skeleton width="min(18rem, 60%)" />
      </div>
      <div className={styles.counts}>
        {COUNTS.map((key) => (
          <div key={key}>
            <Skeleton width="2.5rem" height="2.1rem" />
            <Skeleton width="70%" />
          </div>
        ))}
      </div>
      <div className={styles.columns}>
        <div className={styles.card}>
          <SkeletonRows count={9} />
        </div>
        <div className={styles.card}>
          <SkeletonRows count={5} />
        </div>
      </div>
    </>
  )
}
