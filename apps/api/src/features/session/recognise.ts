// Cookie or API key → who it is. Roles are read at every request: what is taken away is gone at once.
import { dayAtInstant } from '@tien-do/domain/day'
import type { Grant } from '@tien-do/domain/permission'
import { isIdle, owesSecondFactor, withoutSecondFactor } from '@tien-do/domain/sign-in'
import type { Db } from '../../db/client.ts'
import type { Recognise, Recognised } from '../../http/session.ts'
import { actorOfKey, findKeyByPrefix, isLive, mayComeFrom, noteUse, readKeyText } from '../api-keys/index.ts'
import { findPersonWithGrants } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { hasSecondFactor } from './second-factor.repo.ts'
import { noteSeen } from './sessions.repo.ts'

const SEEN_AGAIN_AFTER_MS = 60_000
const BEARER = /^Bearer ([^\s]+)$/i

type Held = (personId: string, grants: readonly Grant[]) => Promise<readonly Grant[]>

/** `secondFactor`: whether those who owe one must have it before their roles hold. */
export function recogniser(db: Db, accounts: Accounts, now: () => Date, secondFactor: boolean): Recognise {
  const held: Held = async (personId, grants) =>
    secondFactor && owesSecondFactor(grants) && !(await hasSecondFactor(db, personId))
      ? withoutSecondFactor(grants)
      : grants
  return async ({ cookie, authorization, ip, isAct }) => {
    if (authorization)
      return (await byKey(db, held, authorization, ip, now())) ?? { refusedBecause: 'api-key.invalid' }
    return cookie ? byCookie(db, held, accounts, cookie, now(), isAct) : null
  }
}

async function byCookie(
  db: Db,
  held: Held,
  accounts: Accounts,
  cookie: string,
  now: Date,
  isAct: boolean,
): Promise<Recognised | null> {
  const session = await accounts.sessionOf(cookie)
  const found = session && (await findPersonWithGrants(db, session.personId, dayAtInstant(now.getTime())))
  if (!session || !found) return null
  // Sessions live by the machine's clock; the demo's own may run ahead of it.
  const machine = Date.now()
  const seenAt = session.seenAt.getTime()
  if (isIdle(found.grants, seenAt, machine)) return null
  if (isAct && machine - seenAt > SEEN_AGAIN_AFTER_MS)
    await noteSeen(db, session.sessionId, new Date(machine))
  const grants = await held(found.person.id, found.grants)
  return {
    actor: { personId: found.person.id, name: found.person.name, grants, scopes: null },
    keyId: null,
    sessionId: session.sessionId,
    requestsPerMinute: null,
  }
}

async function byKey(db: Db, held: Held, authorization: string, ip: string, now: Date) {
  const key = readKeyText(BEARER.exec(authorization)?.[1] ?? '')
  const row = key ? await findKeyByPrefix(db, key.prefix) : undefined
  if (!key || !row || !isLive(row, key.secret, now)) return null
  const owner = await findPersonWithGrants(db, row.ownerId, dayAtInstant(now.getTime()))
  if (!owner) return null
  const actor = actorOfKey(row, owner.person, await held(owner.person.id, owner.grants))
  // Only whoever holds the whole key learns that it is tied to an address.
  if (!mayComeFrom(row, ip))
    return { refusedBecause: 'api-key.address-refused' as const, key: { id: row.id, name: actor.name } }
  await noteUse(db, row, now)
  return { actor, keyId: row.id, sessionId: null, requestsPerMinute: row.requestsPerMinute }
}
