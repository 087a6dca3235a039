// What is done beside requests, in plain sight: a handler for every kind, and when those are due that nobody asks for.
import type { Config } from './config.ts'
import { contextOver } from './core/change.ts'
import type { Database } from './db/client.ts'
import { HOUSE } from './features/people/index.ts'
import { mailOver, sendDelivery, sendReminders } from './features/reminders/index.ts'
import type { Work } from './jobs/index.ts'

interface Parts {
  readonly database: Database
  readonly config: Pick<Config, 'mail' | 'publicUrl'>
  readonly now: () => Date
}

/** From half past seven to six in the evening: whoever was away in the morning is still told. */
const OFFICE_HOURS = '30 7-18 * * *'

export function workOf({ database, config, now }: Parts): Work {
  const origin = { ip: null, requestId: null, keyId: null }
  const context = () => contextOver(database.db, { actor: HOUSE, origin, now })
  const mail = config.mail
  return {
    handlers: {
      'send-reminders': async () => void (await sendReminders(context(), mail !== null)),
      'send-mail': async ({ delivery }) => {
        if (mail === null)
          throw new Error('SMTP_URL and MAIL_FROM are not set: there is no way to send e-mail')
        await sendDelivery(context(), String(delivery), mailOver(mail), config.publicUrl)
      },
    },
    timetable: { 'send-reminders': OFFICE_HOURS },
  }
}
