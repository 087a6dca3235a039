// The disk of the embedded database is full: nothing acknowledged is lost, and it opens again once there is room.
// Only by `pnpm test:faults`, where this machine lets us have a small file system: it waits for the watchdog.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { API, emailOf, PLAN } from '../harness.ts'
import { end, startService } from '../running-service.ts'
import { fill, NOW, PASSWORD } from '../template.ts'
import { expectWhole } from './trace.ts'

const dataDir = join(mkdtempSync(join(tmpdir(), 'tien-do-full-')), 'data')
const mounted = mountSmall()
afterAll(async () => {
  if (mounted) execFileSync('umount', [dataDir])
  await rm(join(dataDir, '..'), { recursive: true, force: true })
})

it.runIf(mounted)(
  'a full disk',
  async () => {
    const made = await openDatabase({ databaseUrl: null, dataDir })
    await migrate(made)
    await fill(made)
    await made.close()
    resize('120m')
    const service = await startService('demo', { DATA_DIR: dataDir, DEMO_NOW: NOW, REQUESTS_PER_MINUTE: '0' })
    const coordinator = supertest.agent(service.url).set('sec-fetch-site', 'same-origin')
    await coordinator
      .post(`${API}/sessions`)
      .send({ email: emailOf('coordinator'), password: PASSWORD })
      .expect(204)
    const acknowledged: number[] = []
    const said: string[] = []
    const start = performance.now()
    for (let batch = 0; batch < 60 && said.length === 0; batch++) {
      const answer = await coordinator
        .post(`${PLAN}/imports`)
        .query({ mode: 'commit', atomic: 'all' })
        .set({ 'content-type': 'text/csv', 'idempotency-key': `batch-${batch}` })
        .timeout(170_000)
        .send(sheet(batch))
        .catch((error: Error) => error)
      if (answer instanceof Error) said.push(answer.message)
      else if (answer.status === 200) acknowledged.push(batch)
      else said.push(`${answer.status} ${answer.body.code}`)
    }
    console.info(
      `full after ${acknowledged.length} imports; it said "${said}" after ${Math.round((performance.now() - start) / 1000)} s; the process ${service.process.exitCode === null ? 'runs on' : `ended with ${service.process.exitCode}`}`,
    )
    expect(said).toHaveLength(1)
    if (service.process.exitCode === null) await end(service, 'SIGKILL')
    resize('400m')
    const database = await openDatabase({ databaseUrl: null, dataDir })
    await database.ready
    const { rows } = await database.pool.query(
      `select distinct extract(year from "on")::int as year from measurement`,
    )
    const years = rows.map(({ year }) => Number(year))
    expect(acknowledged.filter((batch) => !years.includes(FIRST_YEAR + batch))).toEqual([])
    await expectWhole(database)
    await database.close()
  },
  300_000,
)

const FIRST_YEAR = 1950
function sheet(batch: number): string {
  const rows = Array.from({ length: 2_800 }, (_each, index) => {
    const on = new Date(Date.UTC(FIRST_YEAR + batch, 0, 1 + Math.floor(index / 14)))
      .toISOString()
      .slice(0, 10)
    return `FB-02,TDP-${String((index % 14) + 1).padStart(2, '0')},${on},1,2,Tổ trưởng`
  })
  return ['indicator,area,on,numerator,denominator,source', ...rows].join('\n')
}

function mountSmall(): boolean {
  try {
    mkdirSync(dataDir)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', dataDir], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function resize(size: string): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, dataDir])
}
