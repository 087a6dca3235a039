import { dayAtInstant } from '@tien-do/domain/day'
import { AsOfQuery } from '../../http/as-of.ts'
import { etagOf, isUnchanged } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { NotModified, PlanParams, ref } from '../../http/shapes.ts'
import { readIndicators } from '../indicators/index.ts'
import { getPlanRow, issuerName } from '../plans/index.ts'
import { Summary, toWire } from './summary.schema.ts'

export const summaryRoutes: FeatureRoutes = () => async (app) => {
  app.addSchema(Summary)

  app.get(
    '/plans/:plan/summary',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'getSummary',
        summary: 'The whole plan at a glance: counts, groups, indicators, next deadlines',
        tags: ['plans'],
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: ref(Summary), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { params, query, context } = request
      const { revision } = await getPlanRow(context, params.plan)
      const today = dayAtInstant(context.now().getTime())
      // Deadlines count from today whatever the day of the reading.
      if (isUnchanged(request, reply, etagOf(`r${revision}.${query.asOf ?? today}.${today}`)))
        return reply.code(304).send(null)
      const { plan, asOf, indicators } = await readIndicators(context, params.plan, query.asOf)
      return toWire(plan, issuerName(plan), indicators, asOf, context.now().getTime())
    },
  )
}
