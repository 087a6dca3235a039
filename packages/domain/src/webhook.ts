// Telling a portal that something changed: how often it is tried, when it is given up, and when an address is switched off.

export const WEBHOOK_STATES = ['active', 'disabled', 'removed'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why an address was switched off: it said that it is gone, or failed for five days. */
export const DISABLED_BECAUSE = ['gone', 'failing', 'by_hand'] as const
export type DisabledBecause = (typeof DISABLED_BECAUSE)[number]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Waits after the first, second … try: eight tries within three days (Standard Webhooks). */
const WAITS_MS = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 14 * HOUR, 48 * HOUR] as const
const JITTER = 0.2
const DISABLED_AFTER_MS = 5 * DAY

/** How long two secrets sign while the receiver changes over. */
export const BOTH_SECRETS_MS = 24 * HOUR

/**
 * When to try again after so many tries that failed; null once it is given up. `random` in [0, 1) spreads the tries, so
 * that a receiver that comes back is not hit by all at once.
 */
export function nextTryAt(tries: number, now: number, random: number): number | null {
  const wait = WAITS_MS[tries - 1]
  return wait === undefined ? null : now + Math.round(wait * (1 + JITTER * random))
}

export type TryOutcome = 'delivered' | 'gone' | 'failed'

/** Only 2xx is a success; a redirect is a failure; 410 says that nobody listens there any more. */
export function outcomeOf(status: number): TryOutcome {
  if (status >= 200 && status <= 299) return 'delivered'
  return status === 410 ? 'gone' : 'failed'
}

/** Whether an address that has failed since then, without one success, is switched off now. */
export function failsTooLong(failingSince: number, now: number): boolean {
  return now - failingSince >= DISABLED_AFTER_MS
}
