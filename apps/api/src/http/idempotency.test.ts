import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../test/harness.ts'
import { forgetAnswers } from './idempotency.repo.ts'

const house = await startHarness()
const [coordinator, officer] = await Promise.all([house.as('coordinator'), house.as('officer')])
const figure = { indicator: 'CR-01', on: '2026-11-14', numerator: 1, denominator: 2 }
const send = (agent: typeof coordinator, key: string, body: object = figure) =>
  agent.post(`${PLAN}/measurements`).set('idempotency-key', key).send(body)

describe('an Idempotency-Key', () => {
  it('belongs to who used it: the same key of another person is another key', async () => {
    await send(coordinator, 'a').expect(201)
    const { body, headers } = await send(officer, 'a').expect(409)
    expect([body.code, headers['idempotency-replayed']]).toEqual(['measurement.exists', undefined])
  })
  it('belongs to one request: with another body, or at another address, it is refused', async () => {
    expect((await send(coordinator, 'a', { ...figure, numerator: 2 }).expect(422)).body.code).toBe(
      'idempotency-key.reused',
    )
    const elsewhere = await coordinator
      .post(`${PLAN}/measurements/0198a6f0-0000-7000-8000-000000000000/approve`)
      .set({ 'idempotency-key': 'a', 'if-match': '*' })
      .expect(422)
    expect(elsewhere.body.code).toBe('idempotency-key.reused')
  })
  it('does not depend on the order in which the fields were written', async () => {
    const reversed = Object.fromEntries(Object.entries(figure).reverse())
    expect((await send(coordinator, 'a', reversed).expect(201)).headers['idempotency-replayed']).toBe('true')
  })
  it('is no longer than it may be', async () => {
    const { body } = await send(coordinator, 'k'.repeat(256)).expect(400)
    expect(body.errors).toMatchObject([{ pointer: '/idempotency-key', in: 'header' }])
  })
  it('is forgotten after a while, and its answer with it; what it did stays', async () => {
    await forgetAnswers(house.database.db, house.clock)
    await send(coordinator, 'a').expect(201)
    await forgetAnswers(house.database.db, new Date(house.clock.getTime() + 1))
    expect((await send(coordinator, 'a').expect(409)).body.code).toBe('measurement.exists')
  })
})
