// At the door: how long one waits after wrong passwords, and for whom a password alone is not enough.
import type { Action, Grant, Role } from './permission.ts'

/** NIST SP 800-63B-4: fifteen characters where a password may be all there is; nothing else is asked of it. */
export const SHORTEST_PASSWORD = 15
export const LONGEST_PASSWORD = 128

const FREE_FAILURES = 5
const FIRST_DELAY_SECONDS = 5
const LONGEST_DELAY_SECONDS = 900

/** Seconds until the next try counts: none for the first failures, then twice as long each time, never more than a quarter of an hour. */
export function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.min(failures - FREE_FAILURES, 20))
}

const STRONGER: ReadonlySet<Role> = new Set<Role>(['admin', 'leader'])

/** Whether somebody with these roles must bring a second factor: whoever runs the house or signs for it. */
export function owesSecondFactor(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => STRONGER.has(role))
}

/** The roles that hold without a second factor: the stronger ones only let one read until it is set up. */
export function withoutSecondFactor(grants: readonly Grant[]): Grant[] {
  return grants.map((grant) => (STRONGER.has(grant.role) ? { ...grant, role: 'viewer' } : grant))
}

const MINUTE_MS = 60_000
/** Whoever runs the house leaves no screen open to whoever passes by (ASVS 5.0, 7.3.1). */
const IDLE_MINUTES = 30
const FRESH_MINUTES = 10

/** Whether a session that was used last at this instant (milliseconds) is over for somebody with these roles. */
export function isIdle(grants: readonly Grant[], seenAt: number, now: number): boolean {
  return grants.some(({ role }) => role === 'admin') && now - seenAt > IDLE_MINUTES * MINUTE_MS
}

/** What would let somebody at an open screen make a way in of their own. */
const ASKS_AGAIN: ReadonlySet<Action> = new Set<Action>([
  'person.invite',
  'person.change',
  'person.hand-over',
  'api-key.issue',
  'api-key.rotate',
])

export const mayOweProof = (action: Action): boolean => ASKS_AGAIN.has(action)

/** Whether the password is asked for again before this act, when it was last proved at this instant (ASVS 5.0, 7.5.1). */
export function owesProof(action: Action, provedAt: number, now: number): boolean {
  return mayOweProof(action) && now - provedAt > FRESH_MINUTES * MINUTE_MS
}
