// Told once per commit, and only if it is one: the database delivers it afterwards, or never.
import { sql } from 'drizzle-orm'
import type { Tx } from './context.ts'
import { HINT_CHANNEL, type Hint } from './hint.ts'

export async function announce(tx: Tx, hint: Hint): Promise<void> {
  await tx.execute(sql`select pg_notify(${HINT_CHANNEL}, ${JSON.stringify(hint)})`)
}
