// The only reader of process.env. A wrong value stops the start with the variable's name.
import { isIP } from 'node:net'

export interface Config {
  readonly port: number
  readonly host: string
  /** Null: PGlite in `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** What people type: cookies, links and the reference are made from it, never from a request's Host. */
  readonly publicUrl: URL
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly demoPassword: string | null
}

export class ConfigError extends Error {}

const MAX_PORT = 65_535
const MIN_DEMO_PASSWORD = 8

/** Reads and checks the configuration; throws ConfigError that names the variable and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = readPort(env.PORT)
  const host = env.HOST || '127.0.0.1'
  if (host !== 'localhost' && isIP(host) === 0) {
    throw new ConfigError(`HOST: an IP address such as 127.0.0.1 or ::, not "${host}"`)
  }
  return {
    port,
    host,
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    dataDir: env.DATA_DIR || '.data',
    publicUrl: readUrl('PUBLIC_URL', env.PUBLIC_URL || `http://localhost:${port}`),
    trustedProxies: (env.TRUSTED_PROXIES || '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    demoPassword: readDemoPassword(env.DEMO_PASSWORD),
  }
}

function readPort(text: string | undefined): number {
  if (!text) return 3000
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT)
    throw new ConfigError(`PORT: a number from 0 to ${MAX_PORT}, not "${text}"`)
  return port
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null
  const { protocol } = readUrl('DATABASE_URL', text)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    throw new ConfigError('DATABASE_URL: an address that begins with postgres://')
  }
  return text
}

function readUrl(name: string, text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw new ConfigError(`${name}: a complete address, such as http://localhost:3000`)
  }
}

function readDemoPassword(text: string | undefined): string | null {
  if (!text) return null
  if (text.length < MIN_DEMO_PASSWORD)
    throw new ConfigError(`DEMO_PASSWORD: at least ${MIN_DEMO_PASSWORD} characters`)
  return text
}
