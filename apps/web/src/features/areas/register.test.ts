import { expect, test } from 'vitest'
import { cellKey, entriesOf, pasted, readCell, WARD } from './register.ts'

const KNOWN = {
  kind: 'households' as const,
  area: 'TDP-01',
  on: '2026-01-01',
  value: 340,
  countedBy: null,
  source: null,
  note: null,
  recordedBy: 'Hoa',
  recordedAt: '2026-01-01T00:00:00.000Z',
  etag: '"3"',
}
const SAID = { on: '2026-11-14', countedBy: ' Tổ trưởng ', source: '' }

test('only what differs is sent, as a count of the day that was said', () => {
  const typed = {
    [cellKey('TDP-01', 'households')]: '340',
    [cellKey('TDP-01', 'adults')]: '1.020',
    [cellKey(WARD, 'population')]: '',
    [cellKey('TDP-02', 'households')]: 'mười',
  }
  expect(entriesOf(typed, [KNOWN], SAID)).toEqual([
    {
      kind: 'adults',
      area: 'TDP-01',
      on: '2026-11-14',
      value: 1020,
      countedBy: 'Tổ trưởng',
      source: null,
      note: null,
      etag: null,
    },
  ])
})

test('a count of the same day is mended under the version that was seen', () => {
  const typed = { [cellKey('TDP-01', 'households')]: '341' }
  expect(entriesOf(typed, [KNOWN], { ...SAID, on: '2026-01-01' })[0]).toMatchObject({
    value: 341,
    etag: '"3"',
  })
  expect(entriesOf(typed, [KNOWN], SAID)[0]).toMatchObject({ value: 341, etag: null })
})

test('a blank is nothing, words are a fault', () => {
  expect([readCell(''), readCell('0'), readCell('12,5')]).toEqual([
    { value: null, faulty: false },
    { value: 0, faulty: false },
    { value: null, faulty: true },
  ])
})

test('a pasted block fills the table from its cell on and stops at its edge', () => {
  const block = [
    ['1', '2', '3', '4', '5', '6'],
    ['7', '8'],
    ['9', '9'],
  ]
  const cells = pasted(block, { area: 'TDP-01', kind: 'id_eligible' }, ['TDP-01', 'TDP-02'])
  expect(cells).toEqual({
    [cellKey('TDP-01', 'id_eligible')]: '1',
    [cellKey('TDP-01', 'enterprises')]: '2',
    [cellKey('TDP-02', 'id_eligible')]: '7',
    [cellKey('TDP-02', 'enterprises')]: '8',
  })
})
