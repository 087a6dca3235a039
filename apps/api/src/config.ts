// The only reader of process.env. A wrong value stops the start with the variable's name.
import { isIP } from 'node:net'
import { join } from 'node:path'
import { isNetwork } from './core/networks.ts'

/** How e-mail leaves: the office's server, and whose name stands in it. */
export interface MailSettings {
  readonly smtpUrl: URL
  readonly from: string
}

/** The office's own accounts, by OpenID Connect. */
export interface IdentityProviderSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** As people call it: "Tài khoản công vụ". */
  readonly name: string
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Null: PGlite in `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Where backups lie. */
  readonly backupDir: string
  /** What people type: cookies, links and the reference are made from it, never from a request's Host. */
  readonly publicUrl: URL
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** The only hosts that webhooks may have; empty: any public one. */
  readonly webhookHosts: readonly string[]
  /** How many requests one address may make; 0: as many as it likes. */
  readonly requestsPerMinute: number
  /** Where a Prometheus asks for numbers; null: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null
  readonly logLevel: LogLevel
  readonly demoPassword: string | null
  /** Null: nobody is told by e-mail. */
  readonly mail: MailSettings | null
  /** Null: people sign in with their password only. */
  readonly identityProvider: IdentityProviderSettings | null
  /** The instant (milliseconds since 1970) at which the demo's clock starts; null: it is the machine's. */
  readonly demoNow: number | null
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export class ConfigError extends Error {}

const MAX_PORT = 65_535
const MIN_DEMO_PASSWORD = 8

/** Reads and checks the configuration; throws ConfigError that names the variable and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = readWhole('PORT', env.PORT, 3_000, MAX_PORT)
  const dataDir = env.DATA_DIR || '.data'
  return {
    port,
    host: readHost('HOST', env.HOST),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    dataDir,
    backupDir: env.BACKUP_DIR || join(dataDir, 'backups'),
    publicUrl: readPublicUrl(env.PUBLIC_URL || `http://localhost:${port}`),
    trustedProxies: readNetworks('TRUSTED_PROXIES', env.TRUSTED_PROXIES),
    webhookHosts: readHosts('WEBHOOK_HOSTS', env.WEBHOOK_HOSTS),
    requestsPerMinute: readWhole('REQUESTS_PER_MINUTE', env.REQUESTS_PER_MINUTE, 6_000, 10_000_000),
    metrics: env.METRICS_PORT
      ? {
          port: readWhole('METRICS_PORT', env.METRICS_PORT, 0, MAX_PORT),
          host: readHost('METRICS_HOST', env.METRICS_HOST),
        }
      : null,
    logLevel: readLogLevel(env.LOG_LEVEL),
    demoPassword: readDemoPassword(env.DEMO_PASSWORD),
    mail: readMail(env.SMTP_URL, env.MAIL_FROM),
    identityProvider: readIdentityProvider(env),
    demoNow: readDemoNow(env.DEMO_NOW),
  }
}

function readWhole(name: string, text: string | undefined, fallback: number, most: number): number {
  if (!text) return fallback
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > most)
    throw new ConfigError(`${name}: a number from 0 to ${most}, not "${text}"`)
  return number
}

function readHost(name: string, text: string | undefined): string {
  const host = text || '127.0.0.1'
  if (host !== 'localhost' && isIP(host) === 0)
    throw new ConfigError(`${name}: an IP address such as 127.0.0.1 or ::, not "${host}"`)
  return host
}

function readLogLevel(text: string | undefined): LogLevel {
  const level = LOG_LEVELS.find((each) => each === (text || 'warn'))
  if (!level) throw new ConfigError(`LOG_LEVEL: one of ${LOG_LEVELS.join(', ')}, not "${text}"`)
  return level
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null
  const { protocol } = readUrl('DATABASE_URL', text)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    throw new ConfigError('DATABASE_URL: an address that begins with postgres://')
  }
  return text
}

/** Anything else parses as an address too: `localhost:3000` is one of the scheme `localhost:`. */
function readPublicUrl(text: string): URL {
  const url = readUrl('PUBLIC_URL', text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new ConfigError('PUBLIC_URL: an address that begins with http:// or https://')
  return url
}

function readHosts(name: string, text: string | undefined): string[] {
  const hosts = (text ?? '').split(',').flatMap((part) => part.trim().toLowerCase() || [])
  const wrong = hosts.find(
    (host) => !URL.canParse(`https://${host}`) || new URL(`https://${host}`).host !== host,
  )
  if (wrong !== undefined)
    throw new ConfigError(`${name}: "${wrong}" is no host name, such as portal.example`)
  return hosts
}

function readNetworks(name: string, text: string | undefined): string[] {
  const networks = (text || '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  for (const network of networks) {
    if (!isNetwork(network))
      throw new ConfigError(`${name}: addresses or networks such as 10.0.0.0/8, not "${network}"`)
  }
  return networks
}

function readUrl(name: string, text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw new ConfigError(`${name}: a complete address, such as http://localhost:3000`)
  }
}

/** RFC 3339 with its zone: a day alone, or a time of nowhere, would mean another instant on another machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

function readDemoNow(text: string | undefined): number | null {
  if (!text) return null
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant))
    throw new ConfigError(`DEMO_NOW: an instant such as 2026-11-30T08:00:00+07:00, not "${text}"`)
  return instant
}

/** The clock of the service: the machine's, or the demo's own, which starts where it was told to and runs on. */
export function clockOf(mode: 'demo' | 'start', demoNow: number | null, machine: () => number): () => Date {
  if (demoNow === null) return () => new Date(machine())
  if (mode !== 'demo') throw new ConfigError('DEMO_NOW: moves the clock of the demo only; leave it out here')
  const ahead = demoNow - machine()
  return () => new Date(machine() + ahead)
}

function readMail(smtpUrl: string | undefined, from: string | undefined): MailSettings | null {
  if (!smtpUrl && !from) return null
  if (!smtpUrl) throw new ConfigError('SMTP_URL: missing, though MAIL_FROM is set')
  const url = readUrl('SMTP_URL', smtpUrl)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new ConfigError('SMTP_URL: an address that begins with smtp:// or smtps://')
  if (!from || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    throw new ConfigError(
      'MAIL_FROM: whose name the e-mail carries, such as "Tiến Độ <tien-do@phuong.gov.vn>"',
    )
  return { smtpUrl: url, from }
}

const IDENTITY_PROVIDER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']

function readIdentityProvider(
  env: Readonly<Record<string, string | undefined>>,
): IdentityProviderSettings | null {
  const [issuerText = '', clientId = '', clientSecret = '', name = ''] = IDENTITY_PROVIDER.map(
    (each) => env[each] ?? '',
  )
  const missing = IDENTITY_PROVIDER.filter((each) => !env[each])
  if (missing.length === IDENTITY_PROVIDER.length) return null
  if (missing.length > 0)
    throw new ConfigError(`${missing.join(', ')}: missing, though others of OIDC_… are set`)
  const issuer = readUrl('OIDC_ISSUER', issuerText)
  // Without TLS anybody on the way could say who somebody is.
  if (issuer.protocol !== 'https:' && !THIS_MACHINE.includes(issuer.hostname))
    throw new ConfigError('OIDC_ISSUER: an address that begins with https://')
  return { issuer, clientId, clientSecret, name }
}

function readDemoPassword(text: string | undefined): string | null {
  if (!text) return null
  if (text.length < MIN_DEMO_PASSWORD)
    throw new ConfigError(`DEMO_PASSWORD: at least ${MIN_DEMO_PASSWORD} characters`)
  return text
}
