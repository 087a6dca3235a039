// PGlite in a thread of its own, behind a socket: a heavy query never blocks the event loop of the service.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { ANSWER, QUESTION } from './watchdog.ts'

const { directory, path } = workerData as { directory: string; path: string }

const db = await PGlite.create(directory)
const server = new PGLiteSocketServer({ db, path, maxConnections: 1 })
await server.start()
parentPort?.postMessage('ready')

parentPort?.on('message', async (message) => {
  if (message === QUESTION) return parentPort?.postMessage(ANSWER)
  await server.stop()
  await db.close()
  parentPort?.postMessage('closed')
})
