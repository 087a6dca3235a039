// The running system, started as its user would start it, on a directory and a port of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the system answers, without a slash at the end. */
    address: string
    /** The password of every demo account. */
    password: string
  }
}

const MAIN = join(import.meta.dirname, '..', '..', 'api', 'src', 'main.ts')
const PASSWORD = 'mật khẩu của người lạ'
const START_MS = 60_000
const POLL_MS = 100

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tien-do-e2e-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const service = spawn(process.execPath, [MAIN, 'demo'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO_PASSWORD: PASSWORD, PUBLIC_URL: address },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilReady(`${address}/api/v1/readyz`, service)
  project.provide('address', address)
  project.provide('password', PASSWORD)
  return async () => {
    service.kill('SIGTERM')
    await new Promise((resolve) => service.once('exit', resolve))
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function untilReady(url: string, service: ChildProcess): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    if (service.exitCode !== null) throw new Error(`the system ended with ${service.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await sleep(POLL_MS)
  }
  throw new Error('the system did not start')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => resolve(found && typeof found === 'object' ? found.port : 0))
    })
  })
}
