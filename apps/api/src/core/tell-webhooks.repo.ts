// A delivery for everyone who wants to be told of this plan, in the transaction of the change itself: with it, or not.
import type { PlanId } from '@tien-do/domain/ids'
import { and, eq } from 'drizzle-orm'
import { webhook, webhookDelivery } from '../db/schema/index.ts'
import type { Tx } from './context.ts'
import { enqueue } from './enqueue.repo.ts'
import { newId } from './new-id.ts'

interface Told {
  readonly plan: { readonly id: PlanId; readonly code: string }
  readonly at: string
  readonly revision: number
  readonly resources: readonly string[]
}

/** Thin: that something changed, and how far the plan is. What changed is read from the feed. */
export async function tellWebhooks(tx: Tx, { plan, at, revision, resources }: Told): Promise<void> {
  const listening = await tx
    .select({ id: webhook.id })
    .from(webhook)
    .where(and(eq(webhook.planId, plan.id), eq(webhook.state, 'active')))
  for (const { id: webhookId } of listening) {
    const id = newId<string>()
    const body = JSON.stringify({
      type: 'plan.changed',
      timestamp: at,
      data: { plan: plan.code, revision, resources },
    })
    await tx.insert(webhookDelivery).values({ id, webhookId, body, state: 'waiting', createdAt: at })
    await enqueue(tx, 'send-webhook', { delivery: id })
  }
}
