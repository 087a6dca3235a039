import { StatusChip } from '../../ui/status-chip.tsx'
import { type Indicator, statusInWords, toneOf } from './status.ts'

export function IndicatorStatus({ indicator }: { indicator: Pick<Indicator, 'status' | 'provisional'> }) {
  return <StatusChip tone={toneOf(indicator.status)}>{statusInWords(indicator)}</StatusChip>
}
