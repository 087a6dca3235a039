// The embedded database, killed while it sends: what was to be told is told by the next process, to each once.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { startSmtp } from './smtp.ts'

const PATIENCE_MS = 60_000
const smtp = await startSmtp()
const home = await mkdtemp(join(tmpdir(), 'tien-do-mail-'))
const dataDir = join(home, 'data')
let child: ChildProcess | undefined
afterAll(async () => {
  child?.kill('SIGKILL')
  await smtp.stop()
  await rm(home, { recursive: true, force: true })
})

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 50) {
    if (waited > PATIENCE_MS) throw new Error(`not within ${PATIENCE_MS} ms`)
    await sleep(50)
  }
}

/** A process with the directory in hand; the first one has two people who chose e-mail, and what to tell them. */
async function work(first: boolean): Promise<ChildProcess> {
  const script = `
    const api = ${JSON.stringify(new URL('..', import.meta.url).href)}
    const { openDatabase } = await import(api + 'src/db/client.ts')
    const { startJobs } = await import(api + 'src/jobs/index.ts')
    const { workOf } = await import(api + 'src/work.ts')
    const dataDir = ${JSON.stringify(dataDir)}
    const database = await openDatabase({ databaseUrl: null, dataDir })
    const { migrate } = await import(api + 'src/db/migrate.ts')
    await migrate(database)
    const now = () => new Date('2026-11-25T01:00:00Z')
    if (${first}) {
      const { fill } = await import(api + 'test/template.ts')
      const people = await fill(database)
      const { contextOver } = await import(api + 'src/core/change.ts')
      const { openPeriod } = await import(api + 'src/features/periods/index.ts')
      const { sendReminders } = await import(api + 'src/features/reminders/index.ts')
      const contextAs = (actor) =>
        contextOver(database.db, { actor, origin: { ip: null, requestId: null, keyId: null }, now })
      await openPeriod(contextAs(people.coordinator), 'chanh-lo-hts', { year: 2026 })
      for (const { personId } of [people.coordinator, people.officer])
        await database.pool.query('insert into person_setting values ($1, true)', [personId])
      const { HOUSE } = await import(api + 'src/features/people/index.ts')
      await sendReminders(contextAs(HOUSE), true)
    }
    const config = {
      mail: { smtpUrl: new URL('${smtp.url.href}'), from: 'Tiến Độ <tien-do@phuong.test>' },
      publicUrl: new URL('http://localhost:3000'),
      dataDir,
      backupDir: null,
    }
    startJobs(database, now, workOf({ mode: 'start', database, config, now }))
    setInterval(() => {}, 1_000)`
  // A file: the embedded database's thread starts as its process did, and cannot from a text.
  const file = join(home, 'work.mjs')
  await writeFile(file, script)
  return spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit'] })
}

it('killed with a mail in hand, it leaves the rest to the next one: nobody is told twice or not at all', async () => {
  let held = 0
  smtp.before = async () => {
    held++
    if (held > 1) await new Promise(() => undefined)
  }
  child = await work(true)
  await until(() => held > 1 && smtp.taken.length === 1)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  smtp.before = async () => undefined
  child = await work(false)
  const told = () => new Set(smtp.taken.map(({ to }) => to))
  await until(() => told().size === 2)
  // Between the server's yes and ours one may go twice: under the Message-ID it had, which mail systems show once.
  expect(new Set(smtp.taken.map(({ to, messageId }) => `${to} ${messageId}`)).size).toBe(2)
}, 120_000)
