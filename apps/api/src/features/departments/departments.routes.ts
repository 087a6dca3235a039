import type { Day } from '@tien-do/domain/day'
import { AsOfQuery } from '../../http/as-of.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlan, today } from '../plans/index.ts'
import { Department, DepartmentList, DepartmentRef, toWire } from './departments.schema.ts'

export const departmentRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [Department, DepartmentList, DepartmentRef]) app.addSchema(schema)

  app.get(
    '/plans/:plan/departments',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listDepartments',
        summary: 'Departments, as they are called on a day',
        tags: ['organisation'],
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: ref(DepartmentList) },
      },
    },
    async ({ params, query, context }) => {
      const { plan } = await getPlan(context, params.plan)
      const on = (query.asOf as Day | undefined) ?? today(context)
      return { items: plan.departments.map((department) => toWire(department, on)) }
    },
  )
}
