import { Type } from 'typebox'
import { MEDIA_TYPES, REPORT_FORMATS } from '../../files/report-job.ts'
import { etagOf, IF_MATCH, isUnchanged, requiredVersion } from '../../http/etag.ts'
import { attachment, BINARY, reportFileAnswer } from '../../http/file-answer.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { Id, oneOf, PlanParams, ref } from '../../http/shapes.ts'
import { compareReports, listReportChanges } from './compare-reports.ts'
import { draftWardReport } from './draft-report.ts'
import { editWardReport, placeReportChart, removeReportChart } from './edit-report.ts'
import { fileName, makeReportFile } from './report-file.ts'
import { chartOf, getReport, getReportSource, listReports } from './report-view.ts'
import {
  NewReportChart,
  NewWardReport,
  REPORT_SHAPES,
  ReportChanges,
  ReportChartParams,
  ReportComparison,
  ReportFileJson,
  ReportParams,
  toBrief,
  toWire,
  WardReport,
  WardReportBrief,
  WardReportChange,
  WardReportList,
} from './reports.schema.ts'

const tags = ['reports']
const URL = '/plans/:plan/reports'

export const reportRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of REPORT_SHAPES) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'ward-report.read' },
        schema: {
          operationId: 'listWardReports',
          summary: 'Reports of the ward, the newest year first; who only reads sees the issued ones',
          tags,
          params: PlanParams,
          response: { 200: ref(WardReportList) },
        },
      },
      async ({ params, context }) => ({
        items: (await listReports(context, params.plan)).map((row) =>
          toBrief(row, context.actor, params.plan),
        ),
      }),
    )

    app.post(
      URL,
      {
        config: { permission: 'ward-report.draft' },
        schema: {
          operationId: 'draftWardReport',
          summary: 'Start the report of a year from a fresh snapshot',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewWardReport),
          response: { 201: ref(WardReportBrief) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) =>
          toBrief(
            await draftWardReport(context, request.params.plan, request.body),
            context.actor,
            request.params.plan,
          ),
        ),
    )

    app.get(
      `${URL}/:id`,
      {
        config: { permission: 'ward-report.read' },
        schema: {
          operationId: 'getWardReport',
          summary: 'One report: its document, its checks, its brief',
          tags,
          params: ReportParams,
          response: { 200: ref(WardReport) },
        },
      },
      async ({ params, context }, reply) => {
        const body = toWire(await getReport(context, params.plan, params.id), context.actor, params.plan)
        reply.header('etag', body.etag)
        return body
      },
    )

    app.patch(
      `${URL}/:id`,
      {
        config: { permission: 'ward-report.edit' },
        schema: {
          operationId: 'editWardReport',
          summary: 'Change a draft: sections, letterhead, words of paragraphs (null: as drafted)',
          tags,
          params: ReportParams,
          headers: Type.Object(IF_MATCH),
          body: ref(WardReportChange),
          response: { 200: ref(WardReport) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        await editWardReport(context, params.plan, params.id, requiredVersion(request), body)
        return toWire(await getReport(context, params.plan, params.id), context.actor, params.plan)
      },
    )

    app.put(
      `${URL}/:id/charts/:code`,
      {
        config: { permission: 'ward-report.edit' },
        schema: {
          operationId: 'placeReportChart',
          summary: 'Put the chart of an indicator after a section, as it was drawn',
          tags,
          params: ReportChartParams,
          headers: Type.Object(IF_MATCH),
          body: ref(NewReportChart),
          response: { 200: ref(WardReportBrief) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const row = await placeReportChart(context, params.plan, params, requiredVersion(request), body)
        return toBrief(row, context.actor, params.plan)
      },
    )

    app.delete(
      `${URL}/:id/charts/:code`,
      {
        config: { permission: 'ward-report.edit' },
        schema: {
          operationId: 'removeReportChart',
          summary: 'Take a chart out of a draft',
          tags,
          params: ReportChartParams,
          headers: Type.Object(IF_MATCH),
          response: { 200: ref(WardReportBrief) },
        },
      },
      async (request) => {
        const { params, context } = request
        const row = await removeReportChart(context, params.plan, params, requiredVersion(request))
        return toBrief(row, context.actor, params.plan)
      },
    )

    app.get(
      `${URL}/:id/charts/:code`,
      {
        config: { permission: 'ward-report.read' },
        schema: {
          operationId: 'getReportChart',
          summary: 'A chart of a report as a picture',
          tags,
          params: ReportChartParams,
          response: { 200: { description: 'PNG', content: { 'image/png': { schema: BINARY } } } },
        },
      },
      async ({ params, context }, reply) =>
        reply.type('image/png').send((await chartOf(context, params.plan, params.id, params.code)) as never),
    )

    app.get(
      `${URL}/:id/changes`,
      {
        config: { permission: 'ward-report.read' },
        schema: {
          operationId: 'listReportChanges',
          summary: 'Cell by cell, who and why: what the last refresh brought, or what the next would bring',
          tags,
          params: ReportParams,
          querystring: Type.Object(
            { against: oneOfDefault(['previous', 'now'], 'previous') },
            { additionalProperties: false },
          ),
          response: { 200: ref(ReportChanges) },
        },
      },
      async ({ params, query, context }) => {
        const changes = await listReportChanges(context, params.plan, params.id, query.against)
        return {
          items: changes.map(({ acts, ...change }) => ({
            ...change,
            acts: acts.map(({ by, at, action, reason }) => ({
              by,
              at: new Date(at).toISOString(),
              action,
              reason,
            })),
          })),
        }
      },
    )

    app.get(
      `${URL}/:id/comparison`,
      {
        config: { permission: 'ward-report.read' },
        schema: {
          operationId: 'compareReports',
          summary: 'Another report beside this one, as a table and in words',
          tags,
          params: ReportParams,
          querystring: Type.Object({ with: Id }, { additionalProperties: false }),
          response: { 200: ref(ReportComparison) },
        },
      },
      async ({ params, query, context }) => {
        const { before, after, rows } = await compareReports(context, params.plan, params.id, query.with)
        const side = ({ row: { id, year, hash } }: typeof before) => ({ id, year, hash })
        return { before: side(before), after: side(after), rows: rows.map((row) => ({ ...row })) }
      },
    )

    app.get(
      `${URL}/:id/files/:format`,
      {
        config: { permission: 'ward-report.read' },
        schema: {
          operationId: 'getReportFile',
          summary:
            'The report as .docx, its appendices as .xlsx, or all of it as .json: one hash in all three',
          tags,
          params: Type.Object({ ...ReportParams.properties, format: oneOf(REPORT_FORMATS) }),
          response: reportFileAnswer(ref(ReportFileJson)),
        },
      },
      async (request, reply) => {
        const { params, context } = request
        const source = await getReportSource(context, params.plan, params.id)
        const { version, hash } = source.row
        if (isUnchanged(request, reply, etagOf(`${params.format}-${version}-${hash.slice(0, 16)}`)))
          return reply.code(304).send(null)
        const file = await makeReportFile(source, params.format)
        return reply
          .headers(attachment(MEDIA_TYPES[params.format], fileName(source.row, params.format)))
          .send(Buffer.from(file) as never)
      },
    )
  }

function oneOfDefault<const T extends string>(values: readonly T[], preset: T) {
  return Type.Unsafe<T>(Type.String({ enum: [...values], default: preset }))
}
