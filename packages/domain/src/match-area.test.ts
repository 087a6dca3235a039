import { describe, expect, test } from 'vitest'
import { matchArea } from './match-area.ts'

const TEN = Array.from({ length: 14 }, (_, index) => ({
  code: `TDP-${String(index + 1).padStart(2, '0')}`,
  name: `Tổ dân phố ${index + 1}`,
}))
const VILLAGES = [
  { code: 'KP-A', name: 'Khu phố Ngọc Ấn' },
  { code: 'KP-B', name: 'Khu phố Ngọc Hà' },
  { code: 'KP-C', name: 'Khu phố Ngọc Hà 2' },
]

describe('an area is known', () => {
  test.each([
    'Tổ dân phố 5',
    'Tổ 5',
    'to 5',
    'TDP-05',
    'TDP5',
    'tdp 05',
    'Tổ dân phố số 5',
    'Tổ dân phố số 05',
    '5',
    ' TỔ DÂN PHỐ 5 ',
  ])('as “%s”', (text) => {
    expect(matchArea(text, TEN)?.code).toBe('TDP-05')
  })

  test('by a part of its name that no other has', () => {
    expect(matchArea('ngoc an', VILLAGES)?.code).toBe('KP-A')
    expect(matchArea('Khu phố Ngọc Hà', VILLAGES)?.code).toBe('KP-B')
    expect(matchArea('Ngọc Hà 2', VILLAGES)?.code).toBe('KP-C')
  })
})

test.each(['Tổ', 'Tổ 15', 'Tổng cộng', '', 'Toàn phường', 'Tổ 5 6', 'Hộ có cáp quang'])(
  '“%s” is no area',
  (text) => {
    expect(matchArea(text, TEN)).toBeNull()
  },
)

test('what could be two areas is none', () => {
  expect(matchArea('Ngọc', VILLAGES)).toBeNull()
})
