// The filters of the list, and the address that holds them.

import { expect, test } from 'vitest'
import { FIBRE } from '../../test/indicator.ts'
import { leftBy, readIndicatorsSearch } from './search.ts'
import { type Indicator, STATUS_GROUP_KEYS, STATUS_GROUPS, toneOf } from './status.ts'

const PHONE: Indicator = {
  ...FIBRE,
  code: 'MB-02',
  name: 'Người trưởng thành có điện thoại thông minh',
  nameEn: 'Adults with a smartphone',
  group: 'MB',
  status: 'on_track',
  targets: [],
}
const ALL = [FIBRE, PHONE]
const codes = (search: Parameters<typeof leftBy>[0]) => leftBy(search, ALL).map(({ code }) => code)

test('without a filter everything is left', () => {
  expect(codes({})).toEqual(['FB-02', 'MB-02'])
})

test('an indicator is found without marks, in any order of the words', () => {
  expect(codes({ tim: 'quang ho' })).toEqual(['FB-02'])
  expect(codes({ tim: 'dien thoai' })).toEqual(['MB-02'])
  expect(codes({ tim: 'mb-02' })).toEqual(['MB-02'])
})

test('a group of statuses leaves those of its statuses', () => {
  expect(codes({ trangthai: 'cham' })).toEqual(['FB-02'])
  expect(codes({ trangthai: 'dung-tien-do' })).toEqual(['MB-02'])
  expect(codes({ trangthai: 'dat' })).toEqual([])
})

test('filters narrow each other', () => {
  expect(codes({ nhom: 'FB', trangthai: 'dung-tien-do' })).toEqual([])
})

test('what an address makes up is no filter', () => {
  expect(readIndicatorsSearch({ trangthai: 'xanh', xem: 'cay', tim: '', nhom: 'FB' })).toEqual({ nhom: 'FB' })
})

test('every status stands in exactly one group, in the tone of that group', () => {
  const grouped = STATUS_GROUP_KEYS.flatMap((key) =>
    STATUS_GROUPS[key].statuses.map((status) => [status, STATUS_GROUPS[key].tone] as const),
  )
  expect(new Set(grouped.map(([status]) => status)).size).toBe(grouped.length)
  expect(grouped).toHaveLength(10)
  for (const [status, tone] of grouped) expect(toneOf(status)).toBe(tone)
})
