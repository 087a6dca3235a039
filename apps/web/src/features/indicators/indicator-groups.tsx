import styles from './indicator-groups.module.css'
import { IndicatorRow } from './indicator-row.tsx'
import type { Indicator } from './status.ts'

interface IndicatorGroupsProps {
  groups: readonly { code: string; title: string }[]
  indicators: readonly Indicator[]
}

/** Indicators under the headings of the plan; a group that the filters emptied is left out. */
export function IndicatorGroups({ groups, indicators }: IndicatorGroupsProps) {
  return groups.map(({ code, title }) => {
    const own = indicators.filter(({ group }) => group === code)
    if (own.length === 0) return null
    return (
      <section key={code} className={styles.group} aria-labelledby={`nhom-${code}`}>
        <h3 id={`nhom-${code}`} className={styles.title} lang="vi">
          {title}
        </h3>
        <ul>
          {own.map((indicator) => (
            <li key={indicator.code}>
              <IndicatorRow indicator={indicator} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
