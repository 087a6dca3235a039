// Walks the audit chain of a plan as a stranger would: from the rows alone.
import type { Pool } from 'pg'
import { canonicalJson, sha256 } from '../src/core/canonical-json.ts'

interface Row {
  readonly at: string
  readonly previous_hash: string | null
  readonly hash: string
  readonly [column: string]: unknown
}

/** The places where the chain is broken (none: []), and the hash at its end. */
export async function walkChain(
  pool: Pool,
  planId: string | null,
): Promise<{ broken: number[]; head: string | null }> {
  const { rows } = await pool.query<Row & { seq: number }>(
    `select *, seq::int as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from audit_event where plan_id is not distinct from $1 order by audit_event.seq`,
    [planId],
  )
  let head: string | null = null
  const broken: number[] = []
  for (const row of rows) {
    const event = {
      planId: row.plan_id,
      at: row.at,
      actorId: row.actor_id,
      actorName: row.actor_name,
      keyId: row.key_id,
      ip: row.ip,
      requestId: row.request_id,
      action: row.action,
      resource: row.resource,
      resourceId: row.resource_id,
      before: row.before,
      after: row.after,
      reason: row.reason,
    }
    const isWhole = row.previous_hash === head && row.hash === sha256((head ?? '') + canonicalJson(event))
    if (!isWhole) broken.push(row.seq)
    head = row.hash
  }
  return { broken, head }
}
