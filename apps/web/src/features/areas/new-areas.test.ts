import { expect, test } from 'vitest'
import { newAreasIn } from './new-areas.ts'

test('new areas get the next free numbers in the pattern of the others', () => {
  expect(newAreasIn('Tổ A\n\n Tổ B ', [{ code: 'KP-01' }, { code: 'KP-03' }])).toEqual([
    { code: 'KP-02', name: 'Tổ A' },
    { code: 'KP-04', name: 'Tổ B' },
  ])
  expect(newAreasIn('Tổ 1', [])).toEqual([{ code: 'TDP-01', name: 'Tổ 1' }])
})
