// Which account of the office's identity provider belongs to which person: by issuer and subject, and by nothing else.
import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { identity } from '../../db/schema/index.ts'
import type { Identity } from './identity-provider.ts'

export async function findPersonOfIdentity(read: Reader, { issuer, subject }: Identity) {
  const [row] = await read
    .select({ personId: identity.personId })
    .from(identity)
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
  return row?.personId ?? null
}

export async function findIdentityOf(read: Reader, personId: string) {
  const [row] = await read
    .select({ linkedAt: identity.linkedAt })
    .from(identity)
    .where(eq(identity.personId, personId))
  return row ?? null
}

/** False where this identity, or this person, is linked already. */
export async function linkIdentity(tx: Tx, row: typeof identity.$inferInsert): Promise<boolean> {
  return (await tx.insert(identity).values(row).onConflictDoNothing().returning()).length > 0
}

export async function unlinkIdentity(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.delete(identity).where(eq(identity.personId, personId)).returning()).length > 0
}
