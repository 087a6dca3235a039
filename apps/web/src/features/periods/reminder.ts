// The reminder that is pasted into Zalo: built from what is missing, with the way to it; no figure and no person in it.

import { formatDaysLeft, formatLastDay } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { PART } from './period-words.ts'
import type { ReportBrief } from './queries.ts'

/** One department's reminder: until when, what is missing by its part, and where to go. */
export function reminderFor(report: ReportBrief, year: number, origin: string): string {
  const { department, lastDay, daysLeft, state } = report
  const missing = report.parts.filter(({ required, done }) => done < required).map(({ part }) => PART[part]())
  const lines = [
    m.reminder_opening({ department: department.name, year }),
    state === 'returned'
      ? m.reminder_returned()
      : m.reminder_until({ until: formatLastDay(lastDay), left: formatDaysLeft(daysLeft) }),
    ...(missing.length > 0
      ? [m.reminder_missing({ parts: missing.join(', ').toLocaleLowerCase('vi') })]
      : []),
    m.reminder_where({ address: addressOf(origin, year, department.code) }),
  ]
  return lines.join('\n')
}

/** One text for the group: who has not sent yet, each with its own address. */
export function reminderForAll(reports: readonly ReportBrief[], year: number, origin: string): string {
  const lines = reports.map(
    ({ department, lastDay }) =>
      `- ${department.shortName} (${formatLastDay(lastDay)}): ${addressOf(origin, year, department.code)}`,
  )
  return [m.reminder_all_opening({ year }), ...lines, m.reminder_all_closing()].join('\n')
}

function addressOf(origin: string, year: number, department: string): string {
  const path = PATHS.report.replace('$nam', String(year)).replace('$boPhan', encodeURIComponent(department))
  return `${origin}${path}`
}
