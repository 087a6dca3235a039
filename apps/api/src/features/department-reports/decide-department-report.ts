import type { ReturnNote } from '@tien-do/domain/department-report-steps'
import type { Context } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { changeReport, type ReportAddress } from './change-report.ts'
import type { OneReport } from './department-reports.service.ts'

/** Takes the report as it was sent. */
export function acceptDepartmentReport(context: Context, address: ReportAddress, seen: number | null) {
  return changeReport(context, address, 'accept', seen, async () => decidedBy(context))
}

/** Sends it back with what has to be mended, each note at its place; the returns are counted. */
export function returnDepartmentReport(
  context: Context,
  address: ReportAddress,
  seen: number | null,
  notes: readonly ReturnNote[],
) {
  const reason = notes.map(({ note }) => note).join('\n')
  return changeReport(
    context,
    address,
    'return',
    seen,
    async (_tx, before) => {
      refuseUnknownPlaces(before, notes)
      return {
        ...decidedBy(context),
        returnNotes: notes,
        returns: (before.gathered.report?.returns ?? 0) + 1,
      }
    },
    reason,
  )
}

/** Puts it into the ward's report: from here on it does not move any more. */
export function consolidateDepartmentReport(context: Context, address: ReportAddress, seen: number | null) {
  return changeReport(context, address, 'consolidate', seen, async () => ({}))
}

function decidedBy(context: Context) {
  return { decidedBy: context.actor.personId, decidedAt: context.now().toISOString() }
}

/** A note on a figure or a task has to name one that the department owes. */
function refuseUnknownPlaces({ gathered: { owed } }: OneReport, notes: readonly ReturnNote[]): void {
  const faults = notes.flatMap(({ place, code, area }, index): Fault[] => {
    const known =
      place === 'figure'
        ? owed.figures.some((figure) => figure.indicator === code && figure.area === area)
        : place === 'task'
          ? owed.tasks.includes(code ?? '')
          : true
    return known
      ? []
      : [{ pointer: `/notes/${index}/code`, in: 'body', code: 'not_owed', params: { code, area } }]
  })
  if (faults.length > 0) throw new AppError('validation-failed', { faults })
}
