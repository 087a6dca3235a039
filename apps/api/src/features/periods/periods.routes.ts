import { Type } from 'typebox'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { allowInPeriod, endAllowance } from './allow-in-period.ts'
import { closePeriod, lockPeriod, reopenPeriod } from './move-period.ts'
import { openPeriod } from './open-period.ts'
import {
  AllowanceParams,
  NewAllowance,
  NewPeriod,
  Period,
  PeriodAllowance,
  PeriodDue,
  PeriodList,
  PeriodParams,
  PeriodProposal,
  proposalToWire,
  Reopening,
  toWire,
} from './periods.schema.ts'
import { getPeriod, listPeriods, proposePeriod } from './periods.service.ts'

const tags = ['periods']
const URL = '/plans/:plan/periods'
const ONE = `${URL}/:year`

export const periodRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [
      NewPeriod,
      PeriodProposal,
      Reopening,
      NewAllowance,
      PeriodAllowance,
      PeriodDue,
      Period,
      PeriodList,
    ])
      app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'period.read' },
        schema: {
          operationId: 'listPeriods',
          summary: 'Reporting years, newest first',
          tags,
          params: PlanParams,
          response: { 200: ref(PeriodList) },
        },
      },
      async ({ params, context }) => {
        const { plan, rows } = await listPeriods(context, params.plan)
        return { items: rows.map((row) => toWire(row, plan, context.actor, context.now().getTime())) }
      },
    )

    app.get(
      ONE,
      {
        config: { permission: 'period.read' },
        schema: {
          operationId: 'getPeriod',
          summary: 'One reporting year, with what is allowed in it',
          tags,
          params: PeriodParams,
          response: { 200: ref(Period) },
        },
      },
      async ({ params, context }, reply) => {
        const { plan, row } = await getPeriod(context, params.plan, params.year)
        const body = toWire(row, plan, context.actor, context.now().getTime())
        reply.header('etag', body.etag)
        return body
      },
    )

    app.get(
      `${ONE}/proposal`,
      {
        config: { permission: 'period.read' },
        schema: {
          operationId: 'proposePeriod',
          summary: 'The dates that the plan’s rule gives a year that is to be opened',
          tags,
          params: PeriodParams,
          response: { 200: ref(PeriodProposal) },
        },
      },
      async ({ params, context }) => proposalToWire(await proposePeriod(context, params.plan, params.year)),
    )

    app.post(
      URL,
      {
        config: { permission: 'period.open' },
        schema: {
          operationId: 'openPeriod',
          summary: 'Open a reporting year; its deadlines are frozen now',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewPeriod),
          response: { 201: ref(Period) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) => {
          const { plan, row } = await openPeriod(context, request.params.plan, request.body)
          return toWire(row, plan, context.actor, context.now().getTime())
        }),
    )

    app.post(
      `${ONE}/close`,
      {
        config: { permission: 'period.close' },
        schema: {
          operationId: 'closePeriod',
          summary: 'Close the intake; what was returned may still be mended',
          tags,
          params: PeriodParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          response: { 200: ref(Period) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) => {
          const { plan, row } = await closePeriod(context, request.params.plan, request.params.year, seen)
          return toWire(row, plan, context.actor, context.now().getTime())
        })
      },
    )

    app.post(
      `${ONE}/lock`,
      {
        config: { permission: 'period.lock' },
        schema: {
          operationId: 'lockPeriod',
          summary: 'Lock the year’s figures',
          tags,
          params: PeriodParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          response: { 200: ref(Period) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        return answerOnce(request, reply, 200, async (context) => {
          const { plan, row } = await lockPeriod(context, request.params.plan, request.params.year, seen)
          return toWire(row, plan, context.actor, context.now().getTime())
        })
      },
    )

    app.post(
      `${ONE}/reopen`,
      {
        config: { permission: 'period.reopen' },
        schema: {
          operationId: 'reopenPeriod',
          summary: 'Open it again, with the reason',
          tags,
          params: PeriodParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(Reopening),
          response: { 200: ref(Period) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        const { params, body } = request
        return answerOnce(request, reply, 200, async (context) => {
          const { plan, row } = await reopenPeriod(context, params.plan, params.year, seen, body.reason)
          return toWire(row, plan, context.actor, context.now().getTime())
        })
      },
    )

    app.post(
      `${ONE}/allowances`,
      {
        config: { permission: 'period.allow' },
        schema: {
          operationId: 'allowInPeriod',
          summary: 'Except, extend or exempt one department, with the reason',
          tags,
          params: PeriodParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewAllowance),
          response: { 201: ref(Period) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) => {
          const { params, body } = request
          const { plan, row } = await allowInPeriod(context, params.plan, params.year, body)
          return toWire(row, plan, context.actor, context.now().getTime())
        }),
    )

    app.delete(
      `${ONE}/allowances/:id`,
      {
        config: { permission: 'period.allow' },
        schema: {
          operationId: 'endAllowance',
          summary: 'Take back what was allowed',
          tags,
          params: AllowanceParams,
          headers: Type.Object(IF_MATCH),
          response: { 200: ref(Period) },
        },
      },
      async (request) => {
        const { params, context } = request
        const seen = requiredVersion(request)
        const { plan, row } = await endAllowance(context, params.plan, params.year, params.id, seen)
        return toWire(row, plan, context.actor, context.now().getTime())
      },
    )
  }
