import type { Day } from '@tien-do/domain/day'
import { Type } from 'typebox'
import { AsOfQuery } from '../../http/as-of.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { getPlan, today } from '../plans/index.ts'
import { arrangeDepartments } from './arrange-departments.ts'
import {
  ARRANGEMENT_SHAPES,
  ArrangeQuery,
  arrangedToWire,
  DepartmentsArranged,
  NewArrangement,
  Organisation,
  toArranging,
} from './arrangements.schema.ts'
import { Department, DepartmentList, DepartmentRef, toWire } from './departments.schema.ts'
import { getOrganisation } from './organisation.service.ts'

export const departmentRoutes: FeatureRoutes =
  ({ answerOnce }) =>
  async (app) => {
    for (const schema of [Department, DepartmentList, DepartmentRef, ...ARRANGEMENT_SHAPES])
      app.addSchema(schema)

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

    app.get(
      '/plans/:plan/organisation',
      {
        config: { permission: 'plan.read' },
        schema: {
          operationId: 'getOrganisation',
          summary: 'What happened to the departments, and the arrangements that are prepared',
          tags: ['organisation'],
          params: PlanParams,
          response: { 200: ref(Organisation) },
        },
      },
      ({ params, context }) => getOrganisation(context, params.plan),
    )

    app.post(
      '/plans/:plan/organisation',
      {
        config: { permission: 'department.arrange' },
        schema: {
          operationId: 'arrangeDepartments',
          summary:
            'Departments come, change their names, merge, split and go: mode=validate says what would move, mode=commit does it in one act',
          tags: ['organisation'],
          params: PlanParams,
          querystring: ArrangeQuery,
          headers: Type.Object(IDEMPOTENCY_KEY),
          body: ref(NewArrangement),
          response: { 200: ref(DepartmentsArranged) },
        },
      },
      async (request, reply) => {
        const { params, body, query, context } = request
        const { mode = 'validate' } = query
        const arrange = async (within: typeof context) =>
          arrangedToWire(mode, await arrangeDepartments(within, params.plan, toArranging(body), mode))
        return mode === 'commit' ? answerOnce(request, reply, 200, arrange) : arrange(context)
      },
    )
  }
