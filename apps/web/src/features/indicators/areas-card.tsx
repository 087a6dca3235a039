import { compareVietnamese } from '@tien-do/domain/search-fold'
import { ABSENT, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import styles from './areas-card.module.css'
import { valueInWords } from './figures.ts'
import type { IndicatorDetail } from './status.ts'

type Area = IndicatorDetail['areas'][number]

/** Where the missing ones are: the most first; those who have not reported are named, never taken for 0. */
export function AreasCard({ indicator }: { indicator: IndicatorDetail }) {
  const reported = indicator.areas
    .filter(({ on }) => on !== null)
    .sort((a, b) => (b.missingUnits ?? 0) - (a.missingUnits ?? 0) || compareVietnamese(a.name, b.name))
  const silent = indicator.areas.filter(({ on }) => on === null)
  const isChecklist = indicator.measure === 'checklist'
  return (
    <Card
      title={m.areas_title()}
      aside={indicator.coverage ? m.coverage_reported(indicator.coverage) : m.areas_sorted()}
      flush
    >
      {silent.length > 0 && (
        <p className={styles.silent}>
          {m.areas_silent({ names: silent.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {reported.length === 0 && silent.length === 0 && <p className={styles.silent}>{m.areas_none()}</p>}
      <ul className={isChecklist ? styles.checks : styles.areas}>
        {reported.map((area) => (
          <li key={area.code} className={isChecklist ? styles.check : styles.area}>
            {isChecklist ? <Check area={area} /> : <Share area={area} indicator={indicator} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Check({ area }: { area: Area }) {
  const has = area.missingUnits === 0
  return (
    <>
      <span>{area.name}</span>
      <StatusChip tone={has ? 'ok' : 'late'}>{has ? m.areas_yes() : m.areas_no()}</StatusChip>
    </>
  )
}

function Share({ area, indicator }: { area: Area; indicator: IndicatorDetail }) {
  const { name, value, numerator, denominator, missingUnits } = area
  const words = value === null ? ABSENT : valueInWords(indicator, value)
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.bar}>
        <ProgressBar
          at={indicator.unit === '%' ? value : null}
          tone={missingUnits === 0 ? 'ok' : 'plain'}
          label={m.areas_bar({ name, value: words })}
          ticks={indicator.milestone && indicator.unit === '%' ? [{ at: indicator.milestone.target }] : []}
        />
      </span>
      <span className={styles.counted}>
        {numerator !== null && denominator !== null
          ? `${formatNumber(numerator, 0)} / ${formatNumber(denominator, 0)}`
          : ''}
      </span>
      <span className={styles.value}>{words}</span>
      <span className={styles.missing}>
        {missingUnits ? m.areas_missing({ count: formatNumber(missingUnits, 0) }) : m.areas_complete()}
      </span>
    </>
  )
}
