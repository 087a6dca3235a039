import { describe, expect, test } from 'vitest'
import { formOf, keyOfArea } from '../../test/entry-form.ts'
import { makeCellStore } from './cell-store.ts'
import { readinessOf } from './submit.ts'

const AREAS = 3
/** What the register has of the ward: five more than the areas together. */
const WARD = { denominator: 201 + 202 + 203 + 5, on: '2026-11-01' }

function filled(areas: number) {
  const store = makeCellStore([formOf(AREAS, { wardRegister: WARD })])
  const keys = store.keysOf('FB-02')
  for (const key of keys.slice(0, areas)) {
    store.type(key, [{ key, typed: { numerator: '150' } }])
    store.leave(key)
  }
  const explain = (key: string, reason: string) => {
    store.type(`${key} reason`, [{ key, typed: { reason } }])
    store.leave(key)
  }
  return { store, explain, readiness: () => readinessOf(store, keys) }
}

describe('the areas together against the ward’s register', () => {
  test('are no question while some of them are missing', () => {
    const { unexplained, ready, missing } = filled(2).readiness()
    expect([unexplained.length, ready.length, missing.length]).toEqual([0, 2, 1])
  })
  test('are asked about once; none of them goes before that is explained, then all', () => {
    const { explain, readiness } = filled(AREAS)
    const before = readiness()
    expect(before.unexplained.map(({ key }) => key)).toEqual([keyOfArea(1)])
    expect(before.unexplained[0]?.checks.map(({ code }) => code)).toEqual(['areas_against_register'])
    expect(before.ready).toEqual([])
    explain(keyOfArea(1), 'Năm hộ mới chưa vào sổ tổ')
    const after = readiness()
    expect([after.unexplained.length, after.ready.length]).toEqual([0, AREAS])
    expect(after.explained.map(({ key }) => key)).toEqual([keyOfArea(1)])
  })
})
