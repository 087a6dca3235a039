import { m } from '../paraglide/messages.js'
import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './page-skeleton.module.css'

/** The shape of a page to come: its heading, and rows in a card. */
export function PageSkeleton() {
  return (
    <>
      <div role="status">
        <VisuallyHidden>{m.app_loading()}</VisuallyHidden>
      </div>
      <div>
        <Skeleton width="min(26rem, 80%)" height="1.8rem" />
        <Skeleton width="min(16rem, 50%)" />
      </div>
      <div className={styles.card}>
        <SkeletonRows count={8} />
      </div>
    </>
  )
}
