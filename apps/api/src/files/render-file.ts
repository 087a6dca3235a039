// Files are made in a thread of their own, started when the first is asked for: no other request waits for them.
import { Worker } from 'node:worker_threads'
import type { FileJob } from './report-job.ts'

type Answer =
  | { readonly id: number; readonly file: Uint8Array }
  | { readonly id: number; readonly failed: string }

interface Waiting {
  readonly resolve: (file: Uint8Array) => void
  readonly reject: (error: Error) => void
}

const IDLE_MS = 60_000
const MOST_MEMORY_MB = 512

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** The bytes of a .docx or .xlsx. The thread takes one after the other, and ends after a quiet minute. */
export function renderFile(job: FileJob): Promise<Uint8Array> {
  clearTimeout(idle)
  worker ??= startWorker()
  const id = ++last
  const current = worker
  current.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    current.postMessage({ id, job })
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./file-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  started.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('file' in answer) asked?.resolve(answer.file)
    else asked?.reject(new Error(answer.failed))
    if (waiting.size === 0) rest(started)
  })
  const lost = (error?: Error) => {
    if (worker === started) worker = null
    const orphans = [...waiting.values()]
    waiting.clear()
    for (const { reject } of orphans) reject(error ?? new Error('the thread that makes files has ended'))
  }
  started.on('error', lost).on('exit', () => lost())
  return started
}

/** Nothing to do: it keeps nobody from ending, and goes after a while. */
function rest(quiet: Worker): void {
  quiet.unref()
  idle = setTimeout(() => {
    if (worker === quiet) worker = null
    void quiet.terminate()
  }, IDLE_MS)
  idle.unref()
}
