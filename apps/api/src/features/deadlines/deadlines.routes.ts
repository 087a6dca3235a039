import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlan, today } from '../plans/index.ts'
import { Deadline, DeadlineList, toWire } from './deadlines.schema.ts'

export const deadlineRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Deadline, DeadlineList]) app.addSchema(schema)

  app.get(
    '/plans/:plan/deadlines',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listDeadlines',
        summary: 'Deadlines, with the last day that is on time',
        tags: ['organisation'],
        params: PlanParams,
        response: { 200: ref(DeadlineList) },
      },
    },
    async ({ params, context }) => {
      const { plan } = await getPlan(context, params.plan)
      return {
        items: plan.deadlines.map((deadline) =>
          toWire(deadline, plan, context.now().getTime(), today(context)),
        ),
      }
    },
  )
}
