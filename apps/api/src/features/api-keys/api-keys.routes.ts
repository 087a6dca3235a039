import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import {
  ApiKey,
  ApiKeyList,
  ApiKeyParams,
  IssuedApiKey,
  KeyRotation,
  NewApiKey,
  toWire,
} from './api-keys.schema.ts'
import { issueApiKey, listApiKeys, revokeApiKey, rotateApiKey } from './api-keys.service.ts'

const tags = ['access']
const URL = '/plans/:plan/api-keys'

export const apiKeyRoutes: FeatureRoutes = () => async (app) => {
  for (const schema of [NewApiKey, KeyRotation, ApiKey, IssuedApiKey, ApiKeyList]) app.addSchema(schema)

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
    async ({ params, context }) => ({ items: (await listApiKeys(context, params.plan)).map(toWire) }),
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
      const { view, text } = await issueApiKey(context, params.plan, body)
      return reply.code(201).send({ ...toWire(view), key: text })
    },
  )

  app.post(
    `${URL}/:id/rotate`,
    {
      config: { permission: 'api-key.rotate' },
      schema: {
        operationId: 'rotateApiKey',
        summary: 'Make the key that takes over from this one; both live for some days',
        tags,
        params: ApiKeyParams,
        body: ref(KeyRotation),
        response: { 201: ref(IssuedApiKey) },
      },
    },
    async ({ params, body, context }, reply) => {
      const { view, text } = await rotateApiKey(context, params.plan, params.id, body)
      return reply.code(201).send({ ...toWire(view), key: text })
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
    async ({ params, context }) => toWire(await revokeApiKey(context, params.plan, params.id)),
  )
}
