// How a person wants to be told: by e-mail or not, and the secret address of their calendar.
import { randomBytes } from 'node:crypto'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { findSetting, type SettingRow, storeSetting } from './calendar.repo.ts'

export type { SettingRow } from './calendar.repo.ts'

const SECRET_BYTES = 32

export async function getAccount(context: Context): Promise<SettingRow> {
  return (await findSetting(context.read, context.actor.personId)) as SettingRow
}

export async function changeAccount(
  context: Context,
  change: { mailReminders: boolean },
): Promise<SettingRow> {
  await store(context, change, change)
  return getAccount(context)
}

/** A new secret address; the one before leads nowhere from now on. The secret is told once and kept as a hash. */
export async function renewCalendar(context: Context): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const calendarSince = context.now().toISOString()
  await store(context, { calendarHash: sha256(secret), calendarSince }, { calendar: 'renewed' })
  return secret
}

/** The address leads nowhere any more. */
export function revokeCalendar(context: Context): Promise<void> {
  return store(context, { calendarHash: null, calendarSince: null }, { calendar: 'revoked' })
}

function store(context: Context, change: Parameters<typeof storeSetting>[2], after: object): Promise<void> {
  const { personId } = context.actor
  return context.change({ action: 'account.change', plan: null }, async (tx, record) => {
    const before = await findSetting(tx, personId)
    await storeSetting(tx, personId, change)
    record({
      resource: 'account',
      id: personId,
      before: { mailReminders: before?.mailReminders ?? false },
      after,
    })
  })
}
