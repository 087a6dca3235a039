// Cookie or API key → who it is. Roles are read at every request: what is taken away is gone at once.
import { dayAtInstant } from '@tien-do/domain/day'
import type { Db } from '../../db/client.ts'
import type { Recognise, Recognised } from '../../http/session.ts'
import { actorOfKey, findKeyByPrefix, isLive, mayComeFrom, noteUse, readKeyText } from '../api-keys/index.ts'
import { findPersonWithGrants } from '../people/index.ts'
import type { Accounts } from './accounts.ts'

const BEARER = /^Bearer ([^\s]+)$/i

export function recogniser(db: Db, accounts: Accounts, now: () => Date): Recognise {
  return async ({ cookie, authorization, ip }) => {
    if (authorization)
      return (await byKey(db, authorization, ip, now())) ?? { refusedBecause: 'api-key.invalid' }
    return cookie ? byCookie(db, accounts, cookie, now()) : null
  }
}

async function byCookie(db: Db, accounts: Accounts, cookie: string, now: Date): Promise<Recognised | null> {
  const personId = await accounts.personOf(cookie)
  const found = personId ? await findPersonWithGrants(db, personId, dayAtInstant(now.getTime())) : undefined
  if (!found) return null
  return {
    actor: { personId: found.person.id, name: found.person.name, grants: found.grants, scopes: null },
    keyId: null,
    requestsPerMinute: null,
  }
}

async function byKey(db: Db, authorization: string, ip: string, now: Date) {
  const key = readKeyText(BEARER.exec(authorization)?.[1] ?? '')
  const row = key ? await findKeyByPrefix(db, key.prefix) : undefined
  if (!key || !row || !isLive(row, key.secret, now)) return null
  const owner = await findPersonWithGrants(db, row.ownerId, dayAtInstant(now.getTime()))
  if (!owner) return null
  const actor = actorOfKey(row, owner.person, owner.grants)
  // Only whoever holds the whole key learns that it is tied to an address.
  if (!mayComeFrom(row, ip))
    return { refusedBecause: 'api-key.address-refused' as const, key: { id: row.id, name: actor.name } }
  await noteUse(db, row, now)
  return { actor, keyId: row.id, requestsPerMinute: row.requestsPerMinute }
}
