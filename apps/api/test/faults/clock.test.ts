// The machine's clock is wrong: it jumps back a day, and forward again.
import { describe, expect, it } from 'vitest'
import { API, emailOf, PLAN, startHarness } from '../harness.ts'
import { NOW, PASSWORD } from '../template.ts'
import { expectWhole } from './trace.ts'

const house = await startHarness()
const DAY_MS = 86_400_000
const setClock = (days: number) => {
  house.clock = new Date(Date.parse(NOW) + days * DAY_MS)
}
const signIn = (password: string) =>
  house.anyone.post(`${API}/sessions`).send({ email: emailOf('coordinator'), password })
const record = async (on: string) => {
  const coordinator = await house.signIn('coordinator')
  return coordinator
    .post(`${PLAN}/measurements`)
    .send({ indicator: 'DP-01', on, numerator: 1, denominator: 2 })
}

describe('a clock that was set back', () => {
  it('keeps nobody out who has entered before, nor longer than it would have', async () => {
    await signIn(PASSWORD).expect(204)
    setClock(-1)
    await signIn(PASSWORD).expect(204)
    setClock(0)
    for (let tries = 0; tries < 7; tries++) await signIn('not this one, surely')
    setClock(-1)
    const { headers } = await signIn(PASSWORD).expect(429)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(900)
  })
  it('breaks neither the chain of the audit nor the order of the feed', async () => {
    setClock(2)
    expect((await record('2026-01-05')).status).toBe(201)
    setClock(1)
    expect((await record('2026-01-06')).status).toBe(201)
    setClock(2)
    expect((await record('2026-01-07')).status).toBe(201)
    await expectWhole(house.database)
    const coordinator = await house.signIn('coordinator')
    const { body } = await coordinator.get(`${PLAN}/changes`).expect(200)
    const revisions = body.items.map(
      (item: { revision?: number; planRevision?: number }) => item.revision ?? item.planRevision,
    )
    expect(revisions).toEqual([...revisions].sort((one, other) => one - other))
  })
})
