import type { Context } from '../../core/context.ts'
import { getPlan } from '../plans/index.ts'
import { listNoticesOf, listSent, markRead } from './reminders.repo.ts'

const SHOWN = 50
const LOGGED = 200

/** What the caller was told in a plan, newest first. */
export async function listNotices(context: Context, planCode: string) {
  const plan = await getPlan(context, planCode)
  return { plan, rows: await listNoticesOf(context.read, plan.id, context.actor.personId, SHOWN) }
}

/** The caller has seen what they were told. */
export async function readNotices(context: Context, planCode: string): Promise<void> {
  const plan = await getPlan(context, planCode)
  await context.change({ action: 'notice.read', plan: null }, async (tx, record) => {
    const { personId } = context.actor
    const count = await markRead(tx, plan.id, personId, context.now().toISOString())
    if (count > 0)
      record({ resource: 'notice', id: personId, before: { unread: count }, after: { unread: 0 } })
  })
}

/** Who was told what, and when, newest first. */
export async function listReminders(context: Context, planCode: string) {
  const plan = await getPlan(context, planCode)
  return { plan, rows: await listSent(context.read, plan.id, LOGGED) }
}
