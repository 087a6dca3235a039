import type { PlanId } from '@tien-do/domain/ids'
import { and, asc, desc, eq, getTableColumns, ne } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { person, plan, webhook, webhookDelivery } from '../../db/schema/index.ts'

type Stored = typeof webhook.$inferSelect
export type DeliveryRow = typeof webhookDelivery.$inferSelect
type WebhookChange = Partial<typeof webhook.$inferInsert>

export interface WebhookRow extends Omit<Stored, 'planId'> {
  readonly planId: PlanId
  readonly createdByName: string
  readonly planCode: string
}

const selectFrom = (read: Reader | Tx) =>
  read
    .select({ ...getTableColumns(webhook), createdByName: person.name, planCode: plan.code })
    .from(webhook)
    .innerJoin(person, eq(person.id, webhook.createdBy))
    .innerJoin(plan, eq(plan.id, webhook.planId))

/** Those that were not removed, the oldest first. */
export async function listWebhookRows(read: Reader, planId: PlanId): Promise<WebhookRow[]> {
  const rows = await selectFrom(read)
    .where(and(eq(webhook.planId, planId), ne(webhook.state, 'removed')))
    .orderBy(asc(webhook.id))
    .limit(100)
  return rows as WebhookRow[]
}

export async function findWebhookRow(read: Reader | Tx, id: string): Promise<WebhookRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(webhook.id, id), ne(webhook.state, 'removed')))
  return row as WebhookRow | undefined
}

export async function insertWebhook(tx: Tx, row: typeof webhook.$inferInsert): Promise<void> {
  await tx.insert(webhook).values(row)
}

export async function updateWebhook(tx: Tx, id: string, change: WebhookChange): Promise<void> {
  await tx.update(webhook).set(change).where(eq(webhook.id, id))
}

export async function findDelivery(read: Reader | Tx, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await read.select().from(webhookDelivery).where(eq(webhookDelivery.id, id))
  return row
}

/** What was tried, the newest first. */
export function listDeliveryRows(read: Reader, webhookId: string, limit: number): Promise<DeliveryRow[]> {
  return read
    .select()
    .from(webhookDelivery)
    .where(eq(webhookDelivery.webhookId, webhookId))
    .orderBy(desc(webhookDelivery.createdAt), desc(webhookDelivery.id))
    .limit(limit)
}

export async function updateDelivery(tx: Tx, id: string, change: Partial<DeliveryRow>): Promise<void> {
  await tx.update(webhookDelivery).set(change).where(eq(webhookDelivery.id, id))
}
