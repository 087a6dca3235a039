// `pnpm audit:verify [HEAD]`: is the audit of this installation what was written? Stops with 1 where it is not.
import { dayAtInstant } from '@tien-do/domain/day'
import { readConfig } from './config.ts'
import { contextOver } from './core/change.ts'
import { openDatabase } from './db/client.ts'
import { startEmbedded } from './db/embedded.ts'
import { verifyAccessAudit, verifyAudit } from './features/audit/index.ts'
import { HOUSE } from './features/people/index.ts'
import { listPlansInForce } from './features/plans/index.ts'

const [known = null] = process.argv.slice(2)
const now = () => new Date()
const config = readConfig(process.env)
const embedded = config.databaseUrl === null ? startEmbedded(config.dataDir) : undefined
const database = await openDatabase(config, embedded)
await database.ready
const context = contextOver(database.db, {
  actor: HOUSE,
  origin: { ip: null, requestId: null, keyId: null },
  now,
})

const chains = [{ name: 'installation', verify: () => verifyAccessAudit(context, null) }]
for (const { plan } of await listPlansInForce(context))
  chains.push({ name: plan.code, verify: () => verifyAudit(context, plan.code, known) })

console.log(`audit on ${dayAtInstant(now().getTime())}`)
for (const { name, verify } of chains) {
  const { whole, checked, head, faults } = await verify()
  console.log(`${name}: ${checked} events, ${whole ? 'whole' : 'BROKEN'}, head ${head ?? '–'}`)
  for (const { seq, code } of faults.slice(0, 20)) console.log(`  ${code}${seq === null ? '' : ` at ${seq}`}`)
  if (!whole) process.exitCode = 1
}
await database.close()
