// The trail of a change: audit rows in a chain of hashes, the plan's new revision, the feed.
import { desc, eq, isNull, sql } from 'drizzle-orm'
import { auditEvent, outbox, plan } from '../db/schema/index.ts'
import { announce } from './announce.repo.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import type { Act, Caller, Recorded, Tx } from './context.ts'

const INSTALLATION_CHAIN_LOCK = 7_331_002

/** Writes what was recorded. The plan's row is the lock of its chain: two changes never share a previous hash. */
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
    const hash = sha256((previousHash ?? '') + canonicalJson(event))
    const row = { ...event, previousHash, hash }
    previousHash = hash
    return row
  })
  await tx.insert(auditEvent).values(events)
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
  await tx.execute(sql`select pg_advisory_xact_lock(${INSTALLATION_CHAIN_LOCK})`)
  const [last] = await tx
    .select({ hash: auditEvent.hash })
    .from(auditEvent)
    .where(isNull(auditEvent.planId))
    .orderBy(desc(auditEvent.seq))
    .limit(1)
  return last?.hash ?? null
}
