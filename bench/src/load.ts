// Requests as fast as they are answered, a few at a time, for some seconds.
import { Agent, get } from 'node:http'
import type { Server } from './servers.ts'

const AT_ONCE = 10
const SECONDS = 4

export interface Load {
  readonly perSecond: number
  readonly medianMs: number
  readonly slowestHundredthMs: number
  /** Processor time of the server for one request. */
  readonly cpuMicroseconds: number
}

export async function load(
  server: Server,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const ask = () => once(`${server.origin}${path}`, { ...server.headers, ...headers }, agent)
  // What is compiled or remembered at the first request is not what is measured.
  for (let warmed = 0; warmed < 200; warmed++) await ask()
  const waits: number[] = []
  const cpuBefore = await server.cpuSeconds()
  const began = performance.now()
  const ends = began + SECONDS * 1_000
  const worker = async () => {
    while (performance.now() < ends) {
      const asked = performance.now()
      await ask()
      waits.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const seconds = (performance.now() - began) / 1_000
  const cpu = (await server.cpuSeconds()) - cpuBefore
  agent.destroy()
  waits.sort((a, b) => a - b)
  return {
    perSecond: waits.length / seconds,
    medianMs: waits[Math.floor(waits.length / 2)] ?? Number.NaN,
    slowestHundredthMs: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
    cpuMicroseconds: (cpu * 1_000_000) / waits.length,
  }
}

function once(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (answer) => {
      const { statusCode = 0 } = answer
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => (statusCode < 400 ? resolve() : reject(new Error(`${url}: ${statusCode}`))))
    }).on('error', reject)
  })
}
