import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkWebhooks: Walk = async ({ step, admin, coordinator }) => {
  const wanted = { name: 'Cổng thông tin', url: 'https://portal.example/tien-do' }
  const made = await step('makeWebhook', admin.post(`${PLAN}/webhooks`).send(wanted))
  const one = `${PLAN}/webhooks/${made.body.webhook.id}`
  const figure = { indicator: 'DP-01', on: '2020-01-31', numerator: 1, denominator: 2 }
  await coordinator.post(`${PLAN}/measurements`).send(figure)
  await step('listWebhooks', admin.get(`${PLAN}/webhooks`))
  await step('rotateWebhook', admin.post(`${one}/secret`))
  const log = await step('listDeliveries', admin.get(`${one}/deliveries`))
  await step('replayDelivery', admin.post(`${one}/deliveries/${log.body.items[0].id}/replay`))
  await step('disableWebhook', admin.post(`${one}/disable`))
  await step('enableWebhook', admin.post(`${one}/enable`))
  await step('removeWebhook', admin.delete(one))
}
