// The thread that makes files: what is heavy about them is loaded here and nowhere else.
import { parentPort } from 'node:worker_threads'
import type { FileJob } from './report-job.ts'

async function make(job: FileJob): Promise<Uint8Array> {
  if (job.kind === 'report') return (await import('./make-report.ts')).makeReport(job)
  if (job.kind === 'docx') return (await import('./write-docx.ts')).writeDocx(job)
  return (await import('./write-xlsx.ts')).writeXlsx(job)
}

parentPort?.on('message', async ({ id, job }: { id: number; job: FileJob }) => {
  try {
    // Copied into memory of its own, so that it can be handed over instead of copied again.
    const file = Uint8Array.from(await make(job))
    parentPort?.postMessage({ id, file }, [file.buffer])
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
