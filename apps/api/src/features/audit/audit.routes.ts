import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FeatureRoutes } from '../../http/house.ts'
import { type Cursors, linked, pageOf } from '../../http/paging.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  AuditEvent,
  AuditPage,
  AuditQueryString,
  AuditVerification,
  toWire,
  VerificationQuery,
  verificationToWire,
} from './audit.schema.ts'
import {
  type AuditQuery,
  listAccessEvents,
  listAuditEvents,
  verifyAccessAudit,
  verifyAudit,
} from './audit.service.ts'

const tags = ['audit']

export const auditRoutes: FeatureRoutes =
  ({ cursors }) =>
  async (app) => {
    for (const schema of [AuditEvent, AuditPage, AuditVerification]) app.addSchema(schema)

    app.get(
      '/plans/:plan/audit-events',
      {
        config: { permission: 'audit.read' },
        schema: {
          operationId: 'listAuditEvents',
          summary: 'What was done in a plan, newest first',
          tags,
          params: PlanParams,
          querystring: AuditQueryString,
          response: { 200: ref(AuditPage) },
        },
      },
      async (request, reply) => {
        const { params, query, context } = request
        const { before, show } = paged(cursors, `audit ${params.plan}`, query)
        return show(request, reply, await listAuditEvents(context, params.plan, query, before))
      },
    )

    app.get(
      '/plans/:plan/audit-verification',
      {
        config: { permission: 'audit.verify' },
        schema: {
          operationId: 'verifyAudit',
          summary: 'Is the audit of a plan what was written',
          tags,
          params: PlanParams,
          querystring: VerificationQuery,
          response: { 200: ref(AuditVerification) },
        },
      },
      async ({ params, query, context }) =>
        verificationToWire(await verifyAudit(context, params.plan, query.head ?? null)),
    )

    app.get(
      '/audit-events',
      {
        config: { permission: 'audit.read-access' },
        schema: {
          operationId: 'listAccessEvents',
          summary: 'Sign-ins, refusals, keys and people, newest first',
          tags,
          querystring: AuditQueryString,
          response: { 200: ref(AuditPage) },
        },
      },
      async (request, reply) => {
        const { before, show } = paged(cursors, 'audit', request.query)
        return show(request, reply, await listAccessEvents(request.context, request.query, before))
      },
    )

    app.get(
      '/audit-verification',
      {
        config: { permission: 'audit.read-access' },
        schema: {
          operationId: 'verifyAccessAudit',
          summary: 'Is the audit of the installation what was written',
          tags,
          querystring: VerificationQuery,
          response: { 200: ref(AuditVerification) },
        },
      },
      async ({ query, context }) => verificationToWire(await verifyAccessAudit(context, query.head ?? null)),
    )
  }

function paged(cursors: Cursors, list: string, query: AuditQuery & { readonly cursor?: string }) {
  const { cursor, limit, ...filters } = query
  const scope = `${list} ${JSON.stringify(filters)}`
  return {
    before: cursor ? (cursors.decode(scope, cursor)[0] as number) : null,
    show: (request: FastifyRequest, reply: FastifyReply, rows: Parameters<typeof toWire>[0][]) =>
      linked(
        request,
        reply,
        pageOf(rows, limit, toWire, ({ seq }) => cursors.encode(scope, [seq])),
      ),
  }
}
