import { ABSENT, formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { freshnessInWords } from './figures.ts'
import type { Indicator } from './status.ts'

/** Says when what is known is too old, or is being asked for. */
export function FreshnessNotice({ indicator }: { indicator: Indicator }) {
  const { freshness, measuredOn, owner } = indicator
  if (freshness === null || freshness === 'fresh') return null
  const text = {
    due: m.freshness_due_text(),
    overdue: m.freshness_overdue_text(),
    stale: m.freshness_stale_text({ day: measuredOn ? formatDay(measuredOn) : ABSENT }),
  }[freshness]
  return (
    <Notice kind={freshness === 'due' ? 'info' : 'warning'} title={freshnessInWords(freshness)}>
      {text} {owner && m.freshness_who({ department: owner.name })}
    </Notice>
  )
}
