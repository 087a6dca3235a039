// The embedded database's keeper: its lock, its thread, its checkpoints.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Pool } from 'pg'
import { lockDirectory } from './directory-lock.ts'

export interface Embedded {
  readonly host: string
  readonly port: number
  /** Settles when it takes connections: the service is put together meanwhile. */
  readonly ready: Promise<void>
  readonly checkpoint: (pool: Pool) => Promise<void>
  readonly stop: () => Promise<void>
}

// pg looks for the socket file .s.PGSQL.<port> in the directory given as host.
const SOCKET_PORT = 5432

/** Starts PGlite in `dataDir/pglite`; throws DirectoryInUse when another process has it. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const directory = join(dataDir, 'pglite')
  await mkdir(directory, { recursive: true })
  const unlock = await lockDirectory(dataDir)
  const socketDir = await mkdtemp(join(tmpdir(), 'tien-do-'))
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { directory, path: join(socketDir, `.s.PGSQL.${SOCKET_PORT}`) },
  })
  const ready = answer(worker).then(() => undefined)
  // Its failure is told where it is awaited.
  ready.catch(() => undefined)
  return {
    host: socketDir,
    port: SOCKET_PORT,
    ready,
    checkpoint: async (pool) => {
      await pool.query('checkpoint')
    },
    stop: async () => {
      const closed = answer(worker)
      worker.postMessage('close')
      await closed
      await worker.terminate()
      await rm(socketDir, { recursive: true, force: true })
      await unlock()
    },
  }
}

function answer(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
