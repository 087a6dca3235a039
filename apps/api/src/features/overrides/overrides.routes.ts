import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { ref } from '../../http/shapes.ts'
import { today } from '../plans/index.ts'
import {
  NewStatusOverride,
  OverrideParams,
  OverridesParams,
  StatusOverride,
  StatusOverrideList,
  toWire,
} from './overrides.schema.ts'
import { endOverride, listIndicatorOverrides, overrideStatus } from './overrides.service.ts'

const tags = ['indicators']
const URL = '/plans/:plan/indicators/:code/overrides'

export const overrideRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [NewStatusOverride, StatusOverride, StatusOverrideList]) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'listOverrides',
          summary: 'What was ever decided instead of the computed status, newest first',
          tags,
          params: OverridesParams,
          response: { 200: ref(StatusOverrideList) },
        },
      },
      async ({ params, context }) => {
        const rows = await listIndicatorOverrides(context, params.plan, params.code)
        return { items: rows.map((row) => toWire(row, today(context))) }
      },
    )

    app.post(
      URL,
      {
        config: { permission: 'status.override' },
        schema: {
          operationId: 'overrideStatus',
          summary: 'Decide a status until a day, with a reason; the computed one stays beside it',
          tags,
          params: OverridesParams,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewStatusOverride),
          response: { 201: ref(StatusOverride) },
        },
      },
      (request, reply) =>
        answerOnce(request, reply, 201, async (context) => {
          const { plan, code } = request.params
          return toWire(await overrideStatus(context, plan, code, request.body), today(context))
        }),
    )

    app.delete(
      `${URL}/:id`,
      {
        config: { permission: 'status.override' },
        schema: {
          operationId: 'endOverride',
          summary: 'Take a decision back: from today on the computed status is shown again',
          tags,
          params: OverrideParams,
          response: { 200: ref(StatusOverride) },
        },
      },
      async ({ params, context }) =>
        toWire(await endOverride(context, params.plan, params.code, params.id), today(context)),
    )
  }
