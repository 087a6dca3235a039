import { Button } from './button.tsx'
import styles from './load-more.module.css'

interface LoadMoreProps {
  /** "Đang hiện 50 dòng". */
  shown: string
  label: string
  isPending: boolean
  onMore: () => void
}

/** The next page of a long list, on demand. */
export function LoadMore({ shown, label, isPending, onMore }: LoadMoreProps) {
  return (
    <div className={styles.more}>
      <span role="status">{shown}</span>
      <Button size="small" isPending={isPending} onPress={onMore}>
        {label}
      </Button>
    </div>
  )
}
