import { m } from '../../paraglide/messages.js'
import { Notice, type NoticeKind } from '../../ui/notice.tsx'
import { type ImportReport, type Verdict, verdictOf, writtenRows } from './import-report.ts'

const KIND: Record<Verdict, NoticeKind> = {
  unreadable: 'error',
  faulty: 'warning',
  unchanged: 'info',
  ready: 'success',
}
const TITLE: Record<Verdict, (report: ImportReport) => string> = {
  unreadable: m.import_verdict_unreadable,
  faulty: ({ counts }) => m.import_verdict_faulty({ count: counts.rejected }),
  unchanged: m.import_verdict_unchanged,
  ready: (report) => m.import_verdict_ready({ count: writtenRows(report) }),
}
const TEXT: Record<Verdict, () => string> = {
  unreadable: m.import_verdict_unreadable_text,
  faulty: m.import_verdict_faulty_text,
  unchanged: m.import_verdict_unchanged_text,
  ready: m.import_verdict_ready_text,
}

/** What the file comes to, in one sentence that is also read aloud. */
export function ImportVerdict({ report }: { report: ImportReport }) {
  const verdict = verdictOf(report)
  return (
    <Notice kind={KIND[verdict]} live="status" title={TITLE[verdict](report)}>
      {TEXT[verdict]()}
    </Notice>
  )
}
