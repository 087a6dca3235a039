// The embedded database as its user has it: started, killed, opened again, fought over, hung.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { end, type RunningService, startInVain, startService } from './running-service.ts'

const DATA_DIR = await mkdtemp(join(tmpdir(), 'tien-do-embedded-'))
const admin = { name: 'Quản trị', email: 'quan.tri@phuong.test', password: 'mười lăm ký tự trở lên' }
let service: RunningService
let cookie = ''
afterAll(async () => {
  service?.process.kill('SIGKILL')
  await rm(DATA_DIR, { recursive: true, force: true })
})

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${service.url}/api/v1${path}`, {
    method,
    headers: { cookie, origin: service.url, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}
async function signIn(): Promise<void> {
  const answer = await call('POST', '/sessions', { email: admin.email, password: admin.password })
  expect(answer.status).toBe(204)
  cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}
let written = 0
/** Records one more figure; its day when it was acknowledged. */
async function record(): Promise<string | null> {
  const day = new Date(Date.UTC(2024, 0, 1 + written++)).toISOString().slice(0, 10)
  const figure = { indicator: 'DP-01', on: day, numerator: 1, denominator: 2 }
  const answer = await call('POST', '/plans/chanh-lo-hts/measurements', figure).catch(() => null)
  return answer?.status === 201 ? day : null
}
async function storedDays(): Promise<Set<string>> {
  const days = new Set<string>()
  let cursor: string | null = null
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page = (await (await call('GET', `/plans/chanh-lo-hts/measurements?limit=200${query}`)).json()) as {
      items: { on: string }[]
      next: string | null
    }
    for (const { on } of page.items) days.add(on)
    cursor = page.next
  } while (cursor)
  return days
}

describe('the service without any database', () => {
  it('starts with the plan, no figures, and a link with which one person makes themselves administrator', async () => {
    service = await startService('start', { DATA_DIR })
    const secret = /dat-mat-khau\/(\S+)/.exec(service.welcome)?.[1] ?? ''
    expect((await call('POST', `/invitations/${secret}`, admin)).status).toBe(204)
    await signIn()
    const plan = (await (await call('GET', '/plans/chanh-lo-hts')).json()) as object
    expect(plan).toMatchObject({ code: 'chanh-lo-hts', sample: false })
    expect(await storedDays()).toEqual(new Set())
    expect(await (await call('GET', '/readyz')).json()).toEqual({
      status: 'ready',
      database: 'pglite',
      survives: 'killed-process',
    })
  })

  it('loses nothing that it acknowledged when it is killed, at whatever moment', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 2; round++) {
      const first = await record()
      expect(first).not.toBeNull()
      acknowledged.push(first ?? '')
      let alive = true
      const writing = (async () => {
        while (alive) {
          const day = await record()
          if (day !== null) acknowledged.push(day)
        }
      })()
      await sleep(50 + Math.random() * 700)
      await end(service, 'SIGKILL')
      alive = false
      await writing
      service = await startService('start', { DATA_DIR })
      console.info(`opened again in ${Math.round(service.startedInMs)} ms, ${acknowledged.length} figures`)
      const stored = await storedDays()
      expect(acknowledged.filter((day) => !stored.has(day))).toEqual([])
      // At most the one that was under way was stored without anybody having heard of it.
      expect(stored.size - acknowledged.length).toBeLessThanOrEqual(round + 1)
    }
    expect(service.welcome).not.toContain('dat-mat-khau')
  })

  it('refuses to open what another process has open, and says which directory and which process', async () => {
    const { code, said } = await startInVain({ DATA_DIR })
    expect(code).toBe(1)
    expect(said).toContain(DATA_DIR)
    expect(said).toContain(`process ${service.process.pid}`)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect((await call('GET', '/me')).status).toBe(200)
  })

  it('ends within ten seconds when it is told to, though somebody keeps a connection', async () => {
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve) =>
      request(`${service.url}/api/v1/healthz`, { agent }, (answer) => resolve(answer.resume())).end(),
    )
    const start = performance.now()
    expect(await end(service, 'SIGTERM')).toBe(0)
    expect(performance.now() - start).toBeLessThan(10_000)
    agent.destroy()
    await expect(readFile(join(DATA_DIR, 'lock'))).rejects.toThrow('ENOENT')
  })

  it('is opened by one of three that start at once over the lock of a dead process', async () => {
    await writeFile(join(DATA_DIR, 'lock'), '999999999')
    const attempts = await Promise.allSettled([1, 2, 3].map(() => startService('start', { DATA_DIR })))
    const opened = attempts.filter((attempt) => attempt.status === 'fulfilled')
    expect(opened).toHaveLength(1)
    for (const attempt of attempts)
      if (attempt.status === 'rejected')
        expect(String(attempt.reason)).toMatch(/ended with 1: .*(is in use|just been taken)/)
    for (const { value } of opened) await end(value, 'SIGTERM')
  })

  it('ends with a message when its database hangs, and opens again', async () => {
    const { code, said } = await hang(1_000)
    expect(code).toBe(1)
    expect(said).toContain(DATA_DIR)
    expect(said).toContain('has answered nothing for 1 s')
    service = await startService('start', { DATA_DIR })
    await signIn()
    expect((await storedDays()).size).toBeGreaterThan(0)
  })
})

describe('a start that cannot be', () => {
  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['HOST', 'the-office'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['REQUESTS_PER_MINUTE', '-1'],
  ])('stops with the name of what is wrong: %s=%s', async (name, value) => {
    const { code, said } = await startInVain({ DATA_DIR: join(DATA_DIR, 'never'), [name]: value })
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`^Tiến Độ: ${name}: .*\n$`))
  })
  it('says so when the port is taken', async () => {
    const { port } = new URL(service.url)
    const { code, said } = await startInVain({ DATA_DIR: join(DATA_DIR, 'other'), PORT: port })
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`Tiến Độ: PORT: ${port}`))
  })
})

/** Opens the directory in a process of its own, with little patience, and asks what is never answered. */
async function hang(silenceMs: number): Promise<{ code: number | null; said: string }> {
  const source = JSON.stringify(new URL('../src/db/', import.meta.url).href)
  const script = `
    const { startEmbedded } = await import(${source} + 'embedded.ts')
    const { openDatabase } = await import(${source} + 'client.ts')
    const dataDir = ${JSON.stringify(DATA_DIR)}
    const database = await openDatabase({ databaseUrl: null, dataDir }, startEmbedded(dataDir, ${silenceMs}))
    await database.ready
    await database.pool.query('select count(*) from generate_series(1, 1e12)')`
  const file = join(DATA_DIR, 'hang.mjs')
  await writeFile(file, script)
  const child = spawn(process.execPath, [file])
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said }
}
