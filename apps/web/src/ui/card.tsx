import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

interface CardProps {
  title: ReactNode
  /** A few quiet words, or a link, at the right of the title. */
  aside?: ReactNode
  /** Rows and tables touch the card's edges; text does not. */
  flush?: boolean
  foot?: ReactNode
  children: ReactNode
}

/** A section with a heading of its own. */
export function Card({ title, aside, flush, foot, children }: CardProps) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={flush ? undefined : styles.body}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  )
}
