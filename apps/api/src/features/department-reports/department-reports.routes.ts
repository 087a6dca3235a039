import { Type } from 'typebox'
import { MEDIA_TYPES, REPORT_FORMATS } from '../../files/report-job.ts'
import { etagOf, IF_MATCH, isUnchanged, requiredVersion } from '../../http/etag.ts'
import { attachment, reportFileAnswer } from '../../http/file-answer.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { oneOf, ref } from '../../http/shapes.ts'
import { PeriodParams } from '../periods/index.ts'
import {
  acceptDepartmentReport,
  consolidateDepartmentReport,
  returnDepartmentReport,
} from './decide-department-report.ts'
import { departmentReportFile } from './department-report-file.ts'
import {
  copyToWire,
  DepartmentReport,
  DepartmentReportBrief,
  DepartmentReportFileJson,
  DepartmentReportList,
  deadlinesToWire,
  excusesOf,
  listToWire,
  NarrativeChange,
  PeriodDeadline,
  PeriodDeadlineList,
  ReceiptParams,
  ReportCopy,
  ReportParams,
  ReportRates,
  ReportReturning,
  ReportReturnNote,
  reportToWire,
  Submitting,
} from './department-reports.schema.ts'
import { getDepartmentReport, getReceipt, listDepartmentReports } from './department-reports.service.ts'
import { submitDepartmentReport, withdrawDepartmentReport } from './submit-department-report.ts'
import { writeDepartmentReport } from './write-department-report.ts'

const tags = ['periods']
const PERIOD = '/plans/:plan/periods/:year'
const URL = `${PERIOD}/reports`
const ONE = `${URL}/:department`
const SHAPES = [
  NarrativeChange,
  Submitting,
  ReportReturnNote,
  ReportReturning,
  ReportRates,
  DepartmentReportBrief,
  DepartmentReportList,
  DepartmentReport,
  ReportCopy,
  PeriodDeadline,
  PeriodDeadlineList,
  DepartmentReportFileJson,
]

export const departmentReportRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of SHAPES) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'department-report.read' },
        schema: {
          operationId: 'listDepartmentReports',
          summary: 'The board: every department of the year, and how far its report is',
          tags,
          params: PeriodParams,
          response: { 200: ref(DepartmentReportList) },
        },
      },
      async ({ params, context }) => {
        const { plan, period, all } = await listDepartmentReports(context, params.plan, params.year)
        return listToWire(plan, period, all, { actor: context.actor, now: context.now() })
      },
    )

    app.get(
      `${PERIOD}/deadlines`,
      {
        config: { permission: 'period.read' },
        schema: {
          operationId: 'listPeriodDeadlines',
          summary: 'Expected, received, on time and late, by department',
          tags,
          params: PeriodParams,
          response: { 200: ref(PeriodDeadlineList) },
        },
      },
      async ({ params, context }) => {
        const { plan, period, all } = await listDepartmentReports(context, params.plan, params.year)
        return deadlinesToWire(plan, period, all, context.now())
      },
    )

    app.get(
      `${PERIOD}/receipts/:receipt`,
      {
        config: { permission: 'department-report.read' },
        schema: {
          operationId: 'getReportCopy',
          summary: 'What was sent under a receipt, as it was',
          tags,
          params: ReceiptParams,
          response: { 200: ref(ReportCopy) },
        },
      },
      async ({ params, context }) =>
        copyToWire(await getReceipt(context, params.plan, params.year, params.receipt)),
    )

    app.get(
      `${PERIOD}/receipts/:receipt/files/:format`,
      {
        config: { permission: 'department-report.read' },
        schema: {
          operationId: 'getDepartmentReportFile',
          summary:
            'What was sent under a receipt as .docx, its tables as .xlsx, or all of it as .json: one hash',
          tags,
          params: Type.Object({ ...ReceiptParams.properties, format: oneOf(REPORT_FORMATS) }),
          response: reportFileAnswer(ref(DepartmentReportFileJson)),
        },
      },
      async (request, reply) => {
        const { params, context } = request
        const { plan, year, receipt, format } = params
        const { name, hash, make } = await departmentReportFile(context, plan, year, receipt, format)
        if (isUnchanged(request, reply, etagOf(`${format}-${hash.slice(0, 16)}`)))
          return reply.code(304).send(null)
        return reply.headers(attachment(MEDIA_TYPES[format], name)).send(Buffer.from(await make()) as never)
      },
    )

    app.get(
      ONE,
      {
        config: { permission: 'department-report.read' },
        schema: {
          operationId: 'getDepartmentReport',
          summary: 'One department’s report: what it owes, what is missing, its words',
          tags,
          params: ReportParams,
          response: { 200: ref(DepartmentReport) },
        },
      },
      async ({ params, context }, reply) => {
        const found = await getDepartmentReport(context, params.plan, params.year, params.department)
        const body = reportToWire(found, { actor: context.actor, now: context.now() })
        reply.header('etag', body.etag)
        return body
      },
    )

    app.patch(
      ONE,
      {
        config: { permission: 'department-report.write' },
        schema: {
          operationId: 'writeDepartmentReport',
          summary: 'Save paragraphs of the report as they are written',
          tags,
          params: ReportParams,
          headers: Type.Object(IF_MATCH),
          body: ref(NarrativeChange),
          response: { 200: ref(DepartmentReport) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const seen = requiredVersion(request)
        const written = await writeDepartmentReport(context, params, seen, body.narrative)
        return reportToWire(written, { actor: context.actor, now: context.now() })
      },
    )

    app.post(
      `${ONE}/submit`,
      {
        config: { permission: 'department-report.submit' },
        schema: {
          operationId: 'submitDepartmentReport',
          summary: 'Send the report; it is given a receipt',
          tags,
          params: ReportParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(Submitting),
          response: { 200: ref(DepartmentReport) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        const { params, body } = request
        return answerOnce(request, reply, 200, async (context) => {
          const sent = await submitDepartmentReport(context, params, seen, excusesOf(body))
          return reportToWire(sent, { actor: context.actor, now: context.now() })
        })
      },
    )

    app.post(
      `${ONE}/withdraw`,
      {
        config: { permission: 'department-report.withdraw' },
        schema: {
          operationId: 'withdrawDepartmentReport',
          summary: 'Take the report back, until it is accepted',
          tags,
          params: ReportParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          response: { 200: ref(DepartmentReport) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) => {
          const taken = await withdrawDepartmentReport(context, request.params, seen)
          return reportToWire(taken, { actor: context.actor, now: context.now() })
        })
      },
    )

    app.post(
      `${ONE}/accept`,
      {
        config: { permission: 'department-report.accept' },
        schema: {
          operationId: 'acceptDepartmentReport',
          summary: 'Accept a report that was sent',
          tags,
          params: ReportParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          response: { 200: ref(DepartmentReport) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) => {
          const accepted = await acceptDepartmentReport(context, request.params, seen)
          return reportToWire(accepted, { actor: context.actor, now: context.now() })
        })
      },
    )

    app.post(
      `${ONE}/return`,
      {
        config: { permission: 'department-report.return' },
        schema: {
          operationId: 'returnDepartmentReport',
          summary: 'Send the report back, with a note at each place that has to be mended',
          tags,
          params: ReportParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(ReportReturning),
          response: { 200: ref(DepartmentReport) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        const { params, body } = request
        return answerOnce(request, reply, 200, async (context) => {
          const returned = await returnDepartmentReport(context, params, seen, body.notes)
          return reportToWire(returned, { actor: context.actor, now: context.now() })
        })
      },
    )

    app.post(
      `${ONE}/consolidate`,
      {
        config: { permission: 'department-report.consolidate' },
        schema: {
          operationId: 'consolidateDepartmentReport',
          summary: 'Put an accepted report into the ward’s',
          tags,
          params: ReportParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          response: { 200: ref(DepartmentReport) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) => {
          const taken = await consolidateDepartmentReport(context, request.params, seen)
          return reportToWire(taken, { actor: context.actor, now: context.now() })
        })
      },
    )
  }
