// The whole service told to stop while people's browsers hold streams: a process of its own, seen from outside.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emailOf, newDatabase } from './harness.ts'
import { startService } from './running-service.ts'
import { PASSWORD, TEMPLATE } from './template.ts'

const STREAMS = 5
const AT_MOST_MS = 5_000

it('SIGTERM with open event streams ends the process within five seconds, and the streams with it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tien-do-ending-'))
  const service = await startService('start', {
    DATABASE_URL: await newDatabase(TEMPLATE),
    DATA_DIR: dataDir,
  })
  const answer = await fetch(`${service.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: service.url },
    body: JSON.stringify({ email: emailOf('viewer'), password: PASSWORD }),
  })
  expect(answer.status).toBe(204)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const streams = await Promise.all(Array.from({ length: STREAMS }, () => follow(service.url, cookie)))
  const closed = streams.map((stream) => once(stream, 'close'))
  const ended = once(service.process, 'exit')
  const start = performance.now()
  service.process.kill('SIGTERM')
  const [code] = await ended
  expect(performance.now() - start).toBeLessThan(AT_MOST_MS)
  expect(code).toBe(0)
  await Promise.all(closed)
  await rm(dataDir, { recursive: true, force: true })
}, 60_000)

/** A stream that has said its first words. */
async function follow(url: string, cookie: string): Promise<IncomingMessage> {
  const request = get(`${url}/api/v1/events`, { headers: { accept: 'text/event-stream', cookie } })
  request.on('error', () => undefined)
  const [stream] = (await once(request, 'response')) as [IncomingMessage]
  expect(stream.statusCode).toBe(200)
  stream.on('error', () => undefined)
  await once(stream, 'data')
  return stream
}
