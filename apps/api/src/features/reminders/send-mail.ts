// One message by e-mail. Begun again after a crash, it carries the Message-ID it had: the office's server knows it.

import type { Day } from '@tien-do/domain/day'
import { versionOn } from '@tien-do/domain/department'
import type { Context } from '../../core/context.ts'
import { listPlansInForce } from '../plans/index.ts'
import { reminderMail, type SendMail } from './mail.ts'
import { findQueuedDelivery, markSent } from './reminders.repo.ts'

/** Sends what is still to be sent; nothing where it was sent already. Throws what the server said. */
export async function sendDelivery(
  context: Context,
  id: string,
  send: SendMail,
  publicUrl: URL,
): Promise<void> {
  const row = await findQueuedDelivery(context.read, id)
  if (!row) return
  const plan = (await listPlansInForce(context)).find((each) => each.id === row.planId)
  const nameOf = (code: string) => {
    const department = plan?.plan.departments.find((each) => each.code === code)
    return (department && versionOn(department.versions, row.on as Day)?.name) ?? code
  }
  const items = row.items.map(({ kind = 'report', code = null, count = 1, department, year, lastDay }) => ({
    ...{ kind, code, count, year },
    department: department === null ? null : nameOf(department),
    lastDay: lastDay as Day | null,
  }))
  await send(reminderMail(row.id, row.address, row.name, items, row.on as Day, publicUrl))
  await context.change({ action: 'reminder.send', plan: null }, async (tx, record) => {
    const at = context.now().toISOString()
    if (await markSent(tx, id, at))
      record({ resource: 'delivery', id, before: { state: 'queued' }, after: { state: 'sent', at } })
  })
}
