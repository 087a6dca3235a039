// An invitation as the house makes it at its first start.
import { contextOver } from '../src/core/change.ts'
import { HOUSE, inviteFirstAdministrator } from '../src/features/people/index.ts'
import type { Harness } from './harness.ts'

/** The secret of a new invitation for the first administrator; the demo's is taken out of office for it. */
export async function inviteAdministrator({ database, clock }: Harness): Promise<string> {
  const origin = { ip: null, requestId: null, keyId: null }
  const context = contextOver(database.db, { actor: HOUSE, origin, now: () => clock })
  await database.pool.query(`update role_grant set role = 'viewer' where role = 'admin'`)
  const secret = await inviteFirstAdministrator(context)
  await database.pool.query(
    `update role_grant set role = 'admin' where person_id = (select id from person where email = 'admin@demo.test')`,
  )
  if (secret === null) throw new Error('there is an administrator')
  return secret
}
