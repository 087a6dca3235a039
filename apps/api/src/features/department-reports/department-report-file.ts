// What a department sent, as a file: the copy under its receipt, laid out like the ward's report. One hash in all three.
import { composeDepartmentReport } from '@tien-do/domain/compose-department-report'
import { dayAtInstant } from '@tien-do/domain/day'
import type { SentReport } from '@tien-do/domain/department-report-copy'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { renderFile } from '../../files/render-file.ts'
import type { ReportFormat } from '../../files/report-job.ts'
import { sheetsOf } from '../../files/sheets.ts'
import { getPlan } from '../plans/index.ts'
import { getReceipt } from './department-reports.service.ts'

export interface DepartmentReportFile {
  readonly name: string
  readonly hash: string
  readonly make: () => Promise<Uint8Array>
}

export async function departmentReportFile(
  context: Context,
  planCode: string,
  year: number,
  receipt: number,
  format: ReportFormat,
): Promise<DepartmentReportFile> {
  const { plan } = await getPlan(context, planCode)
  const row = await getReceipt(context, planCode, year, receipt)
  const copy = row.copy as SentReport
  const { copyHash: hash, submittedBy: by, submittedAt } = row
  const name = `bao-cao-${copy.department}-${year}-phieu-${String(receipt).padStart(2, '0')}.${format}`
  const on = dayAtInstant(Date.parse(submittedAt))
  const document = () => composeDepartmentReport(plan, withAllParts(copy), { receipt, on, by, hash })
  const properties = {
    'tien-do.sha256': hash,
    'tien-do.plan': planCode,
    'tien-do.department': copy.department,
    'tien-do.receipt': `${receipt}/${year}`,
  }
  const make: Readonly<Record<ReportFormat, () => Promise<Uint8Array>>> = {
    docx: () => renderFile({ kind: 'docx', document: document(), pictures: new Map(), properties }),
    xlsx: () => {
      const made = document()
      return renderFile({ kind: 'xlsx', book: { title: made.abstract, properties, sheets: sheetsOf(made) } })
    },
    json: async () => {
      const head = JSON.stringify({
        format: 'tien-do/department-report-file@1',
        receipt,
        submittedBy: by,
        on,
        sha256: hash,
      })
      return Buffer.from(`${head.slice(0, -1)},"copy":${canonicalJson(copy)}}`)
    },
  }
  return { name, hash, make: make[format] }
}

/** Copies of the first format had neither tasks nor obstacles nor the request. */
function withAllParts(copy: SentReport): SentReport {
  return { ...copy, tasks: copy.tasks ?? [], obstacles: copy.obstacles ?? [], request: copy.request ?? null }
}
