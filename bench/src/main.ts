// What the service costs, measured against the least that could do the same, on one machine and in one run.
import { cpus } from 'node:os'
import { Pool } from 'pg'
import { createDatabase, startPostgres } from '../../apps/api/test/postgres.ts'
import { measureImports } from './imports.ts'
import { measureReads } from './reads.ts'
import { measureReports } from './reports.ts'
import { startBare, startService } from './servers.ts'
import { measureTyping } from './typing.ts'

const DATABASE = 'bench'

const postgres = await startPostgres({ durable: true })
await createDatabase(postgres.url, DATABASE)
const databaseUrl = `${postgres.url}/${DATABASE}`
const pool = new Pool({ connectionString: databaseUrl })
const service = await startService(databaseUrl)
const bare = await startBare(databaseUrl)
try {
  const { rows } = await pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  console.log(
    `Node ${process.versions.node}, Postgres ${rows[0]?.version}, ${cpus().length} × ${cpus()[0]?.model}\n`,
  )
  const only = process.argv[2]
  if (!only || only === 'typing') console.log(await measureTyping(service))
  if (!only || only === 'reads') console.log(await measureReads(pool, service, bare))
  if (!only || only === 'reports') console.log(await measureReports(pool, service))
  if (!only || only === 'imports') console.log(await measureImports(pool, service))
} finally {
  await service.stop()
  await bare.stop()
  await pool.end()
  await postgres.stop()
}
