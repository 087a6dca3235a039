// `pnpm audit:verify [HEAD]`: is the audit of this installation what was written? Stops with 1 where it is not.
import { dayAtInstant } from '@tien-do/domain/day'
import { verifyChains } from '../audit-chains.ts'
import { openDatabase } from '../db/client.ts'
import { atConsole, readConfigHere } from './at-console.ts'

const [known = null] = process.argv.slice(2)
const now = () => new Date()

await atConsole(async () => {
  const database = await openDatabase(readConfigHere())
  await database.ready
  console.log(`audit on ${dayAtInstant(now().getTime())}`)
  for (const chain of await verifyChains(database, now, (plan) => (plan === '' ? null : known))) {
    const { name, whole, checked, head, faults } = chain
    console.log(`${name}: ${checked} events, ${whole ? 'whole' : 'BROKEN'}, head ${head ?? '–'}`)
    for (const { seq, code } of faults.slice(0, 20))
      console.log(`  ${code}${seq === null ? '' : ` at ${seq}`}`)
    if (!whole) process.exitCode = 1
  }
  await database.close()
})
