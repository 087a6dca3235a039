// Between people and the service: counts the requests that may write, and can have the process killed in the midst of one.
import { request as ask, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

interface Orders {
  /** After each request that may have written, before its answer is passed on. */
  readonly afterWrite?: (what: string) => Promise<void>
  /** Kills the process this long after this write has been handed over; nothing is passed on any more. */
  readonly fatal?: { readonly write: number; readonly afterMs: number; readonly kill: () => Promise<unknown> }
}

export interface Porter {
  readonly url: string
  readonly seen: {
    /** How many writes were handed over, and how many of them were answered. */
    handed: number
    answered: number
    /** The last one that was handed over. */
    last: string
    /** Whether the process was to be killed: nothing was passed on from then on. */
    fatal: boolean
  }
  readonly stop: () => void
}

export async function placePorter(target: string, { afterWrite, fatal }: Orders): Promise<Porter> {
  const seen = { handed: 0, answered: 0, last: '', fatal: false }
  const server = createServer(async (request, response) => {
    try {
      const body = await gather(request)
      if (seen.fatal) return void response.destroy()
      const writes = request.method !== 'GET'
      if (writes) {
        seen.handed += 1
        seen.last = `${request.method} ${request.url}`
      }
      if (fatal && writes && seen.handed === fatal.write) {
        seen.fatal = true
        void sleep(fatal.afterMs).then(fatal.kill)
      }
      // Each write from an address of its own: the limits of one address are not what is tried here.
      request.headers['x-forwarded-for'] = `10.0.${seen.handed >> 8}.${seen.handed & 255}`
      const answer = await forward(target, request, body)
      const text = await gather(answer)
      if (writes) {
        seen.answered += 1
        await afterWrite?.(`${request.method} ${request.url}`)
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers).end(text)
    } catch {
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function gather(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    ask(`${target}${url}`, { method, headers, agent: false }, resolve).on('error', reject).end(body)
  })
}
