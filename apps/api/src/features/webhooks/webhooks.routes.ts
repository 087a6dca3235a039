import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { secretsFrom } from './sign.ts'
import {
  DeliveryParams,
  deliveryToWire,
  NewWebhook,
  toWire,
  WEBHOOK_SHAPES,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryList,
  WebhookList,
  WebhookParams,
  WebhookSecret,
} from './webhooks.schema.ts'
import {
  enableWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  removeWebhook,
  replayDelivery,
  rotateWebhook,
  stopWebhook,
} from './webhooks.service.ts'

const tags = ['feed']
const URL = '/plans/:plan/webhooks'
const ONE = `${URL}/:id`
const change = { permission: 'webhook.change' } as const

export const webhookRoutes: FeatureRoutes =
  ({ outbound, installationSecret }) =>
  async (app) => {
    for (const schema of WEBHOOK_SHAPES) app.addSchema(schema)
    const secretOf = secretsFrom(installationSecret)

    app.get(
      URL,
      {
        config: { permission: 'webhook.read' },
        schema: {
          operationId: 'listWebhooks',
          summary: 'Who is told that something changed in the plan',
          tags,
          params: PlanParams,
          response: { 200: ref(WebhookList) },
        },
      },
      async ({ params, context }) => ({
        items: (await listWebhooks(context, params.plan)).map((row) => toWire(row, context)),
      }),
    )

    app.post(
      URL,
      {
        config: change,
        schema: {
          operationId: 'makeWebhook',
          summary: 'Tell an address of changes; the secret is shown once',
          tags,
          params: PlanParams,
          body: ref(NewWebhook),
          response: { 201: ref(WebhookSecret) },
        },
      },
      // Never through the store of answers: the secret is kept nowhere.
      async ({ params, body, context }, reply) => {
        const row = await makeWebhook(context, params.plan, body, outbound)
        return reply
          .code(201)
          .send({ webhook: toWire(row, context), secret: secretOf(row.id, row.secretVersion) })
      },
    )

    app.post(
      `${ONE}/secret`,
      {
        config: change,
        schema: {
          operationId: 'rotateWebhook',
          summary: 'A new secret, shown once; the old one signs beside it for a day',
          tags,
          params: WebhookParams,
          response: { 201: ref(WebhookSecret) },
        },
      },
      async ({ params, context }, reply) => {
        const row = await rotateWebhook(context, params.plan, params.id)
        return reply
          .code(201)
          .send({ webhook: toWire(row, context), secret: secretOf(row.id, row.secretVersion) })
      },
    )

    for (const [name, operationId, summary, act] of [
      ['enable', 'enableWebhook', 'Switch one on again: what changes from now on is told', enableWebhook],
      ['disable', 'disableWebhook', 'Switch one off for a while', stopWebhook],
    ] as const)
      app.post(
        `${ONE}/${name}`,
        {
          config: change,
          schema: { operationId, summary, tags, params: WebhookParams, response: { 200: ref(Webhook) } },
        },
        async ({ params, context }) => toWire(await act(context, params.plan, params.id), context),
      )

    app.delete(
      ONE,
      {
        config: change,
        schema: {
          operationId: 'removeWebhook',
          summary: 'Remove one: nothing is sent there any more',
          tags,
          params: WebhookParams,
          response: { 204: Type.Null({ description: 'Removed' }) },
        },
      },
      async ({ params, context }, reply) => {
        await removeWebhook(context, params.plan, params.id)
        return reply.code(204).send(null)
      },
    )

    app.get(
      `${ONE}/deliveries`,
      {
        config: { permission: 'webhook.read' },
        schema: {
          operationId: 'listDeliveries',
          summary: 'What was sent to one, and how it went: the newest hundred',
          tags,
          params: WebhookParams,
          response: { 200: ref(WebhookDeliveryList) },
        },
      },
      async ({ params, context }) => ({
        items: (await listDeliveries(context, params.plan, params.id)).map(deliveryToWire),
      }),
    )

    app.post(
      `${ONE}/deliveries/:delivery/replay`,
      {
        config: { permission: 'webhook.replay' },
        schema: {
          operationId: 'replayDelivery',
          summary: 'Send one again, under the id it has',
          tags,
          params: DeliveryParams,
          response: { 200: ref(WebhookDelivery) },
        },
      },
      async ({ params, context }) =>
        deliveryToWire(await replayDelivery(context, params.plan, params.id, params.delivery)),
    )
  }
