// What is really asked of the database, so that a test can say what is not.
import type { Pool, PoolClient } from 'pg'

/** A list that grows with every statement that the pool's clients send. */
export function recordStatements(pool: Pool): string[] {
  const statements: string[] = []
  pool.on('connect', (client: PoolClient) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [query] = args as [string | { text: string }]
        statements.push(typeof query === 'string' ? query : query.text)
        return send(...args)
      },
    })
  })
  return statements
}
