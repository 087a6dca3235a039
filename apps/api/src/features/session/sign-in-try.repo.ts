// Wrong tries are counted beside the request, whatever becomes of it; no fact of the ward, so no audit row of their own.
import { delayAfter } from '@tien-do/domain/sign-in'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { sha256 } from '../../core/canonical-json.ts'
import type { Db } from '../../db/client.ts'
import { signInTry } from '../../db/schema/index.ts'

const ELSEWHERE = '*'
const FORGOTTEN_AFTER_MS = 86_400_000

export interface Tries {
  readonly account: string
  /** The row that counts: the address' own where the account was opened from there before. */
  readonly origin: string
  readonly failures: number
  /** Seconds until a try counts again; 0: now. */
  readonly wait: number
}

export async function readTries(db: Db, email: string, ip: string, now: Date): Promise<Tries> {
  const account = sha256(email)
  const rows = await db
    .select()
    .from(signInTry)
    .where(and(eq(signInTry.account, account), inArray(signInTry.origin, [ip, ELSEWHERE])))
  const known = rows.find(({ origin }) => origin === ip)
  const row = known ?? rows.find(({ origin }) => origin === ELSEWHERE)
  // A clock that was set back does not make anybody wait for the hour to come round again.
  const age = row ? Math.max(0, now.getTime() - new Date(row.lastAt).getTime()) : 0
  const failures = row && age < FORGOTTEN_AFTER_MS ? row.failures : 0
  const wait = Math.max(0, Math.ceil(delayAfter(failures) - age / 1000))
  return { account, origin: known ? ip : ELSEWHERE, failures, wait }
}

export async function noteFailure(db: Db, { account, origin, failures }: Tries, now: Date): Promise<void> {
  const lastAt = now.toISOString()
  await db
    .insert(signInTry)
    .values({ account, origin, failures: 1, lastAt })
    .onConflictDoUpdate({
      target: [signInTry.account, signInTry.origin],
      // What was forgotten begins anew; tries at the same time are all counted.
      set: { failures: failures === 0 ? 1 : sql`${signInTry.failures} + 1`, lastAt },
    })
}

/** The address is known to the account from now on. */
export async function noteSuccess(db: Db, account: string, ip: string, now: Date): Promise<void> {
  const lastAt = now.toISOString()
  await db
    .insert(signInTry)
    .values({ account, origin: ip, failures: 0, lastAt })
    .onConflictDoUpdate({ target: [signInTry.account, signInTry.origin], set: { failures: 0, lastAt } })
}
