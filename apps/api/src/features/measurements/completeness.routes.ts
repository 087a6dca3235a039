// What is still to be done about figures: by those who enter them, and by those who approve.
import { yearOf } from '@tien-do/domain/day'
import { etagOf, isUnchanged } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { NotModified, PlanParams, ref } from '../../http/shapes.ts'
import { getPlanRow, today } from '../plans/index.ts'
import { ApprovalQueue, ApprovalQueueQuery, queueToWire } from './approval-queue.schema.ts'
import { readApprovalQueue } from './approval-queue.ts'
import { Completeness, CompletenessQuery, completenessToWire } from './completeness.schema.ts'
import { readCompleteness } from './completeness.ts'

export const completenessRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Completeness, ApprovalQueue]) app.addSchema(schema)

  app.get(
    '/plans/:plan/approval-queue',
    {
      config: { permission: 'measurement.read' },
      schema: {
        operationId: 'getApprovalQueue',
        summary: 'What waits to be approved, beside the last figure and the one in force',
        tags: ['measurements'],
        params: PlanParams,
        querystring: ApprovalQueueQuery,
        response: { 200: ref(ApprovalQueue) },
      },
    },
    async ({ params, query, context }) => {
      const { plan, ...queue } = await readApprovalQueue(context, params.plan, query)
      return queueToWire(plan, queue, today(context))
    },
  )

  app.get(
    '/plans/:plan/completeness',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'getCompleteness',
        summary: 'What a year still lacks, for whom, by when',
        tags: ['measurements'],
        params: PlanParams,
        querystring: CompletenessQuery,
        response: { 200: ref(Completeness), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { params, query, context } = request
      const day = today(context)
      const year = query.year ?? yearOf(day)
      const { revision } = await getPlanRow(context, params.plan)
      if (isUnchanged(request, reply, etagOf(`r${revision}.${year}.${day}`)))
        return reply.code(304).send(null)
      return completenessToWire(await readCompleteness(context, params.plan, year), day)
    },
  )
}
