// A plan is read whole once per revision: the revision grows with every change, so nothing stale is served;
// the head of the audit chain tells a revision from one of the same number that was taken back.
import type { Reader, Tx } from '../../core/context.ts'
import { loadPlan, type PlanInForce, type PlanRow } from './plans.repo.ts'

const KEPT = 32
const loaded = new Map<string, PlanInForce>()

export async function planOfRow(read: Reader | Tx, row: PlanRow): Promise<PlanInForce> {
  const known = loaded.get(row.id)
  if (known?.revision === row.revision && known.auditHead === row.auditHead) return known
  const fresh = await loadPlan(read, row)
  loaded.delete(row.id)
  loaded.set(row.id, fresh)
  const oldest = loaded.keys().next().value
  if (loaded.size > KEPT && oldest !== undefined) loaded.delete(oldest)
  return fresh
}
