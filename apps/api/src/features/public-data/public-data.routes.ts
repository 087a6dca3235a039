import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../core/errors.ts'
import { isSamePublic } from '../../http/etag.ts'
import { attachment } from '../../http/file-answer.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { NotModified, PlanParams, ref } from '../../http/shapes.ts'
import { dataPackage, dcatDataset } from './describe-data.ts'
import {
  CSV_ANSWER,
  DataPackage,
  Dataset,
  OpenTableParams,
  PUBLIC_SHAPES,
  PublicDeadlineList,
  PublicIndicatorDetail,
  PublicIndicatorList,
  PublicIndicatorParams,
  PublicPlan,
  PublicPlanList,
  PublicReportList,
} from './public-data.schema.ts'
import {
  getPublicState,
  listPublicStates,
  type PublicState,
  readPublic,
  readPublicDeadlines,
  readPublicReports,
} from './read-public.ts'
import { openTable, toCsv } from './tables.ts'
import { detailToPublic, indicatorToPublic, planToPublic, reportToPublic } from './to-wire.ts'

const config = { permission: 'public.read' } as const
const ONE = '/plans/:plan'
/** A portal that was given an address may not name another. */
const BASE = '/public/v1/plans'

export const publicDataRoutes: FeatureRoutes =
  ({ publicUrl }) =>
  async (app) => {
    for (const schema of PUBLIC_SHAPES) app.addSchema(schema)

    /** Answers 304 where the caller has this state of the plan already, and else what `read` makes of it. */
    async function answer<Body>(
      request: FastifyRequest<{ Params: { plan: string } }>,
      reply: FastifyReply,
      read: (state: PublicState) => Promise<Body>,
    ) {
      const state = await getPublicState(request.context, request.params.plan)
      if (isSamePublic(request, reply, state.version)) return reply.code(304).send(null)
      return read(state)
    }

    app.get(
      '/plans',
      {
        config,
        schema: {
          operationId: 'listPublicPlans',
          summary: 'The plans that everybody may see',
          tags: ['plans'],
          response: { 200: ref(PublicPlanList), 304: NotModified },
        },
      },
      async (request, reply) => {
        const { context } = request
        const states = await listPublicStates(context)
        const version = states.map((state) => `${state.code}.${state.version}`).join('.')
        if (isSamePublic(request, reply, version || 'none')) return reply.code(304).send(null)
        const readings = await Promise.all(states.map((state) => readPublic(context, state)))
        return { items: readings.map(planToPublic) }
      },
    )

    app.get(
      ONE,
      {
        config,
        schema: {
          operationId: 'getPublicPlan',
          summary: 'A plan: whose it is, how many targets are reached, until when the figures go',
          tags: ['plans'],
          params: PlanParams,
          response: { 200: ref(PublicPlan), 304: NotModified },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => planToPublic(await readPublic(request.context, state))),
    )

    app.get(
      `${ONE}/indicators`,
      {
        config,
        schema: {
          operationId: 'listPublicIndicators',
          summary: 'Every indicator: approved figure, date, source, target, status and how it is counted',
          tags: ['indicators'],
          params: PlanParams,
          response: { 200: ref(PublicIndicatorList), 304: NotModified },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => {
          const reading = await readPublic(request.context, state)
          return { items: reading.indicators.map((each) => indicatorToPublic(each, reading)) }
        }),
    )

    app.get(
      `${ONE}/indicators/:code`,
      {
        config,
        schema: {
          operationId: 'getPublicIndicator',
          summary: 'One indicator with its series',
          tags: ['indicators'],
          params: PublicIndicatorParams,
          response: { 200: ref(PublicIndicatorDetail), 304: NotModified },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => {
          const reading = await readPublic(request.context, state)
          const found = reading.indicators.find(
            ({ assessed }) => assessed.indicator.code === request.params.code,
          )
          if (!found) throw new AppError('indicator.not-found')
          return detailToPublic(found, reading)
        }),
    )

    app.get(
      `${ONE}/reports`,
      {
        config,
        schema: {
          operationId: 'listPublicReports',
          summary: 'The issued reports, the newest year first; none where they are not shown',
          tags: ['reports'],
          params: PlanParams,
          response: { 200: ref(PublicReportList), 304: NotModified },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => ({
          items: (await readPublicReports(request.context, state)).map(reportToPublic),
        })),
    )

    app.get(
      `${ONE}/deadlines`,
      {
        config,
        schema: {
          operationId: 'listPublicDeadlines',
          summary: 'Of each reporting year: was it sent in time, by the ward and by its departments',
          tags: ['reports'],
          params: PlanParams,
          response: { 200: ref(PublicDeadlineList), 304: NotModified },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => ({
          items: await readPublicDeadlines(request.context, state),
        })),
    )

    app.get(
      `${ONE}/data/:table.csv`,
      {
        config,
        schema: {
          operationId: 'getPublicTable',
          summary: 'A table of open data: the indicators as they stand, or their series',
          tags: ['data'],
          params: OpenTableParams,
          response: CSV_ANSWER,
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => {
          const { plan, table } = request.params
          const csv = toCsv(openTable(table, await readPublic(request.context, state)))
          reply.headers(attachment('text/csv; charset=utf-8', `${plan}-${table}.csv`))
          return reply.send(Buffer.from(csv) as never)
        }),
    )

    app.get(
      `${ONE}/datapackage.json`,
      {
        config,
        schema: {
          operationId: 'getDataPackage',
          summary: 'The tables, described as a Frictionless data package',
          tags: ['data'],
          params: PlanParams,
          response: { 200: ref(DataPackage), 304: NotModified },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => dataPackage(await readPublic(request.context, state))),
    )

    app.get(
      `${ONE}/dcat.jsonld`,
      {
        config,
        schema: {
          operationId: 'getDataset',
          summary: 'The plan as a dataset of a catalogue (DCAT, JSON-LD)',
          tags: ['data'],
          params: PlanParams,
          response: {
            200: { description: 'OK', content: { 'application/ld+json': { schema: ref(Dataset) } } },
            304: NotModified,
          },
        },
      },
      (request, reply) =>
        answer(request, reply, async (state) => {
          const base = new URL(`${BASE}/${encodeURIComponent(state.code)}`, publicUrl).href
          reply.header('content-type', 'application/ld+json')
          return dcatDataset(await readPublic(request.context, state), base)
        }),
    )
  }
