import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { newDatabase, PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, viewer] = await Promise.all([house.as('coordinator'), house.as('viewer')])
const URL = `${PLAN}/changes`

interface Event {
  id: string
  action: string
  planRevision: number
}
interface Feed {
  items: Event[]
  next: string
  caughtUp: boolean
}
async function feed(query: { after?: string; limit?: number } = {}): Promise<Feed> {
  return (await viewer.get(URL).query(query).expect(200)).body
}
let day = 0
async function record(): Promise<string> {
  const on = `2026-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day++ % 28)).padStart(2, '0')}`
  const figure = { indicator: 'DP-01', on, numerator: 1, denominator: 2 }
  return (await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)).body.id
}
const idsOf = ({ items }: Feed) => items.map(({ id }) => id)

describe('listChanges', () => {
  it('asks a stranger to sign in', async () => {
    await house.anyone.get(URL).expect(401)
  })
  it('gives the oldest first, page after page, and then says that one has caught up', async () => {
    const recorded = [await record(), await record(), await record()]
    const first = await feed({ limit: 2 })
    expect([idsOf(first), first.caughtUp]).toEqual([recorded.slice(0, 2), false])
    const second = await feed({ after: first.next, limit: 2 })
    expect([idsOf(second), second.caughtUp]).toEqual([recorded.slice(2), true])
    expect(second.items[0]).toMatchObject({
      action: 'measurement.record',
      resource: 'measurement',
      code: 'DP-01',
    })
  })
  it('goes on from the same place as often as one likes, and from there shows what came since', async () => {
    const { next } = await feed({ limit: 500 })
    for (let again = 0; again < 2; again++)
      expect(await feed({ after: next })).toMatchObject({ items: [], next, caughtUp: true })
    const id = await record()
    expect(idsOf(await feed({ after: next }))).toEqual([id])
  })
  it('has one line for every change, in the order of the plan’s revisions', async () => {
    await Promise.all(Array.from({ length: 8 }, record))
    const revisions = (await feed({ limit: 500 })).items.map(({ planRevision }) => planRevision)
    expect(revisions).toEqual(revisions.map((_each, index) => index + 1))
  })
  it('never skips a change that was being written while others were read', async () => {
    const { next } = await feed({ limit: 500 })
    const slow = new Client({ connectionString: house.databaseUrl })
    await slow.connect()
    // As the door to a write does it: the plan's row first, then the line; the commit comes late.
    await slow.query('begin')
    await slow.query(`update plan set revision = revision + 1`)
    await slow.query(`insert into outbox (plan_id, at, action, resource, resource_id, plan_revision)
      select id, now(), 'measurement.record', 'measurement', 'slow', revision from plan`)
    const quick = record()
    const seen: string[] = []
    let position = next
    for (let reading = 0; reading < 3; reading++) {
      const page = await feed({ after: position })
      seen.push(...idsOf(page))
      position = page.next
    }
    expect(seen).toEqual([])
    await slow.query('commit')
    await slow.end()
    const id = await quick
    expect(idsOf(await feed({ after: position }))).toEqual(['slow', id])
  })
  it('loses nothing of twelve who write at once while somebody follows', async () => {
    const { next } = await feed({ limit: 500 })
    const written: string[] = []
    let isOver = false
    const writers = Promise.all(
      Array.from({ length: 12 }, async () => {
        for (let turn = 0; turn < 3; turn++) written.push(await record())
      }),
    ).then(() => {
      isOver = true
    })
    const seen: string[] = []
    let position = next
    for (let caughtUp = false; !(isOver && caughtUp); ) {
      // What was true before the question: who has caught up then has seen it all.
      const wasOver = isOver
      const page = await feed({ after: position, limit: 7 })
      seen.push(...idsOf(page))
      position = page.next
      caughtUp = wasOver && page.caughtUp
    }
    await writers
    expect(seen.toSorted()).toEqual(written.toSorted())
  })
  it('is not held up by somebody who writes into another database of the same server', async () => {
    const { next } = await feed({ limit: 500 })
    const neighbour = new Client({ connectionString: await newDatabase() })
    await neighbour.connect()
    await neighbour.query('begin')
    await neighbour.query('select pg_current_xact_id()')
    const id = await record()
    expect(idsOf(await feed({ after: next }))).toEqual([id])
    await neighbour.query('rollback')
    await neighbour.end()
  })
  it('shows nothing of a change that was refused', async () => {
    const { next } = await feed({ limit: 500 })
    const figure = { indicator: 'DP-01', on: '2026-01-01', numerator: 3, denominator: 2 }
    await coordinator.post(`${PLAN}/measurements`).send(figure).expect(422)
    expect((await feed({ after: next })).items).toEqual([])
  })
  it('refuses a position of one’s own making', async () => {
    const { next } = await feed()
    for (const after of ['x', `${next}x`, Buffer.from('["0",0]').toString('base64url')])
      expect((await viewer.get(URL).query({ after }).expect(400)).body.code).toBe('invalid-cursor')
    await viewer.get(URL).query({ limit: 501 }).expect(400)
  })
})
