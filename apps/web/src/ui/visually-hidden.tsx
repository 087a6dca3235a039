import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** For those who listen. */
export const visuallyHidden = styles.hidden ?? ''

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={visuallyHidden}>{children}</span>
}
