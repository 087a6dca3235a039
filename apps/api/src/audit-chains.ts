// The audit chains of an installation, walked one after the other for whoever stands at the console.
import { contextOver } from './core/change.ts'
import type { Database } from './db/client.ts'
import { verifyAccessAudit, verifyAudit } from './features/audit/index.ts'
import { HOUSE } from './features/people/index.ts'
import { listPlansInForce } from './features/plans/index.ts'

/** `headOf`: the head that a chain (the code of its plan, or '' for the installation) was known to have. */
export async function verifyChains(
  database: Pick<Database, 'db'>,
  now: () => Date,
  headOf: (plan: string) => string | null,
) {
  const context = contextOver(database.db, {
    actor: HOUSE,
    origin: { ip: null, requestId: null, keyId: null },
    now,
  })
  const chains = [{ name: 'installation', ...(await verifyAccessAudit(context, headOf(''))) }]
  for (const { plan } of await listPlansInForce(context))
    chains.push({ name: plan.code, ...(await verifyAudit(context, plan.code, headOf(plan.code))) })
  return chains
}
