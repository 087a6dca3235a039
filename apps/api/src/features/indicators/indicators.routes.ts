import { dayAtInstant } from '@tien-do/domain/day'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AsOfQuery } from '../../http/as-of.ts'
import { etagOf, isUnchanged, viewerOf } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { NotModified, PlanParams, ref } from '../../http/shapes.ts'
import { getPlanRow } from '../plans/index.ts'
import {
  Indicator,
  IndicatorDetail,
  IndicatorList,
  IndicatorParams,
  IndicatorQuery,
  IndicatorSeries,
  toDetail,
  toSeries,
  toWire,
} from './indicators.schema.ts'
import { getIndicator, listIndicators } from './indicators.service.ts'

const tags = ['indicators']
const URL = '/plans/:plan/indicators'

export const indicatorRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Indicator, IndicatorList, IndicatorDetail, IndicatorSeries]) app.addSchema(schema)

  app.get(
    URL,
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listIndicators',
        summary: 'Indicators: targets, figures, status and why',
        tags,
        params: PlanParams,
        querystring: IndicatorQuery,
        response: { 200: ref(IndicatorList), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { params, query, context } = request
      if (await isSameReading(request, reply, params.plan, query.asOf)) return reply.code(304).send(null)
      const { plan, asOf, indicators } = await listIndicators(context, params.plan, query)
      return { items: indicators.map((assessed) => toWire(assessed, plan, asOf)) }
    },
  )

  app.get(
    `${URL}/:code`,
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'getIndicator',
        summary: 'One indicator, by area too',
        tags,
        params: IndicatorParams,
        querystring: AsOfQuery,
        response: { 200: ref(IndicatorDetail), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { params, query, context } = request
      if (await isSameReading(request, reply, params.plan, query.asOf, viewerOf(context.actor)))
        return reply.code(304).send(null)
      const reading = await getIndicator(context, params.plan, params.code, query.asOf)
      return toDetail(reading, context.actor)
    },
  )

  app.get(
    `${URL}/:code/series`,
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'getIndicatorSeries',
        summary: 'Its points, its path, its forecast',
        tags,
        params: IndicatorParams,
        querystring: AsOfQuery,
        response: { 200: ref(IndicatorSeries), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { params, query, context } = request
      if (await isSameReading(request, reply, params.plan, query.asOf)) return reply.code(304).send(null)
      const { plan, assessed } = await getIndicator(context, params.plan, params.code, query.asOf)
      return toSeries(assessed, plan)
    },
  )
}

/** A reading depends on the plan's revision and on the day: both are known without touching a table of figures. */
async function isSameReading(
  request: FastifyRequest,
  reply: FastifyReply,
  plan: string,
  asOf?: string,
  viewer = '',
): Promise<boolean> {
  const { revision } = await getPlanRow(request.context, plan)
  const day = asOf ?? dayAtInstant(request.context.now().getTime())
  return isUnchanged(request, reply, etagOf(`r${revision}.${day}${viewer && `.${viewer}`}`))
}
