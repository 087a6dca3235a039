// A report of the ward as a file, from what is stored of it: composed here, away from the thread that answers requests.
import { composeReport } from '@tien-do/domain/compose-report'
import type { ReportDocument } from '@tien-do/domain/report-document'
import type { ReportSnapshot } from '@tien-do/domain/report-snapshot'
import type { ReportJob } from './report-job.ts'
import { sheetsOf } from './sheets.ts'

/** The name of the property that carries the hash, in the .docx and in the .xlsx. */
const HASH_PROPERTY = 'tien-do.sha256'

export async function makeReport(job: ReportJob): Promise<Uint8Array> {
  const { format, head, content, made, pictures } = job
  const snapshot = JSON.parse(content) as ReportSnapshot
  const document =
    'document' in made
      ? made.document
      : composeReport(snapshot, made.template, made.choices, { number: null, on: null }, made.on)
  if (format === 'json') return Buffer.from(jsonOf(job, document))
  const properties = {
    [HASH_PROPERTY]: head.sha256,
    'tien-do.report': head.report,
    'tien-do.plan': snapshot.plan.code,
    'tien-do.state': head.state,
    'tien-do.audit-head': snapshot.auditHead ?? '',
  }
  if (format === 'docx')
    return (await import('./write-docx.ts')).writeDocx({ kind: 'docx', document, pictures, properties })
  const { writeXlsx } = await import('./write-xlsx.ts')
  const book = { title: document.abstract, properties, sheets: sheetsOf(document) }
  return writeXlsx({ kind: 'xlsx', book })
}

/** The snapshot stands in it to the letter: whoever hashes it finds the same hash. */
function jsonOf({ head, content }: ReportJob, document: ReportDocument): string {
  const first = { format: 'tien-do/report@1', ...head, document }
  return `${JSON.stringify(first).slice(0, -1)},"snapshot":${content}}`
}
