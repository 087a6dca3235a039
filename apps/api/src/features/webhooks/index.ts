// What the queue does for the webhooks.
export { sendWebhook } from './send-webhook.ts'
export { secretsFrom } from './sign.ts'
