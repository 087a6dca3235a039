// The trail of a change: audit rows in a chain of hashes, the plan's new revision, the feed.
import { eq, sql } from 'drizzle-orm'
import { auditEvent, installation, outbox, plan } from '../db/schema/index.ts'
import { announce } from './announce.repo.ts'
import { linkHash } from './audit-chain.ts'
import type { Act, Caller, Recorded, Tx } from './context.ts'
import { tellWebhooks } from './tell-webhooks.repo.ts'

/**
 * Writes what was recorded. The plan's row is the lock of its chain, the installation's of what belongs to no plan: two
 * changes never share a previous hash.
 */
export async function writeTrail(
  tx: Tx,
  act: Act,
  records: readonly Recorded[],
  caller: Caller,
): Promise<void> {
  const at = caller.now().toISOString()
  const revision = act.plan ? await nextRevision(tx, act.plan.id, at) : null
  let previousHash = revision ? revision.auditHead : await installationHead(tx)
  const events = records.map((recorded) => {
    const event = {
      planId: act.plan?.id ?? null,
      at,
      actorId: caller.actor.personId || null,
      actorName: caller.actor.name,
      keyId: caller.origin.keyId,
      ip: caller.origin.ip,
      requestId: caller.origin.requestId,
      action: act.action,
      resource: recorded.resource,
      resourceId: recorded.id,
      before: recorded.before ?? null,
      after: recorded.after ?? null,
      reason: act.reason ?? null,
    }
    const hash = linkHash(previousHash, event)
    const row = { ...event, previousHash, hash }
    previousHash = hash
    return row
  })
  await tx.insert(auditEvent).values(events)
  if (!act.plan) await tx.update(installation).set({ auditHead: previousHash })
  if (act.plan && revision) {
    await tx.update(plan).set({ auditHead: previousHash }).where(eq(plan.id, act.plan.id))
    const planId = act.plan.id
    await tx.insert(outbox).values(
      records.map((recorded) => ({
        planId,
        at,
        action: act.action,
        resource: recorded.resource,
        resourceId: recorded.id,
        code: recorded.code ?? null,
        planRevision: revision.revision,
      })),
    )
  }
  if (act.quiet) return
  if (act.plan && revision) {
    const resources = [...new Set(records.map(({ resource }) => resource))]
    await tellWebhooks(tx, { plan: act.plan, at, revision: revision.revision, resources })
  }
  await announce(tx, {
    plan: act.plan?.code ?? null,
    revision: revision?.revision ?? null,
    resources: [...new Set(records.map(({ resource }) => resource))],
  })
}

async function nextRevision(tx: Tx, planId: string, at: string) {
  const [row] = await tx
    .update(plan)
    .set({ revision: sql`${plan.revision} + 1`, updatedAt: at })
    .where(eq(plan.id, planId))
    .returning({ revision: plan.revision, auditHead: plan.auditHead })
  if (!row) throw new Error(`no plan ${planId}`)
  return row
}

async function installationHead(tx: Tx): Promise<string | null> {
  const [row] = await tx.select().from(installation).for('update')
  if (!row) throw new Error('the installation has no row')
  return row.auditHead
}
