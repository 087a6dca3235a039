import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, MEASUREMENT_COLUMNS, recogniseHeader } from './import-columns.ts'

const recognise = (...headings: string[]) => recogniseHeader(MEASUREMENT_COLUMNS, headings)

describe('a heading', () => {
  test('names its column in English and in Vietnamese, with or without marks and capitals', () => {
    expect(recognise('indicator', 'AREA', ' on ', 'Numerator').columns).toEqual([
      'indicator',
      'area',
      'on',
      'numerator',
    ])
    expect(recognise('Mã chỉ tiêu', 'Mã tổ', 'Ngày số liệu', 'TỬ SỐ', 'mau so').columns).toEqual([
      'indicator',
      'area',
      'on',
      'numerator',
      'denominator',
    ])
    expect(recognise('Giá trị', 'Nguồn', 'Cách lấy số liệu', 'Ghi chú').columns).toEqual([
      'value',
      'source',
      'method',
      'note',
    ])
  })

  test('may say in brackets what it counts, and be decomposed (NFD)', () => {
    expect(recognise('Tử số (hộ):', 'Mẫu số (hộ)', 'Ngày'.normalize('NFD')).columns).toEqual([
      'numerator',
      'denominator',
      'on',
    ])
  })

  test('that says the name of a thing stands for its code only where the code has no column', () => {
    expect(recognise('Chỉ tiêu', 'Tổ dân phố', 'Ngày').columns).toEqual(['indicator', 'area', 'on'])
    expect(recognise('Chỉ tiêu', 'Mã chỉ tiêu', 'Tổ dân phố', 'Mã tổ', 'Ngày')).toMatchObject({
      columns: [null, 'indicator', null, 'area', 'on'],
      ignored: ['Chỉ tiêu', 'Tổ dân phố'],
      duplicates: [],
    })
  })

  test('that only numbers the rows, or carries our own remarks, is left out and is no mistake', () => {
    expect(recognise('STT', 'Lỗi', 'Error', '#')).toMatchObject({
      columns: [null, null, null, null],
      ignored: ['STT', 'Lỗi', 'Error', '#'],
      unknown: [],
    })
  })

  test('that nobody knows is reported, and one that is blank is not', () => {
    expect(recognise('indicator', 'Số hộ', '', 'on')).toMatchObject({
      columns: ['indicator', null, null, 'on'],
      unknown: ['Số hộ'],
      ignored: [],
    })
  })
})

describe('a header', () => {
  test('has each column once: the second is a duplicate, in whichever language', () => {
    expect(recognise('indicator', 'on', 'numerator', 'Tử số')).toMatchObject({
      columns: ['indicator', 'on', 'numerator', null],
      duplicates: [{ column: 'numerator', heading: 'Tử số' }],
    })
  })

  test('lacks the indicator and the day where they are not there', () => {
    expect(recognise('numerator').missing).toEqual(['indicator', 'on'])
    expect(recognise('Mã chỉ tiêu', 'Ngày').missing).toEqual([])
  })

  test('is read the same in any order: every heading finds its own column', () => {
    const columns = columnsOf(MEASUREMENT_COLUMNS)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(columns, { minLength: 1 }),
        fc.constantFrom(0, 1),
        (chosen, language) => {
          const headings = chosen.map((column) => MEASUREMENT_COLUMNS[column].names[language] as string)
          expect(recognise(...headings)).toMatchObject({
            columns: chosen,
            unknown: [],
            ignored: [],
            duplicates: [],
          })
        },
      ),
    )
  })
})
