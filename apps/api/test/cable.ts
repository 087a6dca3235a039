// The cable between the service and its database: it can be cut, and it can go silent.

import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface Cable {
  /** The database's address through the cable. */
  readonly url: string
  /** Every connection ends, and new ones are refused. */
  readonly cut: () => Promise<void>
  /** Nothing comes through any more, and nobody is told. */
  readonly silence: () => void
  readonly mend: () => Promise<void>
}

export async function layCable(databaseUrl: string): Promise<Cable> {
  const target = new URL(databaseUrl)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => undefined).on('close', () => other.destroy())
    }
    near.pipe(far).pipe(near)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const drop = () => {
    for (const end of ends) end.destroy()
    ends.clear()
  }
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        drop()
      }),
    silence: () => {
      for (const end of ends) end.unpipe().pause()
    },
    mend: async () => {
      drop()
      if (!server.listening) await listen(port)
    },
  }
}
