import { m } from '../../paraglide/messages.js'
import { Skeleton, SkeletonRows } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './indicator-skeleton.module.css'

/** An indicator's page before it is here: its name, its value, its chart. */
export function IndicatorSkeleton() {
  return (
    <>
      <div role="status">
        <VisuallyHidden>{m.app_loading()}</VisuallyHidden>
      </div>
      <div>
        <Skeleton width="5rem" />
        <Skeleton width="min(22rem, 80%)" height="1.8rem" />
        <Skeleton width="min(14rem, 50%)" />
      </div>
      <div className={styles.card}>
        <Skeleton width="8rem" height="3rem" />
        <Skeleton width="40%" />
        <Skeleton width="65%" />
        <Skeleton height=".5rem" />
      </div>
      <div className={styles.card}>
        <Skeleton width="6rem" />
        <Skeleton height="19rem" />
      </div>
      <div className={styles.rows}>
        <SkeletonRows count={5} />
      </div>
    </>
  )
}
