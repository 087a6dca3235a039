// The embedded database's keeper: its lock, its thread, its watchdog, its checkpoints.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Pool } from 'pg'
import { lockDirectory } from './directory-lock.ts'
import { watch } from './watchdog.ts'

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
const SILENCE_MS = 120_000

/**
 * Starts PGlite in `dataDir/pglite`; throws DirectoryInUse when another process has it. The process ends when the
 * database answers nothing for `silenceMs`, or is gone: nothing that is asked of it would ever be answered.
 */
export async function startEmbedded(dataDir: string, silenceMs = SILENCE_MS): Promise<Embedded> {
  const directory = join(dataDir, 'pglite')
  await mkdir(directory, { recursive: true })
  const unlock = await lockDirectory(dataDir)
  const socketDir = await mkdtemp(join(tmpdir(), 'tien-do-'))
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { directory, path: join(socketDir, `.s.PGSQL.${SOCKET_PORT}`) },
  })
  let stopWatching = () => {}
  const ready = said(worker, 'ready').then(() => {
    const end = (what: string) => () => endProcess(`the embedded database in ${directory} ${what}`)
    const gone = end('is gone')
    worker.once('error', gone).once('exit', gone)
    const unwatch = watch(
      worker,
      silenceMs,
      end(`has answered nothing for ${silenceMs / 1_000} s (is the disk full?)`),
    )
    stopWatching = () => {
      unwatch()
      worker.off('exit', gone)
    }
  })
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
      stopWatching()
      const closed = said(worker, 'closed')
      worker.postMessage('close')
      await closed
      await worker.terminate()
      await rm(socketDir, { recursive: true, force: true })
      await unlock()
    },
  }
}

function said(worker: Worker, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message) => {
      if (message === word) resolve()
    })
  })
}

function endProcess(why: string): void {
  console.error(
    `Tiến Độ: ${why}. The process ends; whatever was acknowledged is there when it is started again.`,
  )
  process.exit(1)
}
