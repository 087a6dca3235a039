/** The SQLSTATE of a database error, wherever Drizzle wrapped it; null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return null
}

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
])

/** What pg says where it gives no code. */
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|has encountered a connection error and is not queryable/

/** Whether the database could not be reached at all. */
export function isConnectionLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && CONNECTION_CODES.has(code)) return true
    if (LOST.test(cause.message)) return true
  }
  return false
}
