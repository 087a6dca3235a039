// All that writes leave behind, in numbers: two databases of the same trace have been through the same writes.

import type { Pool } from 'pg'
import { expect } from 'vitest'
import { verifyChains } from '../../src/audit-chains.ts'
import type { Database } from '../../src/db/client.ts'

export type Trace = Readonly<Record<string, number>>

/** The number of rows of every table of ours, and the revisions of the plans together. */
export async function traceOf(pool: Pool): Promise<Trace> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' order by 1`,
  )
  const counts = tables.map(({ name }) => `select '${name}' as what, count(*)::int as n from ${name}`)
  const { rows } = await pool.query<{ what: string; n: number }>(
    `${counts.join(' union all ')} union all select 'revisions', coalesce(sum(revision), 0)::int from plan`,
  )
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]))
}

/** What holds whenever nobody is writing: the chains are whole, and each revision has its lines in the audit and the feed. */
export async function expectWhole(database: Database): Promise<void> {
  for (const chain of await verifyChains(
    database,
    () => new Date(),
    () => null,
  ))
    expect([chain.name, chain.faults]).toEqual([chain.name, []])
  const { rows } = await database.pool.query(`
    select p.code, p.revision,
      (select count(*)::int from audit_event a where a.plan_id = p.id) as changes,
      (select count(*)::int from outbox o where o.plan_id = p.id) as lines,
      (select count(distinct plan_revision)::int from outbox o where o.plan_id = p.id) as revisions,
      (select hash from audit_event a where a.plan_id = p.id order by seq desc limit 1) as head, p.audit_head
    from plan p`)
  for (const row of rows)
    expect(row).toEqual({ ...row, lines: row.changes, revisions: row.revision, head: row.audit_head })
  // No revision of a figure is missing among those that it says it had.
  const { rows: broken } = await database.pool.query(`
    select indicator_id, area_id, "on" from measurement group by 1, 2, 3
      having max(revision) <> count(*)`)
  expect(broken).toEqual([])
}
