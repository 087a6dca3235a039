import type { NarrativeSection } from '@tien-do/domain/department-report-steps'
import type { Context } from '../../core/context.ts'
import { changeReport, type ReportAddress } from './change-report.ts'

/** Saves paragraphs as they are written; the others stay as they are. */
export function writeDepartmentReport(
  context: Context,
  address: ReportAddress,
  seen: number | null,
  narrative: Readonly<Partial<Record<NarrativeSection, string>>>,
) {
  return changeReport(context, address, 'write', seen, async (_tx, { gathered: { report } }) => ({
    narrative: { ...report?.narrative, ...narrative },
    editedBy: context.actor.personId,
    editedAt: context.now().toISOString(),
  }))
}
