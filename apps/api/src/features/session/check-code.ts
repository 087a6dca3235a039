// Is the second step taken? With a code of the authenticator, or with one of the codes kept on paper: each opens once.
import type { Db } from '../../db/client.ts'
import { recoveryHash, stepOf } from './one-time-code.ts'
import { unseal } from './seal.ts'
import { findSecondFactor, takeRecovery, takeStep } from './second-factor.repo.ts'

export async function checkCode(
  db: Db,
  secret: string,
  personId: string,
  code: string | undefined,
  now: Date,
): Promise<'proved' | 'code-required' | 'wrong-code'> {
  const factor = await findSecondFactor(db, personId)
  if (!factor?.confirmedAt) return 'proved'
  if (code === undefined) return 'code-required'
  const step = stepOf(unseal(factor.secret, secret, 'second factor'), code.replace(/\s/g, ''), now)
  const taken = step === null ? takeRecovery(db, personId, recoveryHash(code)) : takeStep(db, personId, step)
  return (await taken) ? 'proved' : 'wrong-code'
}
