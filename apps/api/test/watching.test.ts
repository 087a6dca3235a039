// What somebody who watches the service sees: lines with request ids, numbers on a port of their own, and no secret in either.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API, newDatabase } from './harness.ts'
import { freePort } from './postgres.ts'
import { end, type RunningService, startInVain, startService } from './running-service.ts'
import { PASSWORD, TEMPLATE } from './template.ts'

const DATA_DIR = await mkdtemp(join(tmpdir(), 'tien-do-watching-'))
const port = await freePort()
const SECRETS = [PASSWORD, 'an-invitation-nobody-may-read', 'td_live_secretkey', '198.51.100.7 secret']
let service: RunningService
let said = ''

beforeAll(async () => {
  service = await startService('start', {
    DATA_DIR,
    DATABASE_URL: await newDatabase(TEMPLATE),
    LOG_LEVEL: 'info',
    METRICS_PORT: String(port),
  })
  service.process.stdout?.on('data', (chunk: Buffer) => {
    said += String(chunk)
  })
})
afterAll(async () => {
  await end(service, 'SIGTERM')
  await rm(DATA_DIR, { recursive: true, force: true })
})

const ask = (path: string, init: RequestInit = {}) => fetch(`${service.url}${API}${path}`, init)
const json = (body: unknown) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', origin: service.url },
})

describe('whoever watches', () => {
  it('reads a line for each request, with its id, its route and how it went, and never an address or a secret', async () => {
    await ask('/sessions', json({ email: 'coordinator@demo.test', password: PASSWORD }))
    await ask('/sessions', json({ email: 'coordinator@demo.test', password: `${PASSWORD} wrong` }))
    await ask(`/invitations/${SECRETS[1]}`, json({ name: 'A', email: 'a@phuong.test', password: PASSWORD }))
    const refused = await ask('/me', { headers: { authorization: `Bearer ${SECRETS[2]}` } })
    await ask(`/nowhere?token=${encodeURIComponent(SECRETS[3] ?? '')}`)
    await expect.poll(() => linesOf(said).length).toBeGreaterThanOrEqual(5)
    const lines = linesOf(said)
    expect(lines).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        route: `${API}/sessions`,
        status: 204,
        reqId: expect.any(String),
      }),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({ route: `${API}/invitations/:secret`, status: 404 }),
    )
    expect(lines.map(({ reqId }) => reqId)).toContain(
      ((await refused.json()) as { requestId: string }).requestId,
    )
    for (const secret of SECRETS) {
      expect(said).not.toContain(secret)
      expect(said).not.toContain(encodeURIComponent(secret))
    }
  })

  it('reads numbers of requests, connections and jobs on a port of their own, and only there', async () => {
    await ask('/healthz')
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toMatch(
      /tien_do_request_duration_seconds_count\{method="GET",route="\/api\/v1\/healthz",status="200"\} [1-9]/,
    )
    expect(text).toMatch(/tien_do_database_connections\{state="open"\} [1-9]/)
    expect(text).toContain('tien_do_jobs')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    for (const secret of SECRETS) expect(text).not.toContain(secret)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
    expect((await fetch(`${service.url}/metrics`)).headers.get('content-type')).toContain('text/html')
  })

  it.each([
    ['METRICS_PORT', 'many'],
    ['METRICS_HOST', 'the-office'],
    ['LOG_LEVEL', 'loud'],
  ])('is told which setting is wrong: %s=%s', async (name, value) => {
    const { code, said } = await startInVain({ DATA_DIR, METRICS_PORT: '0', [name]: value })
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`^Tiến Độ: ${name}: .*\n$`))
  })
})

function linesOf(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
