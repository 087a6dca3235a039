// The one door to a write: all of a change is there, or nothing of it.
import type { DepartmentId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { Actor } from '@tien-do/domain/permission'
import { describe, expect, it } from 'vitest'
import { walkChain } from '../../test/chain.ts'
import { startHarness } from '../../test/harness.ts'
import { plan } from '../db/schema/index.ts'
import { contextOver } from './change.ts'
import type { Act, Recorded, Tx } from './context.ts'
import { AppError } from './errors.ts'

const house = await startHarness()
const { db, pool } = house.database
const [row] = (
  await pool.query<{ person: PersonId; plan: PlanId }>(
    'select person.id as person, plan.id as plan from person, plan limit 1',
  )
).rows
const personId = row!.person
const planId = row!.plan
const ACT: Act = { action: 'measurement.record', plan: { id: planId, code: 'chanh-lo-hts' }, reason: 'thử' }
const CHANGED: Recorded = {
  resource: 'plan',
  id: planId,
  code: 'X',
  before: { a: 1 },
  after: { a: 2, ẩ: [null, 1.5] },
}

const contextOf = (grants: Actor['grants']) =>
  contextOver(db, {
    actor: { personId, name: 'Người thử', grants, scopes: null },
    origin: { ip: '203.0.113.7', requestId: 'r-1', keyId: null },
    now: () => new Date('2026-11-22T02:00:00.123Z'),
  })
const coordinator = contextOf([{ role: 'coordinator', plan: null, departments: [] }])
const rename = (tx: Tx) => tx.update(plan).set({ shortTitle: 'Tên khác' })

/** Everything that a change leaves behind. */
async function left() {
  const { rows } = await pool.query(`
    select short_title, revision, audit_head,
      (select count(*)::int from audit_event) as events, (select count(*)::int from outbox) as lines from plan`)
  return rows[0]
}

describe('a change', () => {
  it('leaves the row, its audit entry, a new revision and a line in the feed', async () => {
    const before = await left()
    await coordinator.change(ACT, async (tx, record) => {
      await rename(tx)
      record(CHANGED)
    })
    const { revision, events, lines } = before
    expect(await left()).toMatchObject({
      short_title: 'Tên khác',
      revision: revision + 1,
      events: events + 1,
      lines: lines + 1,
    })
    const { rows } = await pool.query('select * from audit_event order by seq desc limit 1')
    expect(rows[0]).toMatchObject({
      actor_id: personId,
      actor_name: 'Người thử',
      ip: '203.0.113.7',
      request_id: 'r-1',
      action: 'measurement.record',
      before: CHANGED.before,
      after: CHANGED.after,
      reason: 'thử',
    })
    expect((await walkChain(pool, planId)).broken).toEqual([])
  })

  it('of many things is one revision, with an entry and a line for each', async () => {
    const { revision, events, lines } = await left()
    await coordinator.change(ACT, async (tx, record) => {
      await rename(tx)
      for (const id of ['1', '2', '3']) record({ ...CHANGED, id })
    })
    expect(await left()).toMatchObject({ revision: revision + 1, events: events + 3, lines: lines + 3 })
    expect((await walkChain(pool, planId)).broken).toEqual([])
  })

  it.each([
    [
      'fails',
      async (tx: Tx) => {
        await rename(tx)
        throw new Error('broken')
      },
      'broken',
    ],
    [
      'is refused by a rule',
      async (tx: Tx) => {
        await rename(tx)
        throw new AppError('measurement.wrong-state')
      },
      'measurement.wrong-state',
    ],
    [
      'breaks a constraint',
      async (tx: Tx) => {
        await rename(tx)
        await tx.update(plan).set({ code: null as never })
      },
      'Failed query',
    ],
  ])('that %s leaves nothing', async (_name, work, message) => {
    const before = await left()
    await expect(
      coordinator.change(ACT, async (tx, record) => {
        record(CHANGED)
        return work(tx)
      }),
    ).rejects.toThrow(message)
    expect(await left()).toEqual(before)
  })

  it('that the actor may not do at all is refused before anything happens', async () => {
    const viewer = contextOf([{ role: 'viewer', plan: null, departments: [] }])
    let reached = false
    expect(() =>
      viewer.change(ACT, async () => {
        reached = true
      }),
    ).toThrow('permission.refused')
    expect(reached).toBe(false)
  })

  it('of what lies in another department is refused when that is known, and leaves nothing', async () => {
    const own = 'b5a2f1c0-0000-7000-8000-000000000001' as DepartmentId
    const officer = contextOf([{ role: 'officer', plan: null, departments: [own] }])
    const before = await left()
    const touching = (department: DepartmentId | null) =>
      officer.change(ACT, async (tx, record) => {
        await rename(tx)
        record({ ...CHANGED, subject: { department } })
      })
    await expect(touching(null)).rejects.toThrow('permission.refused')
    await expect(touching('b5a2f1c0-0000-7000-8000-000000000002' as DepartmentId)).rejects.toThrow()
    expect(await left()).toEqual(before)
    await touching(own)
  })

  it('that changes nothing leaves nothing', async () => {
    const before = await left()
    expect(await coordinator.change(ACT, async (tx) => tx.select().from(plan))).toHaveLength(1)
    expect(await left()).toEqual(before)
  })

  it('may not write without saying what', async () => {
    const before = await left()
    await expect(coordinator.change(ACT, rename)).rejects.toThrow(
      'measurement.record wrote without recording what',
    )
    expect(await left()).toEqual(before)
  })

  it('reads through its transaction: the reader outside would see what was, or wait for ever', async () => {
    await expect(coordinator.change(ACT, async () => coordinator.read.select().from(plan))).rejects.toThrow(
      'inside a change, read through tx',
    )
    expect(await coordinator.read.select().from(plan)).toHaveLength(1)
  })
})
