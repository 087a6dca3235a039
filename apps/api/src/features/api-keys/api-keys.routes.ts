import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { ApiKey, ApiKeyList, ApiKeyParams, IssuedApiKey, NewApiKey, toWire } from './api-keys.schema.ts'
import { departmentCodesOf, issueApiKey, listApiKeys, revokeApiKey } from './api-keys.service.ts'

const tags = ['access']
const URL = '/plans/:plan/api-keys'

export const apiKeyRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [NewApiKey, ApiKey, IssuedApiKey, ApiKeyList]) app.addSchema(schema)

  app.get(
    URL,
    {
      config: { permission: 'api-key.read' },
      schema: {
        operationId: 'listApiKeys',
        summary: 'API keys, without their secrets',
        tags,
        params: PlanParams,
        response: { 200: ref(ApiKeyList) },
      },
    },
    async ({ params, context }) => {
      const { plan, rows } = await listApiKeys(context, params.plan)
      return { items: rows.map((row) => toWire(row, departmentCodesOf(plan))) }
    },
  )

  app.post(
    URL,
    {
      config: { permission: 'api-key.issue' },
      schema: {
        operationId: 'issueApiKey',
        summary: 'Make a key; its text is shown once',
        tags,
        params: PlanParams,
        body: ref(NewApiKey),
        response: { 201: ref(IssuedApiKey) },
      },
    },
    async ({ params, body, context }, reply) => {
      // Never through the store of answers: the text of a key is kept nowhere.
      const { plan, row, text } = await issueApiKey(context, params.plan, body)
      return reply.code(201).send({ ...toWire(row, departmentCodesOf(plan)), key: text })
    },
  )

  app.delete(
    `${URL}/:id`,
    {
      config: { permission: 'api-key.revoke' },
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Revoke a key, at once',
        tags,
        params: ApiKeyParams,
        response: { 200: ref(ApiKey) },
      },
    },
    async ({ params, context }) => {
      const { plan, row } = await revokeApiKey(context, params.plan, params.id)
      return toWire(row, departmentCodesOf(plan))
    },
  )
}
