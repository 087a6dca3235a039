// One driver for both databases: a pool of pg. Without DATABASE_URL, PGlite answers behind a local socket.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolConfig } from 'pg'
import type { Hints } from '../core/hint.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { openHints } from './hints.ts'
import * as schema from './schema/index.ts'

type Engine = 'postgres' | 'pglite'
export type Db = NodePgDatabase<typeof schema>

export interface Database {
  readonly engine: Engine
  readonly db: Db
  readonly pool: Pool
  /** What this and other processes of the same database commit. */
  readonly hints: Hints
  /** Settles when queries are answered; `migrate` waits for it. */
  readonly ready: Promise<void>
  /** Rejects when the database does not answer within a second. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

const POOL: PoolConfig = {
  connectionTimeoutMillis: 2_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  statement_timeout: 60_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  application_name: 'tien-do',
}
const PING_MS = 1_000

export interface DatabaseChoice {
  readonly databaseUrl: string | null
  readonly dataDir: string
}

/**
 * Opens the database of the configuration; PGlite refuses when another process holds its directory. It may have been
 * started already, while the rest of the service was still being read.
 */
export async function openDatabase(choice: DatabaseChoice, started?: Promise<Embedded>): Promise<Database> {
  if (choice.databaseUrl)
    return overPool(
      'postgres',
      new Pool({ ...POOL, connectionString: choice.databaseUrl, max: 10, maxLifetimeSeconds: 1_800 }),
    )
  const embedded = await (started ?? startEmbedded(choice.dataDir))
  const pool = new Pool({
    host: embedded.host,
    port: embedded.port,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 30_000,
  })
  return overPool('pglite', pool, embedded)
}

function overPool(engine: Engine, pool: Pool, embedded?: Embedded): Database {
  // An idle client that loses its server must not end the process; the next query gets a new one or fails.
  pool.on('error', () => undefined)
  // Nor may one that loses it in the midst of a transaction, between two statements: the next statement fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const hints = openHints(engine, pool)
  return {
    engine,
    pool,
    hints,
    ready: embedded?.ready ?? Promise.resolve(),
    db: givingBack(drizzle(pool, { schema }), pool),
    ping: () => withTimeout(PING_MS, pool.query('select 1')),
    close: async () => {
      await hints.close()
      await embedded?.checkpoint(pool)
      await pool.end()
      await embedded?.stop()
    },
  }
}

/**
 * The library gives a connection back only where `begin` was answered: one that was lost before it stayed out for ever, and
 * after ten of them nobody was served any more. Here it goes back whatever comes.
 */
function givingBack(db: Db, pool: Pool): Db {
  db.transaction = async (work, config) => {
    const client = await pool.connect()
    try {
      // Without the schema: it is only for relational queries, of which there are none, and costs time to read.
      return await (drizzle(client) as unknown as Db).transaction(work, config)
    } finally {
      client.release()
    }
  }
  return db
}

async function withTimeout(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
