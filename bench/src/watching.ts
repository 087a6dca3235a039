import type { Server } from './servers.ts'

/** Asks the service how it is, again and again, while something else keeps it busy. */
export async function watching<Result>(
  service: Server,
  waits: number[],
  work: () => Promise<Result>,
): Promise<Result> {
  let done = false
  const finished = work().finally(() => {
    done = true
  })
  while (!done) {
    const asked = performance.now()
    await (await fetch(`${service.origin}/api/v1/healthz`)).arrayBuffer()
    waits.push(performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return finished
}
