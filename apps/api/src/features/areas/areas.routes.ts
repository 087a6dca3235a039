import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlan } from '../plans/index.ts'
import { Area, AreaList } from './areas.schema.ts'

export const areaRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Area, AreaList]) app.addSchema(schema)

  app.get(
    '/plans/:plan/areas',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listAreas',
        summary: 'Areas (tổ dân phố)',
        tags: ['organisation'],
        params: PlanParams,
        response: { 200: ref(AreaList) },
      },
    },
    async ({ params, context }) => {
      const { plan } = await getPlan(context, params.plan)
      return {
        items: plan.areas.map((area) => ({
          ...area,
          formerNames: area.formerNames.map((each) => ({ ...each })),
        })),
      }
    },
  )
}
