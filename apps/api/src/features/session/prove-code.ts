// The second step alone, where somebody else has vouched for the first: wrong tries delay as wrong passwords do.
import type { Db } from '../../db/client.ts'
import { checkCode } from './check-code.ts'
import { noteFailure, noteSuccess, readTries } from './sign-in-try.repo.ts'

type Proved =
  | { readonly outcome: 'signed-in'; readonly personId: string }
  | { readonly outcome: 'wrong-code'; readonly personId: string }
  | { readonly outcome: 'wait'; readonly seconds: number }

export async function proveCode(
  db: Db,
  secret: string,
  { personId, email, code }: { personId: string; email: string; code: string },
  ip: string,
  now: Date,
): Promise<Proved> {
  const tries = await readTries(db, email, ip, now)
  if (tries.wait > 0) return { outcome: 'wait', seconds: tries.wait }
  if ((await checkCode(db, secret, personId, code, now)) !== 'proved') {
    await noteFailure(db, tries, now)
    return { outcome: 'wrong-code', personId }
  }
  await noteSuccess(db, tries.account, ip, now)
  return { outcome: 'signed-in', personId }
}
