// What every test database starts with: the plan, the sample areas, one account per role; no figures.
import { readFile } from 'node:fs/promises'
import { contextOver } from '../src/core/change.ts'
import { type Database, openDatabase } from '../src/db/client.ts'
import { migrate } from '../src/db/migrate.ts'
import { type DemoPeople, loadPlanAndAccounts } from '../src/demo.ts'
import { HOUSE } from '../src/features/people/index.ts'
import { PLAN_FILE } from '../src/paths.ts'

export const TEMPLATE = 'template_house'
export const PASSWORD = 'mật khẩu của các thử nghiệm'
/** The day on which every test happens: 22/11/2026, morning in Việt Nam. */
export const NOW = '2026-11-22T02:00:00.000Z'

export async function fillTemplate(databaseUrl: string): Promise<void> {
  const database = await openDatabase({ databaseUrl, dataDir: '' })
  await migrate(database)
  await fill(database)
  await database.close()
}

/** The plan and the accounts in a database that has its tables. */
export async function fill(database: Database): Promise<DemoPeople> {
  const context = contextOver(database.db, {
    actor: HOUSE,
    origin: { ip: null, requestId: null, keyId: null },
    now: () => new Date(NOW),
  })
  return loadPlanAndAccounts(
    context,
    JSON.parse(await readFile(PLAN_FILE, 'utf8')) as { code: string },
    PASSWORD,
  )
}
