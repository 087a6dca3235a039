import type { ReactNode } from 'react'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import styles from './definition-card.module.css'
import { valueInWords } from './figures.ts'
import type { IndicatorDetail } from './status.ts'

/** How it is counted, from where, and from what it sets out. */
export function DefinitionCard({ indicator }: { indicator: IndicatorDetail }) {
  const { definition, numeratorText, denominatorText, source, note, owner } = indicator
  return (
    <Card title={m.definition_title()}>
      <dl className={styles.list}>
        <Item name={m.definition_text()}>{definition?.text ?? m.definition_none()}</Item>
        <Item name={m.definition_numerator()}>{numeratorText}</Item>
        <Item name={m.definition_denominator()}>{denominatorText}</Item>
        <Item name={m.definition_source()}>{source ?? m.definition_source_none()}</Item>
        <Item name={m.fact_owner()}>{owner?.name ?? m.fact_owner_none()}</Item>
        <Item name={m.definition_baseline()}>{baselineInWords(indicator)}</Item>
        <Item name={m.definition_note()}>{note}</Item>
      </dl>
    </Card>
  )
}

function Item({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function baselineInWords(indicator: IndicatorDetail): string | null {
  const { baseline } = indicator
  if (!baseline) return null
  const words = baseline.kind === 'plan' ? m.definition_baseline_plan : m.definition_baseline_first
  return words({ value: valueInWords(indicator, baseline.value), day: formatDay(baseline.on) })
}
