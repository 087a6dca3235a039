import { allowedAmong } from '@tien-do/domain/permission'
import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  DENOMINATOR_SHAPES,
  DenominatorEntries,
  DenominatorList,
  DenominatorQuery,
  toWire,
} from './denominators.schema.ts'
import { listDenominators, recordDenominators } from './denominators.service.ts'

const tags = ['registers']
const URL = '/plans/:plan/denominators'

export const denominatorRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of DENOMINATOR_SHAPES) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listDenominators',
          summary: 'The register of denominators on a day: the newest count of each kind and area',
          tags,
          params: PlanParams,
          querystring: DenominatorQuery,
          response: { 200: ref(DenominatorList) },
        },
      },
      async ({ params, query, context }) =>
        answerOf(await listDenominators(context, params.plan, query), context, params.plan),
    )

    app.post(
      URL,
      {
        config: { permission: 'denominator.record' },
        schema: {
          operationId: 'recordDenominators',
          summary: 'Take counts down, all or none; null takes a count away',
          tags,
          params: PlanParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(DenominatorEntries),
          response: { 200: ref(DenominatorList) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 200, async (context) => {
          const { plan } = request.params
          await recordDenominators(context, plan, request.body.entries)
          return answerOf(await listDenominators(context, plan, { history: false }), context, plan)
        }),
    )
  }

type Register = Awaited<ReturnType<typeof listDenominators>>
type Context = Parameters<typeof listDenominators>[0]

function answerOf({ asOf, rows, totals }: Register, { actor }: Context, plan: string) {
  return {
    asOf,
    items: rows.map(toWire),
    totals: totals.map((total) => ({ ...total })),
    allowedActions: allowedAmong(actor, ['denominator.record'], {
      plan,
      department: null,
    }) as 'denominator.record'[],
  }
}
