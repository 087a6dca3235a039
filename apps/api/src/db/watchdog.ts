// PGlite knows no statement timeout, and on a full disk it spins for ever: somebody must notice.
import type { Worker } from 'node:worker_threads'

export const QUESTION = 'alive?'
export const ANSWER = 'alive'

/** Counted in beats, not by the clock: a machine that slept is not a database that hung. */
const BEATS = 4

/** Calls `onSilence` when the thread has answered nothing for so long; returns how to stop watching. */
export function watch(worker: Worker, silenceMs: number, onSilence: () => void): () => void {
  let unanswered = 0
  worker.on('message', (message) => {
    if (message === ANSWER) unanswered = 0
  })
  const timer = setInterval(() => {
    if (unanswered === BEATS) {
      clearInterval(timer)
      onSilence()
    }
    unanswered += 1
    worker.postMessage(QUESTION)
  }, silenceMs / BEATS)
  timer.unref()
  return () => clearInterval(timer)
}
