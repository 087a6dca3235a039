import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EvidencePanel } from '../evidence/index.ts'
import type { IndicatorDetail } from './status.ts'

/** How many of the figures behind the value have evidence, and what speaks for all of them. */
export function EvidenceCard({ indicator, year }: { indicator: IndicatorDetail; year: number }) {
  const { evidence, code } = indicator
  return (
    <Card
      title={m.evidence_year({ year })}
      aside={evidence && m.evidence_rate({ done: evidence.withEvidence, all: evidence.figures })}
    >
      <EvidencePanel resource="measurement" code={code} year={year} />
    </Card>
  )
}
