// The service as it runs in an office, and a bare server beside it: each a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const SERVICE_PORT = 3040
const BARE_PORT = 3041
const PASSWORD = 'mật khẩu của phép đo'
const TICKS_PER_SECOND = 100
const PLAN = 'chanh-lo-hts'

export interface Server {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  /** Seconds of processor it has used so far. */
  readonly cpuSeconds: () => Promise<number>
  /** The most memory it has held so far, in MB. */
  readonly peakMemoryMb: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** The demo's service on a server database, with a coordinator signed in. */
export async function startService(databaseUrl: string): Promise<Server & { readonly plan: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tien-do-bench-'))
  const main = join(import.meta.dirname, '../../apps/api/src/main.ts')
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(SERVICE_PORT),
    DEMO_PASSWORD: PASSWORD,
    REQUESTS_PER_MINUTE: '10000000',
  }
  const server = await start([main, 'demo'], env, `http://127.0.0.1:${SERVICE_PORT}`, '/api/v1/readyz')
  const answer = await fetch(`${server.origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'coordinator@demo.test', password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return {
    ...server,
    plan: `/api/v1/plans/${PLAN}`,
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function startBare(databaseUrl: string): Promise<Server> {
  const env = { DATABASE_URL: databaseUrl, PORT: String(BARE_PORT) }
  return start([join(import.meta.dirname, 'bare.ts')], env, `http://127.0.0.1:${BARE_PORT}`, '/alive')
}

async function start(
  args: string[],
  env: Record<string, string>,
  origin: string,
  alive: string,
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilAlive(child, origin + alive)
  return {
    origin,
    headers: {},
    cpuSeconds: async () => {
      // utime and stime are the 14th and 15th field; the second, a name in brackets, may hold spaces.
      const fields = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
    },
    peakMemoryMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)
    },
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

async function untilAlive(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`${url}: the server ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`${url}: no answer`)
}
