import { addDays, day } from '@tien-do/domain/day'
import { expect, test } from 'vitest'
import { startHarness } from '../../../test/harness.ts'
import { csv, send, trace } from './imports.fixture.ts'

const house = await startHarness()
const coordinator = await house.as('coordinator')
const ROWS = 100_000
const INDICATORS = ['MB-02', 'MB-03', 'MB-04', 'FB-02']
const AREAS = Array.from({ length: 14 }, (_, index) => `TDP-${String(index + 1).padStart(2, '0')}`)

/** Distinct figures: every indicator in every area, on one day after another. */
function figures(numerator: number, count = ROWS): string {
  const rows: string[] = []
  for (let on = day('2022-01-01'); rows.length < count; on = addDays(on, 1)) {
    for (const indicator of INDICATORS)
      for (const area of AREAS) rows.push(`${indicator},${area},${on},${numerator},260,Tổ trưởng`)
  }
  return csv(...rows.slice(0, count))
}

test('100,000 figures are written in one import; sent again they change nothing; changed they are all new revisions', {
  timeout: 180_000,
}, async () => {
  const before = await trace(house)
  const first = await send(coordinator, figures(200), { query: { state: 'approved' } }).expect(200)
  expect(first.body.counts).toEqual({ read: ROWS, created: ROWS, updated: 0, unchanged: 0, rejected: 0 })
  const written = await trace(house)
  expect(written).toEqual({
    figures: before.figures + ROWS,
    audits: before.audits + 1,
    changes: before.changes + 1,
    revision: before.revision + 1,
  })

  const second = await send(coordinator, figures(200), { query: { state: 'approved' } }).expect(200)
  expect(second.body.counts).toEqual({ read: ROWS, created: 0, updated: 0, unchanged: ROWS, rejected: 0 })
  expect(await trace(house)).toEqual(written)

  const third = await send(coordinator, figures(201), { query: { state: 'approved' } }).expect(200)
  expect(third.body.counts).toEqual({ read: ROWS, created: 0, updated: ROWS, unchanged: 0, rejected: 0 })
  const { rows } = await house.database.pool.query(
    'select state, revision, count(*)::int as count from measurement group by 1, 2 order by 2',
  )
  expect(rows).toEqual([
    { state: 'superseded', revision: 1, count: ROWS },
    { state: 'approved', revision: 2, count: ROWS },
  ])
})

test('while many rows are judged the service still answers others', { timeout: 60_000 }, async () => {
  const importing = send(coordinator, figures(202, 20_000), { query: { mode: 'validate' } }).expect(200)
  let done = false
  const finished = importing.then(() => {
    done = true
  })
  const waits: number[] = []
  while (!done) {
    const asked = performance.now()
    await house.anyone.get('/api/v1/healthz').expect(200)
    waits.push(performance.now() - asked)
  }
  await finished
  waits.sort((a, b) => a - b)
  expect(waits.length).toBeGreaterThan(10)
  expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(200)
})
