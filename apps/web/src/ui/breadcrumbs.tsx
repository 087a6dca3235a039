import { ChevronRight } from 'lucide-react'
import { Children, type ReactNode } from 'react'
import styles from './breadcrumbs.module.css'

/** The way here: links, and last the place that we are in, as plain words. */
export function Breadcrumbs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ol className={styles.trail}>
        {Children.map(children, (step, index) => (
          <li>
            {index > 0 && <ChevronRight aria-hidden />}
            {step}
          </li>
        ))}
      </ol>
    </nav>
  )
}
