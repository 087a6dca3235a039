// What moves a report on its way: each act needs the version that was seen.
import { Type } from 'typebox'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { ref } from '../../http/shapes.ts'
import {
  approveWardReport,
  issueWardReport,
  returnWardReport,
  sendWardReport,
  submitWardReport,
} from './move-report.ts'
import { refreshWardReport } from './refresh-report.ts'
import {
  Issuing,
  Refreshing,
  ReportParams,
  toBrief,
  WardReportBrief,
  WardReportReturning,
} from './reports.schema.ts'

const tags = ['reports']
const URL = '/plans/:plan/reports/:id'
const headers = Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY })
const response = { 200: ref(WardReportBrief) }

export const reportActRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [Refreshing, WardReportReturning]) app.addSchema(schema)

    app.post(
      `${URL}/refresh`,
      {
        config: { permission: 'ward-report.refresh' },
        schema: {
          operationId: 'refreshWardReport',
          summary: 'Take a new snapshot; edits stay, and are flagged where a figure under them changed',
          tags,
          params: ReportParams,
          headers,
          body: ref(Refreshing),
          response,
        },
      },
      (request, reply) => {
        const { params, body } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          toBrief(
            await refreshWardReport(context, params.plan, params.id, seen, body.asOf ?? null),
            context.actor,
            params.plan,
          ),
        )
      },
    )

    app.post(
      `${URL}/submit`,
      {
        config: { permission: 'ward-report.submit' },
        schema: {
          operationId: 'submitWardReport',
          summary: 'Hand the report up for signature',
          tags,
          params: ReportParams,
          headers,
          response,
        },
      },
      (request, reply) => {
        const { params } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          toBrief(await submitWardReport(context, params.plan, params.id, seen), context.actor, params.plan),
        )
      },
    )

    app.post(
      `${URL}/return`,
      {
        config: { permission: 'ward-report.return' },
        schema: {
          operationId: 'returnWardReport',
          summary: 'Send the report back, with the reason',
          tags,
          params: ReportParams,
          headers,
          body: ref(WardReportReturning),
          response,
        },
      },
      (request, reply) => {
        const { params, body } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          toBrief(
            await returnWardReport(context, params.plan, params.id, seen, body.reason),
            context.actor,
            params.plan,
          ),
        )
      },
    )

    app.post(
      `${URL}/approve`,
      {
        config: { permission: 'ward-report.approve' },
        schema: {
          operationId: 'approveWardReport',
          summary: 'Approve the report; nobody approves what they handed up themselves',
          tags,
          params: ReportParams,
          headers,
          response,
        },
      },
      (request, reply) => {
        const { params } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          toBrief(await approveWardReport(context, params.plan, params.id, seen), context.actor, params.plan),
        )
      },
    )

    app.post(
      `${URL}/issue`,
      {
        config: { permission: 'ward-report.issue' },
        schema: {
          operationId: 'issueWardReport',
          summary: 'Issue the report under the number and the day that the records clerk gave it',
          tags,
          params: ReportParams,
          headers,
          body: ref(Issuing),
          response,
        },
      },
      (request, reply) => {
        const { params, body } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          toBrief(
            await issueWardReport(context, params.plan, params.id, seen, body),
            context.actor,
            params.plan,
          ),
        )
      },
    )

    app.post(
      `${URL}/send`,
      {
        config: { permission: 'ward-report.send' },
        schema: {
          operationId: 'sendWardReport',
          summary: 'Note that the issued report was sent up',
          tags,
          params: ReportParams,
          headers,
          response,
        },
      },
      (request, reply) => {
        const { params } = request
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) =>
          toBrief(await sendWardReport(context, params.plan, params.id, seen), context.actor, params.plan),
        )
      },
    )
  }
