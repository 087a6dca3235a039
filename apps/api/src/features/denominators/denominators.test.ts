import { day } from '@tien-do/domain/day'
import type { PlanId } from '@tien-do/domain/ids'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { readDenominators } from './index.ts'

const URL = `${PLAN}/denominators`
const house = await startHarness()
const [coordinator, admin, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('admin'),
  house.as('officer'),
  house.as('viewer'),
])
const entry = {
  kind: 'households',
  area: 'TDP-05',
  on: '2026-01-01',
  value: 353,
  countedBy: 'Tổ trưởng',
  etag: null,
}
const post = (agent: typeof coordinator, ...entries: object[]) => agent.post(URL).send({ entries })

describe('recordDenominators', () => {
  it('asks a stranger to sign in, and leaves the register to those who keep it', async () => {
    await house.anyone
      .post(URL)
      .send({ entries: [entry] })
      .expect(401)
    await post(viewer, entry).expect(403)
    await post(officer, entry).expect(403)
  })
  it.each([
    ['half a household', { value: 1.5 }, '/entries/1/value', 400],
    ['less than none', { value: -1 }, '/entries/1/value', 400],
    ['a kind that nobody counts', { kind: 'cats' }, '/entries/1/kind', 400],
    ['a day that has not come', { on: '2026-11-23' }, '/entries/1/on', 422],
    ['an area that is not there', { area: 'TDP-99' }, '/entries/1/area', 422],
    ['the same twice', { area: 'TDP-06' }, '/entries/1', 422],
  ])('refuses %s with its place, and writes none of the others', async (_name, wrong, pointer, status) => {
    const { body } = await post(
      coordinator,
      { ...entry, area: 'TDP-06' },
      { ...entry, area: 'TDP-07', ...wrong },
    ).expect(status)
    expect(body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer)
    expect((await viewer.get(URL)).body.items).toEqual([])
  })
  it('takes counts down with who counted them, an audit row each, and a new revision', async () => {
    const before = (await viewer.get(PLAN)).body.revision
    const { body } = await post(coordinator, entry, { ...entry, area: null, value: 4765 }).expect(200)
    expect(body.items).toMatchObject([
      { kind: 'households', area: null, value: 4765 },
      { area: 'TDP-05', value: 353, countedBy: 'Tổ trưởng', recordedBy: 'Trần Thị Hoa' },
    ])
    expect(body.totals[0]).toEqual({ kind: 'households', ward: 4765, sum: 353, known: 1, expected: 14 })
    expect((await viewer.get(PLAN)).body.revision).toBe(before + 1)
    const { rows } = await house.database.pool.query(
      `select after->>'value' as value from audit_event where action = 'denominator.record' order by seq`,
    )
    expect(rows).toEqual([{ value: '353' }, { value: '4765' }])
  })
  it('writes nothing for what is so already, and wants what was seen for what is not', async () => {
    const before = (await viewer.get(PLAN)).body.revision
    const [, seen] = (await viewer.get(URL)).body.items
    await post(admin, { ...entry, etag: seen.etag }).expect(200)
    expect((await viewer.get(PLAN)).body.revision).toBe(before)
    const { body } = await post(admin, { ...entry, value: 360 }).expect(412)
    expect(body.current).toMatchObject([{ area: 'TDP-05', value: 353 }])
    await post(admin, { ...entry, value: 360, etag: seen.etag }).expect(200)
    await post(admin, { ...entry, value: 361, etag: seen.etag }).expect(412)
  })
  it('gives a day the newest count that had been made by then', async () => {
    await post(coordinator, { ...entry, on: '2026-06-01', value: 370 }).expect(200)
    const { rows } = await house.database.pool.query('select id from plan')
    const read = async (on: string) => {
      const found = (await readDenominators(house.database.db, rows[0].id as PlanId))(day(on))
      return found.find(({ area }) => area === 'TDP-05')?.value
    }
    expect([await read('2025-12-31'), await read('2026-05-31'), await read('2026-06-01')]).toEqual([
      undefined,
      360,
      370,
    ])
    expect((await viewer.get(URL).query({ asOf: '2026-05-31' })).body.items).toHaveLength(2)
    expect((await viewer.get(URL).query({ history: true })).body.items).toHaveLength(3)
  })
  it('takes a count away again', async () => {
    const seen = (await viewer.get(URL)).body.items.find((each: { area: string }) => each.area === 'TDP-05')
    await post(coordinator, { ...entry, on: '2026-06-01', value: null, etag: seen.etag }).expect(200)
    const now = (await viewer.get(URL)).body.items.find((each: { area: string }) => each.area === 'TDP-05')
    expect(now).toMatchObject({ value: 360, on: '2026-01-01' })
  })
})
