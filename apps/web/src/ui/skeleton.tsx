import { cx } from './cx.ts'
import styles from './skeleton.module.css'

interface SkeletonProps {
  /** CSS lengths of what will stand here. */
  width?: string
  height?: string
}

/** The shape of what comes; silent, for the region around it says that it is busy. */
export function Skeleton({ width = '100%', height }: SkeletonProps) {
  return (
    <span aria-hidden className={cx(styles.skeleton, !height && styles.line)} style={{ width, height }} />
  )
}

const ROW_WIDTHS = ['72%', '58%', '64%', '49%', '68%', '54%', '61%', '47%', '70%', '56%']

/** Rows of a list to come: a name with a hint, a bar, a word. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <div className={styles.rows} aria-hidden>
      {ROW_WIDTHS.slice(0, count).map((width) => (
        <div className={styles.row} key={width}>
          <div>
            <Skeleton width={width} />
            <Skeleton width="34%" />
          </div>
          <Skeleton height=".5rem" />
          <Skeleton height="1.4rem" />
        </div>
      ))}
    </div>
  )
}
