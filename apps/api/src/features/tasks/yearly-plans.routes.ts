import type { YearlyPlanAct } from '@tien-do/domain/yearly-plan'
import { YEARLY_PLAN_ACTS } from '@tien-do/domain/yearly-plan'
import { Type } from 'typebox'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { ref } from '../../http/shapes.ts'
import {
  YearlyPlan,
  YearlyPlanList,
  YearlyPlanNote,
  YearlyPlanParams,
  YearlyPlansParams,
  yearlyPlanToWire,
} from './yearly-plans.schema.ts'
import { copyYearlyPlan, getYearlyPlan, listYearlyPlans, moveYearlyPlanBy } from './yearly-plans.service.ts'

const tags = ['tasks']
const URL = '/plans/:plan/yearly-plans/:year'
const ONE = `${URL}/:department`

const QUIET_ACTS = {
  submit: ['submitYearlyPlan', 'Send a department’s detailed plan of a year'],
  withdraw: ['withdrawYearlyPlan', 'Take a sent plan back'],
  accept: ['acceptYearlyPlan', 'Accept a sent plan'],
} as const satisfies Partial<Record<YearlyPlanAct, readonly [operationId: string, summary: string]>>

export const yearlyPlanRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [YearlyPlan, YearlyPlanList, YearlyPlanNote]) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listYearlyPlans',
          summary: 'Where every department’s detailed plan of a year stands',
          tags,
          params: YearlyPlansParams,
          response: { 200: ref(YearlyPlanList) },
        },
      },
      async ({ params, context }) => ({
        items: (await listYearlyPlans(context, params.plan, params.year)).map((each) =>
          yearlyPlanToWire(each, context),
        ),
      }),
    )

    app.get(
      ONE,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'getYearlyPlan',
          summary: 'A department’s detailed plan of a year',
          tags,
          params: YearlyPlanParams,
          response: { 200: ref(YearlyPlan) },
        },
      },
      async ({ params, context }, reply) => {
        const { plan, year, department } = params
        const body = yearlyPlanToWire(await getYearlyPlan(context, plan, year, department), context)
        reply.header('etag', body.etag)
        return body
      },
    )

    app.post(
      `${ONE}/copy`,
      {
        config: { permission: 'yearly-plan.copy' },
        schema: {
          operationId: 'copyYearlyPlan',
          summary: 'Copy last year’s work forward: what goes on, with nothing done yet',
          tags,
          params: YearlyPlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          response: { 200: ref(YearlyPlan) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 200, async (context) =>
          yearlyPlanToWire(await copyYearlyPlan(context, request.params.plan, request.params), context),
        ),
    )

    for (const act of ['submit', 'withdraw', 'accept'] as const) {
      const [operationId, summary] = QUIET_ACTS[act]
      app.post(
        `${ONE}/${act}`,
        {
          config: { permission: YEARLY_PLAN_ACTS[act].action },
          schema: {
            operationId,
            summary,
            tags,
            params: YearlyPlanParams,
            headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
            response: { 200: ref(YearlyPlan) },
          },
        },
        (request, reply) => {
          const seen = requiredVersion(request)
          const { params } = request
          return answerOnce(request, reply, 200, async (context) =>
            yearlyPlanToWire(await moveYearlyPlanBy(context, params.plan, params, act, seen), context),
          )
        },
      )
    }

    app.post(
      `${ONE}/return`,
      {
        config: { permission: 'yearly-plan.return' },
        schema: {
          operationId: 'returnYearlyPlan',
          summary: 'Send a plan back with a note; an accepted one is opened again by it',
          tags,
          params: YearlyPlanParams,
          headers: Type.Object({ ...IF_MATCH, ...IDEMPOTENCY_KEY }),
          body: ref(YearlyPlanNote),
          response: { 200: ref(YearlyPlan) },
        },
      },
      (request, reply) => {
        const seen = requiredVersion(request)
        const { params, body } = request
        return answerOnce(request, reply, 200, async (context) =>
          yearlyPlanToWire(
            await moveYearlyPlanBy(context, params.plan, params, 'return', seen, body.note),
            context,
          ),
        )
      },
    )
  }
