// The service, started as its user would start it: on a directory and a port of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningService {
  /** Where it answers, without a slash at the end. */
  readonly address: string
  /** All that it has told the person at the console. */
  readonly printed: () => string
  readonly stop: () => Promise<void>
}

const MAIN = join(import.meta.dirname, '..', '..', 'api', 'src', 'main.ts')
const START_MS = 90_000
const POLL_MS = 100

/** `start`: the plan alone; `demo`: with accounts and sample figures. With a DATA_DIR of its own, what is there is kept. */
export async function startService(
  mode: 'demo' | 'start',
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'tien-do-e2e-')))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const child = spawn(process.execPath, [MAIN, mode], {
    env: { ...process.env, ...env, DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: address },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const tellOfEnd = (code: number | null, signal: string | null) => {
    console.error(`the service at ${address} ended by itself: ${signal ?? code}\n${printed}`)
  }
  child.once('exit', tellOfEnd)
  const stop = async () => {
    child.off('exit', tellOfEnd)
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    if (!env.DATA_DIR) await rm(dataDir, { recursive: true, force: true })
  }
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    if (child.exitCode !== null) throw new Error(`the service did not start: ${child.exitCode}`)
    const ready = await fetch(`${address}/api/v1/readyz`).catch(() => null)
    if (ready?.ok) return { address, printed: () => printed, stop }
    await sleep(POLL_MS)
  }
  await stop()
  throw new Error(`the service did not start: ${printed}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const found = probe.address()
  probe.close()
  await once(probe, 'close')
  if (found === null || typeof found === 'string') throw new Error('no port is free')
  return found.port
}
