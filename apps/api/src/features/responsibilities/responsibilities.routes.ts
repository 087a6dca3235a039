import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  Responsibility,
  ResponsibilityList,
  ResponsibilityQuery,
  responsibilityToWire,
} from './responsibilities.schema.ts'
import { listResponsibilities } from './responsibilities.service.ts'

export const responsibilityRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Responsibility, ResponsibilityList]) app.addSchema(schema)

  app.get(
    '/plans/:plan/responsibilities',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listResponsibilities',
        summary: 'Responsibilities of the plan, and what fulfils each of them in a year',
        tags: ['tasks'],
        params: PlanParams,
        querystring: ResponsibilityQuery,
        response: { 200: ref(ResponsibilityList) },
      },
    },
    async ({ params, query, context }) => {
      const { plan, fulfilled } = await listResponsibilities(context, params.plan, query.year)
      return { items: fulfilled.map((each) => responsibilityToWire(each, plan, context)) }
    },
  )
}
