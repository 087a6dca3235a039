// The sessions of a person, in better-auth's table: listed, and ended at once.
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import type { Db } from '../../db/client.ts'
import { authSession, sessionProof } from '../../db/schema/index.ts'

export function listSessions(read: Reader, personId: string) {
  return read
    .select({
      id: authSession.id,
      ip: authSession.ipAddress,
      userAgent: authSession.userAgent,
      openedAt: authSession.createdAt,
      expiresAt: authSession.expiresAt,
    })
    .from(authSession)
    .where(and(eq(authSession.userId, personId), gt(authSession.expiresAt, new Date())))
    .orderBy(desc(authSession.createdAt))
    .limit(100)
}

/** Returns how many it ended: of this person only. */
export async function endSession(tx: Tx, personId: string, id: string): Promise<number> {
  const where = and(eq(authSession.userId, personId), eq(authSession.id, id))
  return (await tx.delete(authSession).where(where).returning({ id: authSession.id })).length
}

export async function endSessions(tx: Tx, personId: string, but: string | null): Promise<number> {
  const where = and(eq(authSession.userId, personId), but === null ? undefined : ne(authSession.id, but))
  return (await tx.delete(authSession).where(where).returning({ id: authSession.id })).length
}

/** When the person of this session last gave their password: at its beginning, or since. */
export async function findProvedAt(read: Reader, sessionId: string): Promise<Date | null> {
  const [row] = await read
    .select({ openedAt: authSession.createdAt, provedAt: sessionProof.provedAt })
    .from(authSession)
    .leftJoin(sessionProof, eq(sessionProof.sessionId, authSession.id))
    .where(eq(authSession.id, sessionId))
  return row ? new Date(row.provedAt ?? row.openedAt) : null
}

export async function noteProof(tx: Tx, sessionId: string, at: string): Promise<void> {
  await tx
    .insert(sessionProof)
    .values({ sessionId, provedAt: at })
    .onConflictDoUpdate({ target: sessionProof.sessionId, set: { provedAt: at } })
}

/** That it was used just now: what an idle one is told by. */
export async function noteSeen(db: Db, sessionId: string, at: Date): Promise<void> {
  await db.update(authSession).set({ updatedAt: at }).where(eq(authSession.id, sessionId))
}
