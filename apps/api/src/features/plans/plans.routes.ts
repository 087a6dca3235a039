import { Type } from 'typebox'
import { etagOf, IF_MATCH, isUnchanged, requiredEtag } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { NotModified, PlanParams, ref } from '../../http/shapes.ts'
import {
  PlanBrief,
  PlanDifferences,
  PlanFileBody,
  PlanFileQuery,
  PlanInfo,
  PlanList,
  toBrief,
  toInfo,
} from './plans.schema.ts'
import {
  comparePlanFile,
  fileEtag,
  getPlan,
  getPlanRow,
  issuerName,
  listPlans,
  replacePlan,
} from './plans.service.ts'

const tags = ['plans']
const FILE_LIMIT = 4 * 1024 * 1024

export const planRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [PlanBrief, PlanList, PlanInfo, PlanDifferences, PlanFileBody]) app.addSchema(schema)

  app.get(
    '/plans',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'listPlans',
        summary: 'The plans the caller has a role in',
        tags,
        response: { 200: ref(PlanList) },
      },
    },
    async ({ context }) => ({ items: (await listPlans(context)).map(toBrief) }),
  )

  app.get(
    '/plans/:plan',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'getPlan',
        summary: 'One plan',
        tags,
        params: PlanParams,
        response: { 200: ref(PlanInfo), 304: NotModified },
      },
    },
    async (request, reply) => {
      const row = await getPlanRow(request.context, request.params.plan)
      if (isUnchanged(request, reply, etagOf(`r${row.revision}`))) return reply.code(304).send(null)
      const plan = await getPlan(request.context, request.params.plan)
      return toInfo(plan, issuerName(plan))
    },
  )

  app.get(
    '/plans/:plan/file',
    {
      config: { permission: 'plan.read' },
      schema: {
        operationId: 'exportPlanFile',
        summary: 'The plan as one file, as it can be loaded again',
        tags,
        params: PlanParams,
        response: { 200: ref(PlanFileBody), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { plan } = await getPlan(request.context, request.params.plan)
      if (isUnchanged(request, reply, fileEtag(plan))) return reply.code(304).send(null)
      return { ...plan }
    },
  )

  app.put(
    '/plans/:plan/file',
    {
      bodyLimit: FILE_LIMIT,
      config: { permission: 'plan.replace' },
      schema: {
        operationId: 'replacePlan',
        tags,
        params: PlanParams,
        querystring: PlanFileQuery,
        headers: Type.Object(IF_MATCH),
        body: ref(PlanFileBody),
        response: { 200: ref(PlanDifferences) },
        summary:
          'Load a plan file: mode=validate says what would change, mode=commit (with If-Match) applies it',
      },
    },
    async (request) => {
      const { params, body, context, query } = request
      if (query.mode !== 'commit')
        return {
          mode: 'validate' as const,
          differences: [...(await comparePlanFile(context, params.plan, body))],
        }
      const differences = await replacePlan(context, params.plan, body, requiredEtag(request))
      return { mode: 'commit' as const, differences: [...differences] }
    },
  )
}
