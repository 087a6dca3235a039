// What the queue does for one delivery: one try, and what follows from it. Begun again after a crash it is sent again
// under the same id: the receiver knows it.
import { failsTooLong, nextTryAt, outcomeOf, type TryOutcome } from '@tien-do/domain/webhook'
import type { Context } from '../../core/context.ts'
import { enqueue } from '../../core/enqueue.repo.ts'
import type { OutboundRules } from '../../core/outbound.ts'
import { postWebhook } from './post-webhook.ts'
import { type SecretOf, signed } from './sign.ts'
import {
  type DeliveryRow,
  findDelivery,
  findWebhookRow,
  updateDelivery,
  updateWebhook,
  type WebhookRow,
} from './webhooks.repo.ts'
import { disableWebhook } from './webhooks.service.ts'

const MOST_OF_ERROR = 500

interface Tried {
  readonly outcome: TryOutcome
  readonly status: number | null
  readonly error: string | null
}

/** Tries once what is still waiting; nothing where it was delivered, given up or switched off meanwhile. */
export async function sendWebhook(
  context: Context,
  deliveryId: string,
  secretOf: SecretOf,
  rules: OutboundRules,
  random: () => number = Math.random,
): Promise<void> {
  const delivery = await findDelivery(context.read, deliveryId)
  if (delivery?.state !== 'waiting') return
  const hook = await findWebhookRow(context.read, delivery.webhookId)
  if (hook?.state !== 'active') return
  const tried = await tryOnce(hook, delivery, context.now(), secretOf, rules)
  await noteTry(context, hook, delivery, tried, random())
  const { failingSince } = hook
  const now = context.now().getTime()
  if (tried.outcome === 'gone') await disableWebhook(context, hook, 'gone')
  else if (tried.outcome === 'failed' && failingSince && failsTooLong(Date.parse(failingSince), now))
    await disableWebhook(context, hook, 'failing')
}

async function tryOnce(
  { id, url, secretVersion, previousUntil }: WebhookRow,
  delivery: DeliveryRow,
  at: Date,
  secretOf: SecretOf,
  rules: OutboundRules,
): Promise<Tried> {
  const isChanging = previousUntil !== null && at.getTime() < Date.parse(previousUntil)
  const versions = isChanging ? [secretVersion, secretVersion - 1] : [secretVersion]
  const headers = signed(
    delivery.id,
    at,
    delivery.body,
    versions.map((version) => secretOf(id, version)),
  )
  try {
    const status = await postWebhook(url, headers, delivery.body, rules)
    return { outcome: outcomeOf(status), status, error: null }
  } catch (error) {
    return { outcome: 'failed', status: null, error: String(error).slice(0, MOST_OF_ERROR) }
  }
}

/** Keeps how it went, and asks for the next try in the same transaction. */
async function noteTry(
  context: Context,
  { id, failingSince }: WebhookRow,
  delivery: DeliveryRow,
  { outcome, status, error }: Tried,
  random: number,
): Promise<void> {
  const now = context.now()
  const at = now.toISOString()
  const tries = delivery.tries + 1
  const next = outcome === 'failed' ? nextTryAt(tries, now.getTime(), random) : null
  // Of the installation, and quiet: a try changes nothing in the plan, or every delivery would be followed by another.
  await context.change({ action: 'webhook.deliver', plan: null, quiet: true }, async (tx, record) => {
    const ended = next === null
    await updateDelivery(tx, delivery.id, {
      state: outcome === 'delivered' ? 'delivered' : ended ? 'failed' : 'waiting',
      tries,
      nextAt: next === null ? null : new Date(next).toISOString(),
      lastStatus: status,
      lastError: error,
      endedAt: ended ? at : null,
    })
    await updateWebhook(tx, id, { failingSince: outcome === 'delivered' ? null : (failingSince ?? at) })
    if (next !== null) await enqueue(tx, 'send-webhook', { delivery: delivery.id }, { after: new Date(next) })
    record({ resource: 'webhook-delivery', id: delivery.id, before: null, after: { outcome, status, tries } })
  })
}
