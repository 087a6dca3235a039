import { describe, expect, test } from 'vitest'
import { MEASUREMENT_COLUMNS } from './import-columns.ts'
import { findLayout, leftOutAs } from './import-layout.ts'
import { markWatch } from './import-marks.ts'

const HEADER = ['STT', 'Mã chỉ tiêu', 'Mã tổ', 'Ngày', 'Tử số', 'Mẫu số']
const columns = (lines: readonly (readonly string[])[]) => findLayout(MEASUREMENT_COLUMNS, lines)

describe('where the header stands', () => {
  test('below a title block', () => {
    const layout = columns([['UBND PHƯỜNG'], ['BẢNG SỐ LIỆU', '', 'Ngày'], HEADER, ['1', 'FB-02']])
    expect(layout).toMatchObject({ at: 2, lines: 1, header: { missing: [], ignored: ['STT'] } })
  })

  test('in two lines, merged over columns and over lines', () => {
    const layout = columns([
      ['STT', 'Mã chỉ tiêu', 'Địa bàn', 'Ngày', 'Số hộ', ''],
      ['', '', '', '', 'Tử số', 'Mẫu số'],
      ['1', 'FB-02', 'TDP-01', '14/11/2026', '214', '260'],
    ])
    expect(layout).toMatchObject({ at: 1, lines: 2 })
    expect(layout?.header.recognized).toEqual(['indicator', 'area', 'on', 'numerator', 'denominator'])
  })

  test('two groups with the same headings are a question', () => {
    const layout = columns([
      ['Mã chỉ tiêu', 'Ngày', 'Kỳ trước', '', 'Kỳ này', ''],
      ['', '', 'Tử số', 'Mẫu số', 'Tử số', 'Mẫu số'],
    ])
    expect(layout?.header.duplicates.map(({ column }) => column)).toEqual(['numerator', 'denominator'])
  })

  test('a heading that a person explained once is known', () => {
    const remembered = new Map<string, 'numerator' | null>([
      ['so ho co mang', 'numerator'],
      ['can bo', null],
    ])
    const layout = findLayout(
      MEASUREMENT_COLUMNS,
      [['Mã chỉ tiêu', 'Ngày', 'Số hộ có mạng', 'Cán bộ', 'Khác']],
      remembered,
    )
    expect(layout?.header).toMatchObject({
      columns: ['indicator', 'on', 'numerator', null, null],
      ignored: ['Cán bộ'],
      unknown: ['Khác'],
    })
  })
})

describe('a line that is no row', () => {
  const { header } = columns([HEADER])!
  const what = (cells: readonly (string | number | null)[], isFirst = false) =>
    leftOutAs(MEASUREMENT_COLUMNS, header.columns, cells, isFirst)

  test.each([
    [['', 'Tổng cộng', '', '', 1200, 1500]],
    [['TỔNG CỘNG (I+II):', null, null, null, '1.200']],
    [[null, 'Cộng', '', '', 5]],
    [['12', 'Tổng số']],
    [['', 'Tong cong', '', '', 5]],
    [['', 'Cộng'.normalize('NFD'), '', '', 5]],
  ])('%j is a sum', (cells) => expect(what(cells)).toBe('total'))

  test.each([
    [['1', 'CONG', '', '', 5]],
    [['1', 'FB-02', 'TDP-01', '14/11/2026', 1, 2]],
    [['1', 'Cộng đồng', '']],
    [['1', 'Tổng', 'TDP-01', '14/11/2026', 1, 2]],
  ])('%j is a row', (cells) => expect(what(cells)).toBeNull())

  test('the numbers of the columns, right below the header', () => {
    expect(what(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)=(5)/(4)'], true)).toBe('column_numbers')
    expect(what(['A', 'B', '1', '2', '3', '4=3/2'], true)).toBe('column_numbers')
    expect(what([1, 2, 3, 4, 5, 6], false)).toBeNull()
    expect(what([1, 'FB-02', 3, 4], true)).toBeNull()
  })
})

test('a line of codes alone is a template that nobody filled in', () => {
  const { header } = columns([[...HEADER, 'Kỳ trước']])!
  const what = (...cells: (string | number)[]) => leftOutAs(MEASUREMENT_COLUMNS, header.columns, cells, false)
  expect(header.unknown).toEqual([])
  expect(what('1', 'FB-02', 'TDP-01', '', '', '', '214/260 (14/11/2025)')).toBe('not_filled')
  expect(what('1', 'FB-02', 'TDP-01', '14/11/2026', '', '', '')).toBeNull()
  expect(what('1', '', '', '', '', '', '')).toBeNull()
})

test('a column with both decimal marks is a question', () => {
  const against = markWatch()
  expect(against('value', '1.234,5')).toBe(false)
  expect(against('value', '1.234')).toBe(false)
  expect(against('value', '1,234.5')).toBe(true)
  expect(against('numerator', '1,234.5')).toBe(false)
})
