// What the frame answers before any feature is asked: every refusal is a problem, none is a 500.
import { request as rawRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from './harness.ts'

const house = await startHarness()
await house.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.app.server.address() as AddressInfo
const coordinator = await house.as('coordinator')
const MEASUREMENTS = `${PLAN}/measurements`
const figure = { indicator: 'FB-02', area: 'TDP-01', on: '2026-11-14', numerator: 1, denominator: 2 }

describe('a body', () => {
  it.each([
    ['that is not JSON', '{"indicator":', 'application/json', 400, 'malformed-body'],
    ['that is empty', '', 'application/json', 400, 'malformed-body'],
    ['that would change the prototype', '{"__proto__":{"x":1}}', 'application/json', 400, 'malformed-body'],
    ['of another media type', 'a=1', 'application/x-www-form-urlencoded', 415, 'media-type.unsupported'],
    ['of JSON that says it is text', JSON.stringify(figure), 'text/plain', 415, 'media-type.unsupported'],
  ])('%s is refused', async (_name, body, type, status, code) => {
    const answer = await coordinator.post(MEASUREMENTS).set('content-type', type).send(body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('may have as many bytes as the limit, and not one more', async () => {
    const limit = 1024 * 1024
    const ofBytes = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`
    const send = (body: string) =>
      coordinator.post(MEASUREMENTS).set('content-type', 'application/json').send(body)
    expect((await send(ofBytes(limit))).body.code).toBe('validation-failed')
    const over = await send(ofBytes(limit + 1)).expect(413)
    expect(over.body.code).toBe('body.too-large')
  })

  it('is counted also when it does not say how long it is', async () => {
    expect(await chunked(`${API}/sessions`, 1024 * 1024 + 1)).toBe(413)
  })
})

describe('an address', () => {
  it('that is unknown is a 404, asked by anyone', async () => {
    const { body } = await house.anyone.get(`${API}/nothing`).expect(404)
    expect(body).toMatchObject({ code: 'route.not-found', status: 404, title: 'Không có địa chỉ này' })
    expect(body.instance).toBe(`urn:req:${body.requestId}`)
  })
  it.each([
    ['put', `${API}/me`, 'GET, HEAD'],
    ['delete', PLAN, 'GET, HEAD'],
    ['post', `${PLAN}/file`, 'GET, PUT, HEAD'],
    ['put', `${PLAN}/measurements/0198a6f0-0000-7000-8000-000000000000`, 'GET, PATCH, HEAD'],
  ] as const)(
    'does not take the wrong method and says which it takes: %s %s',
    async (method, path, allow) => {
      const answer = await coordinator[method](path).expect(405)
      expect(answer.body.code).toBe('method.not-allowed')
      expect(answer.headers.allow?.split(', ').sort()).toEqual(allow.split(', ').sort())
    },
  )
  it.each([
    `${API}/plans/%E0%A4%A`,
    `${API}/plans/${'a'.repeat(201)}`,
    `${API}/plans/a%00b`,
    `${MEASUREMENTS}?indicator=a%00b`,
    `${MEASUREMENTS}?limit=1e9`,
    `${MEASUREMENTS}?limit=1&limit=2`,
    `${MEASUREMENTS}?unheard=1`,
    `${MEASUREMENTS}?from=2026-02-30`,
    `${MEASUREMENTS}?cursor=%27%3B--`,
    `${PLAN}/summary?asOf=0000-01-01`,
    `${MEASUREMENTS}?from=0000-01-01`,
    `${MEASUREMENTS}/not-an-id`,
  ])('that cannot be read is refused with a problem: %s', async (path) => {
    const answer = await coordinator.get(path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})

describe('a problem', () => {
  it.each([
    [undefined, 'Cần đăng nhập', 'vi'],
    ['en', 'Sign in first', 'en'],
    ['fr, en;q=0.8, vi;q=0.5', 'Sign in first', 'en'],
    ['vi;q=0.5, en;q=0.8', 'Sign in first', 'en'],
    ['fr', 'Cần đăng nhập', 'vi'],
  ])('speaks the language that is preferred: %s', async (language, title, content) => {
    const answer = await house.anyone.get(`${API}/me`).set(language ? { 'accept-language': language } : {})
    expect([answer.body.title, answer.headers['content-language']]).toEqual([title, content])
  })
  it('never says what the house is made of', async () => {
    const answer = await house.anyone.get(`${API}/nothing`)
    for (const header of ['server', 'x-powered-by']) expect(answer.headers[header]).toBeUndefined()
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('an unsafe request with a cookie', async () => {
  const cookie = await house.cookieOf('coordinator')
  it.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.test' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.test' }],
    [{ origin: 'null' }],
  ])('is refused when it comes from another site: %o', async (headers) => {
    const answer = await house.anyone
      .post(MEASUREMENTS)
      .set({ cookie, ...headers })
      .send(figure)
      .expect(403)
    expect(answer.body.code).toBe('request.cross-site')
  })
  it('is refused when it does not say where it comes from', async () => {
    const answer = await house.anyone.delete(`${API}/sessions/current`).set('cookie', cookie).expect(403)
    expect(answer.body.code).toBe('request.cross-site')
  })
  it('is taken from our own pages by their origin, where the browser sends nothing better', async () => {
    const answer = await house.anyone
      .post(MEASUREMENTS)
      .set({ cookie, host: 'localhost:3000', origin: 'http://localhost:3000' })
      .send({ ...figure, indicator: 'XX-99' })
    expect(answer.body.code).toBe('indicator.not-found')
  })
})

/** POSTs so many bytes of JSON without a Content-Length; resolves to the status. */
function chunked(path: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = rawRequest({
      port,
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    })
    outgoing.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject)
    outgoing.write('"')
    outgoing.write('a'.repeat(bytes - 2))
    outgoing.end('"')
  })
}
