// Who is told of changes in a plan: made, given another secret, switched off and on, removed; and the log of what was sent.
import type { DisabledBecause } from '@tien-do/domain/webhook'
import { BOTH_SECRETS_MS } from '@tien-do/domain/webhook'
import type { Context, Tx } from '../../core/context.ts'
import { enqueue } from '../../core/enqueue.repo.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { addressFault, type OutboundRules } from '../../core/outbound.ts'
import { getPlan } from '../plans/index.ts'
import {
  findDelivery,
  findWebhookRow,
  insertWebhook,
  listDeliveryRows,
  listWebhookRows,
  updateDelivery,
  updateWebhook,
  type WebhookRow,
} from './webhooks.repo.ts'

const LOG_LENGTH = 100

export async function listWebhooks(context: Context, planCode: string): Promise<WebhookRow[]> {
  const { id } = await getPlan(context, planCode)
  return listWebhookRows(context.read, id)
}

/** Makes a webhook; its address must be one that the rules allow. */
export async function makeWebhook(
  context: Context,
  planCode: string,
  { name, url }: { readonly name: string; readonly url: string },
  rules: OutboundRules,
): Promise<WebhookRow> {
  const fault = URL.canParse(url) ? addressFault(new URL(url), rules) : 'not_https'
  if (fault !== null)
    throw new AppError('validation-failed', { faults: [{ pointer: '/url', in: 'body', code: fault }] })
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'webhook.change', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const id = newId<string>()
      await insertWebhook(tx, {
        ...{ id, planId, name, url: new URL(url).href, state: 'active' },
        createdBy: context.actor.personId,
        createdAt: context.now().toISOString(),
      })
      const after = await stored(tx, planId, id)
      record({ resource: 'webhook', id, subject: { department: null }, before: null, after: shown(after) })
      return after
    },
  )
}

/** A new secret; the old one signs beside it for a day. */
export function rotateWebhook(context: Context, planCode: string, id: string): Promise<WebhookRow> {
  return changeWebhook(context, planCode, id, (row) => ({
    secretVersion: row.secretVersion + 1,
    previousUntil: new Date(context.now().getTime() + BOTH_SECRETS_MS).toISOString(),
  }))
}

export function enableWebhook(context: Context, planCode: string, id: string): Promise<WebhookRow> {
  return changeWebhook(context, planCode, id, () => ({
    state: 'active',
    disabledBecause: null,
    failingSince: null,
  }))
}

export function stopWebhook(context: Context, planCode: string, id: string): Promise<WebhookRow> {
  return changeWebhook(context, planCode, id, () => ({ state: 'disabled', disabledBecause: 'by_hand' }))
}

/** Its log stays; nothing is sent any more. */
export async function removeWebhook(context: Context, planCode: string, id: string): Promise<void> {
  const { id: planId } = await getPlan(context, planCode)
  await context.change(
    { action: 'webhook.change', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const before = await stored(tx, planId, id)
      await updateWebhook(tx, id, { state: 'removed' })
      record({ resource: 'webhook', id, subject: { department: null }, before: shown(before), after: null })
    },
  )
}

async function changeWebhook(
  context: Context,
  planCode: string,
  id: string,
  change: (row: WebhookRow) => Parameters<typeof updateWebhook>[2],
): Promise<WebhookRow> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'webhook.change', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const before = await stored(tx, planId, id)
      await updateWebhook(tx, id, change(before))
      const after = await stored(tx, planId, id)
      record({
        ...{ resource: 'webhook', id, subject: { department: null } },
        ...{ before: shown(before), after: shown(after) },
      })
      return after
    },
  )
}

/** Switches one off that says it is gone, or has failed for too long: by the house itself, with a line in the audit. */
export async function disableWebhook(
  context: Context,
  hook: WebhookRow,
  because: DisabledBecause,
): Promise<void> {
  await context.change(
    { action: 'webhook.disable', plan: { id: hook.planId, code: hook.planCode } },
    async (tx, record) => {
      await updateWebhook(tx, hook.id, { state: 'disabled', disabledBecause: because })
      const after = await stored(tx, hook.planId, hook.id)
      record({ resource: 'webhook', id: hook.id, before: shown(hook), after: shown(after) })
    },
  )
}

export async function listDeliveries(context: Context, planCode: string, id: string) {
  const { id: planId } = await getPlan(context, planCode)
  const row = await findWebhookRow(context.read, id)
  if (row?.planId !== planId) throw new AppError('webhook.not-found')
  return listDeliveryRows(context.read, id, LOG_LENGTH)
}

/** Sends one again, from its first try, under the id it has. */
export async function replayDelivery(context: Context, planCode: string, id: string, deliveryId: string) {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'webhook.replay', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const hook = await stored(tx, planId, id)
      const before = await findDelivery(tx, deliveryId)
      if (before?.webhookId !== hook.id) throw new AppError('webhook.not-found')
      if (hook.state !== 'active') throw new AppError('webhook.disabled')
      await updateDelivery(tx, deliveryId, { state: 'waiting', tries: 0, nextAt: null, endedAt: null })
      await enqueue(tx, 'send-webhook', { delivery: deliveryId })
      record({
        ...{ resource: 'webhook-delivery', id: deliveryId, subject: { department: null } },
        ...{ before: { state: before.state }, after: { state: 'waiting' } },
      })
      return { ...before, state: 'waiting' as const, tries: 0, nextAt: null, endedAt: null }
    },
  )
}

async function stored(tx: Tx, planId: string, id: string): Promise<WebhookRow> {
  const row = await findWebhookRow(tx, id)
  if (row?.planId !== planId) throw new AppError('webhook.not-found')
  return row
}

/** What the audit keeps. */
const shown = ({ name, url, state, disabledBecause, secretVersion }: WebhookRow) => ({
  ...{ name, url, state, disabledBecause, secretVersion },
})
