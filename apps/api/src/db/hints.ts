// LISTEN on one connection: a client of its own on a server, the only one there is on the embedded database.
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientBase, type Notification, type Pool, type PoolClient } from 'pg'
import { type Heard, HINT_CHANNEL, type Hint, type Hints, MISSED } from '../core/hint.ts'

const AGAIN_MS = 1_000
const LISTEN = `listen ${HINT_CHANNEL}`

/** Nobody listens before somebody follows. A lost connection is made again, and its followers hear that they missed something. */
export function openHints(engine: 'postgres' | 'pglite', pool: Pool): Hints {
  const followers = new Set<(heard: Heard) => void>()
  const tell = (heard: Heard) => {
    for (const hear of followers) hear(heard)
  }
  const source = engine === 'pglite' ? overPool(pool, tell) : overOwnClient(pool, tell)
  return {
    follow: (hear) => {
      followers.add(hear)
      source.listen()
      return () => void followers.delete(hear)
    },
    close: source.close,
  }
}

interface Source {
  /** Once is enough. */
  readonly listen: () => void
  readonly close: () => Promise<void>
}

/** The embedded database has one connection, and whatever is told on it was committed on it. */
function overPool(pool: Pool, tell: (heard: Heard) => void): Source {
  let listening = false
  pool.on('connect', (client: PoolClient) => {
    relay(client, tell)
    if (listening) client.query(LISTEN).then(() => tell(MISSED), ignore)
  })
  return {
    listen: () => {
      if (listening) return
      listening = true
      pool.query(LISTEN).catch(ignore)
    },
    close: async () => undefined,
  }
}

function overOwnClient(pool: Pool, tell: (heard: Heard) => void): Source {
  const end = new AbortController()
  let client: Client | undefined
  let running: Promise<void> | undefined
  const run = async () => {
    for (let round = 0; !end.signal.aborted; round++) {
      client = new Client({ ...pool.options, statement_timeout: 0, application_name: 'tien-do hints' })
      const over = new Promise<void>((resolve) => client?.once('end', resolve))
      client.on('error', ignore)
      relay(client, tell)
      try {
        await client.connect()
        await client.query(LISTEN)
        if (round > 0) tell(MISSED)
        await over
      } catch {
        await client.end().catch(ignore)
      }
      await sleep(AGAIN_MS, undefined, { signal: end.signal, ref: false }).catch(ignore)
    }
  }
  return {
    listen: () => {
      running ??= run()
    },
    close: async () => {
      end.abort()
      await client?.end().catch(ignore)
      await running
    },
  }
}

function relay(client: ClientBase, tell: (heard: Heard) => void): void {
  client.on('notification', ({ channel, payload }: Notification) => {
    if (channel === HINT_CHANNEL && payload) tell(JSON.parse(payload) as Hint)
  })
}

const ignore = () => undefined
