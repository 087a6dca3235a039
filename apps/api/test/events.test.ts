// The stream of hints: seen by others within seconds, ended with the session, and no reason to hang at the end.
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from './harness.ts'

const HEARTBEAT_MS = 200
const house = await startHarness({ heartbeatMs: HEARTBEAT_MS })
await house.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.app.server.address() as AddressInfo
const FIGURE = { indicator: 'FB-02', area: 'TDP-01', numerator: 10, denominator: 20 }
let days = 0
async function record() {
  const on = new Date(Date.UTC(2025, 0, ++days)).toISOString().slice(0, 10)
  await (await house.as('coordinator'))
    .post(`${PLAN}/measurements`)
    .send({ ...FIGURE, on })
    .expect(201)
}

interface Stream {
  readonly status: number
  readonly said: () => string
  readonly ended: Promise<void>
  readonly close: () => void
  readonly says: (pattern: RegExp) => Promise<void>
}
async function follow(cookie: string, headers: Record<string, string> = {}): Promise<Stream> {
  const request = get({
    port,
    path: `${API}/events`,
    headers: { accept: 'text/event-stream', cookie, ...headers },
  })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
  })
  let said = ''
  answer.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const says = async (pattern: RegExp) => {
    for (let tries = 0; tries < 100 && !pattern.test(said); tries++) await sleep(20)
    expect(said).toMatch(pattern)
  }
  await says(/retry: /)
  return {
    status: answer.statusCode ?? 0,
    said: () => said,
    ended: new Promise((resolve) => answer.once('close', resolve)),
    close: () => request.destroy(),
    says,
  }
}

describe('GET /events', () => {
  it('asks for a session', async () => {
    await house.anyone.get(`${API}/events`).expect(401)
  })

  it('tells who does not want a stream where each plan stands', async () => {
    const { body } = await (await house.as('viewer')).get(`${API}/events`).expect(200)
    expect(body.plans).toEqual([{ plan: 'chanh-lo-hts', revision: expect.any(Number) }])
  })

  it('tells one what another one changed, within a second: the plan, its revision, the kinds, and no data', async () => {
    const stream = await follow(await house.cookieOf('viewer'))
    await record()
    await stream.says(/event: change\ndata: (.*)\n\n/)
    const { data } = /data: (?<data>.*)\n/.exec(stream.said())?.groups ?? {}
    expect(JSON.parse(data ?? '')).toEqual({
      plan: 'chanh-lo-hts',
      revision: expect.any(Number),
      resources: ['measurement'],
    })
    stream.close()
  })

  it('says nothing of what was refused or only rehearsed', async () => {
    const stream = await follow(await house.cookieOf('viewer'))
    const coordinator = await house.as('coordinator')
    await coordinator.post(`${PLAN}/measurements`).send({ ...FIGURE, on: '2025-06-01', numerator: 21 })
    await coordinator
      .post(`${PLAN}/imports?mode=validate`)
      .set('content-type', 'text/csv')
      .send('indicator,area,on,numerator,denominator\nFB-02,TDP-06,2026-11-14,120,200\n')
      .expect(200)
    await record()
    await stream.says(/event: change/)
    expect(stream.said().match(/event: change/g)).toHaveLength(1)
    stream.close()
  })

  it('goes on where a broken stream ended', async () => {
    const cookie = await house.cookieOf('viewer')
    const first = await follow(cookie)
    await record()
    await first.says(/id: (\S+)\n/)
    first.close()
    await record()
    const id = /id: (\S+)\n/.exec(first.said())?.[1] ?? ''
    const second = await follow(cookie, { 'last-event-id': id })
    await second.says(/"resources":\["measurement"\]/)
    second.close()
  })

  it('ends when its session does', async () => {
    const cookie = await house.cookieOf('viewer')
    const stream = await follow(cookie)
    await house.anyone
      .delete(`${API}/sessions/current`)
      .set('cookie', cookie)
      .set('sec-fetch-site', 'same-origin')
      .expect(204)
    await stream.ended
  })

  it('hears the database again after it was cut off from it', async () => {
    const stream = await follow(await house.cookieOf('viewer'))
    await house.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tien-do hints' and datname = current_database()`,
    )
    await stream.says(/event: missed/)
    await record()
    await stream.says(/event: change/)
    stream.close()
  })

  it('does not keep the service from ending', async () => {
    const stream = await follow(await house.cookieOf('viewer'))
    const start = performance.now()
    await house.app.close()
    expect(performance.now() - start).toBeLessThan(2_000)
    await stream.ended
  })
})
