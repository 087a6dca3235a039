// Writes the contract: openapi.json for the clients, docs/errors.md for people. `--check` only says whether they are current.
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { buildApp } from './app.ts'
import { ERRORS } from './core/errors.ts'
import * as schema from './db/schema/index.ts'
import { ERRORS_DOC, OPENAPI_FILE, PUBLIC_OPENAPI_FILE } from './paths.ts'

const checkOnly = process.argv.includes('--check')

/** The documents are made from the routes alone: the pool is never asked for a connection. */
async function readDocuments(): Promise<string[]> {
  const pool = new Pool()
  const app = await buildApp({
    database: {
      engine: 'postgres',
      pool,
      hints: { follow: () => () => undefined, close: async () => undefined },
      db: drizzle(pool, { schema }),
      ready: Promise.resolve(),
      ping: async () => undefined,
      close: async () => undefined,
    },
    config: {
      mail: null,
      identityProvider: null,
      publicUrl: new URL('http://localhost:3000'),
      trustedProxies: [],
      webhookHosts: [],
      dataDir: tmpdir(),
    },
    secret: 'the contract needs no secret',
    now: () => new Date(0),
  })
  const documents = [app.swagger(), app.publicDocument()]
  await app.close()
  return documents.map((document) => `${JSON.stringify(document, null, 2)}\n`)
}

function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, vi, en }]) => `| \`${code}\` | ${status} | ${vi} | ${en} |`,
  )
  return `# Error codes\n\nGenerated from \`apps/api/src/core/errors.ts\` by \`pnpm contract\`.\n\n| code | status | vi | en |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

async function keep(file: string, text: string): Promise<boolean> {
  const current = await readFile(file, 'utf8').catch(() => '')
  if (current === text) return true
  if (!checkOnly) await writeFile(file, text)
  return !checkOnly
}

const [staff = '', open = ''] = await readDocuments()
const current = [
  await keep(OPENAPI_FILE, staff),
  await keep(PUBLIC_OPENAPI_FILE, open),
  await keep(ERRORS_DOC, errorsPage()),
]
if (current.includes(false)) {
  console.error('The contract is not what the routes say. Run: pnpm contract')
  process.exit(1)
}
