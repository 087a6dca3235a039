// What is done beside requests, in plain sight: a handler for every kind, and when those are due that nobody asks for.
import type { Database } from './db/client.ts'
import type { Work } from './jobs/index.ts'

export function workOf(_database: Database, _now: () => Date): Work {
  return {
    handlers: {
      'send-reminders': async () => undefined,
      'send-mail': async () => undefined,
    },
    timetable: {},
  }
}
