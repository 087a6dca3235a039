// What is done beside requests, in plain sight: a handler for every kind, and when those are due that nobody asks for.
import { makeNightlyBackup } from './backup/nightly.ts'
import type { Config } from './config.ts'
import { contextOver } from './core/change.ts'
import { PUBLIC_HTTPS } from './core/outbound.ts'
import type { Database } from './db/client.ts'
import { HOUSE } from './features/people/index.ts'
import { mailOver, sendDelivery, sendReminders } from './features/reminders/index.ts'
import { secretsFrom, sendWebhook } from './features/webhooks/index.ts'
import type { Mode } from './first-run.ts'
import type { Work } from './jobs/index.ts'

interface Parts {
  readonly mode: Mode
  readonly database: Database
  readonly config: Pick<Config, 'mail' | 'publicUrl' | 'dataDir' | 'backupDir' | 'webhookHosts'>
  readonly now: () => Date
  /** The installation’s own: webhooks sign with what is derived from it. */
  readonly secret: string
}

/** When nobody is at work: on the embedded database everything else waits for it. */
const NIGHT = '30 1 * * *'
/** From half past seven to six in the evening: whoever was away in the morning is still told. */
const OFFICE_HOURS = '30 7-18 * * *'

export function workOf({ mode, database, config, now, secret }: Parts): Work {
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
      'send-webhook': ({ delivery }) =>
        sendWebhook(context(), String(delivery), secretsFrom(secret), {
          ...PUBLIC_HTTPS,
          hosts: config.webhookHosts,
        }),
      'make-backup': () => makeNightlyBackup({ ...config, database, now }),
    },
    // The demo's figures are samples: there is nothing to keep.
    timetable: { 'send-reminders': OFFICE_HOURS, ...(mode === 'start' && { 'make-backup': NIGHT }) },
  }
}
