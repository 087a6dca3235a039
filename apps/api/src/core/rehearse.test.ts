import type { PlanId } from '@tien-do/domain/ids'
import type { Role } from '@tien-do/domain/permission'
import { expect, test } from 'vitest'
import { startHarness } from '../../test/harness.ts'
import { importRun, plan } from '../db/schema/index.ts'
import { contextInside, contextOver } from './change.ts'
import type { Act, Caller, RecordChange, Tx } from './context.ts'
import { newId } from './new-id.ts'

const house = await startHarness()
const { db, pool } = house.database
const { rows } = await pool.query<{ id: string; plan: PlanId }>(
  'select person.id, plan.id as plan from person, plan limit 1',
)
const { id: personId, plan: planId } = rows[0]!
const ACT: Act = { action: 'measurement.import', plan: { id: planId, code: 'chanh-lo-hts' } }

const callerAs = (role: Role): Caller => ({
  actor: {
    personId: personId as Caller['actor']['personId'],
    name: 'Người thử',
    grants: [{ role, plan: null, departments: [] }],
    scopes: null,
  },
  origin: { ip: null, requestId: null, keyId: null },
  now: () => new Date('2026-11-22T02:00:00Z'),
})
const importer = callerAs('coordinator')

async function rename(tx: Tx, record: RecordChange): Promise<string> {
  await tx.update(plan).set({ shortTitle: 'Tên khác' })
  record({ resource: 'plan', id: planId, before: null, after: null })
  const [row] = await tx.select({ shortTitle: plan.shortTitle, revision: plan.revision }).from(plan)
  return `${row?.shortTitle}`
}

async function left() {
  const [row] = await db
    .select({ shortTitle: plan.shortTitle, revision: plan.revision, auditHead: plan.auditHead })
    .from(plan)
  return row
}

const run = (id: string): typeof importRun.$inferInsert => ({
  id,
  planId,
  resource: 'measurements',
  mode: 'validate',
  atomic: 'all',
  status: 'validated',
  counts: {},
  report: {},
  checksum: '',
  byId: personId,
  startedAt: '2026-11-22T02:00:00Z',
  durationMs: 0,
})

test('a rehearsal returns what would have happened and leaves neither change nor trail', async () => {
  const before = await left()
  expect(await contextOver(db, importer).rehearse(ACT, rename)).toBe('Tên khác')
  expect(await left()).toEqual(before)
})

test('a rehearsal inside somebody’s transaction takes back only itself', async () => {
  const before = await left()
  await db.transaction(async (tx) => {
    const context = contextInside(tx as Tx, importer)
    await context.keep(ACT, async (ledger) => void (await ledger.insert(importRun).values(run(newId()))))
    await context.rehearse(ACT, rename)
    expect(await tx.$count(importRun)).toBe(1)
  })
  expect(await db.$count(importRun)).toBe(1)
  expect(await left()).toEqual(before)
})

test('a rehearsal that fails, fails', async () => {
  const failing = contextOver(db, importer).rehearse(ACT, async () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
})

test('a rehearsal and a note need the permission of the act itself', async () => {
  const context = contextOver(db, callerAs('viewer'))
  expect(() => context.rehearse(ACT, rename)).toThrow('permission.refused')
  expect(() => context.keep(ACT, async () => undefined)).toThrow('permission.refused')
})

test('what is kept about a request is stored without audit, event or new revision', async () => {
  const before = await left()
  const id = newId<string>()
  await contextOver(db, importer).keep(
    ACT,
    async (ledger) => void (await ledger.insert(importRun).values(run(id))),
  )
  expect((await pool.query('select 1 from import_run where id = $1', [id])).rowCount).toBe(1)
  expect(await left()).toEqual(before)
})
