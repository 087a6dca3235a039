import { describe, expect, test } from 'vitest'
import { alignBlock } from './align-block.ts'
import { readTsv } from './tsv.ts'

const AREAS = Array.from({ length: 14 }, (_, index) => ({
  code: `TDP-${String(index + 1).padStart(2, '0')}`,
  name: `Tổ dân phố ${index + 1}`,
}))
const FIRST = { area: 'TDP-01', fields: 2 }
const align = (text: string, place = FIRST) => alignBlock(readTsv(text), AREAS, place)

describe('a block that names its areas', () => {
  test('goes to them whatever the order', () => {
    expect(align('Tổ 3\t120\t240\r\nTổ 1\t1.214\t1.260\r\n')).toEqual({
      by: 'name',
      rows: [
        { area: 'TDP-03', cells: ['120', '240'] },
        { area: 'TDP-01', cells: ['1.214', '1.260'] },
      ],
      lost: [],
      extraColumns: 0,
    })
  })

  test('may have a heading over merged columns, a serial number, a total, a share, and gaps of merged cells', () => {
    const block = [
      'TT\tTổ dân phố\t\tHộ có cáp quang\tTổng hộ\tTỷ lệ',
      '1\tTổ 2\t\t305\t390\t78,2%',
      '2\tTổ 1\t\t214\t260\t82,3%',
      '\t\t\t\t\t',
      '\tTổng cộng\t\t519\t650\t79,8%',
      '',
    ].join('\r\n')
    expect(align(block)).toEqual({
      by: 'name',
      rows: [
        { area: 'TDP-02', cells: ['305', '390'] },
        { area: 'TDP-01', cells: ['214', '260'] },
      ],
      lost: [{ because: 'unknown', text: 'Tổng cộng · 519 · 650 · 79,8%' }],
      extraColumns: 1,
    })
  })

  test('keeps what it cannot place in sight: an unknown area, and one named twice', () => {
    const { rows, lost } = align('Tổ 1\t1\t2\nTổ 1\t3\t4\nTổ 99\t5\t6\nTổ 2\t7\t8')
    expect(rows.map(({ area }) => area)).toEqual(['TDP-01', 'TDP-02'])
    expect(lost).toEqual([
      { because: 'twice', text: 'Tổ 1 · 3 · 4' },
      { because: 'unknown', text: 'Tổ 99 · 5 · 6' },
    ])
  })

  test('may name them by code, or by number where a column is to spare', () => {
    expect(align('TDP-02\t1\t2').rows).toEqual([{ area: 'TDP-02', cells: ['1', '2'] }])
    expect(align('2\t10\t20\n1\t30\t40').rows.map(({ area }) => area)).toEqual(['TDP-02', 'TDP-01'])
  })
})

describe('a block without names', () => {
  test('goes from the chosen cell on down; two columns of numbers are figures, not names', () => {
    expect(align('1\t2\n3\t4', { area: 'TDP-13', fields: 2 })).toEqual({
      by: 'position',
      rows: [
        { area: 'TDP-13', cells: ['1', '2'] },
        { area: 'TDP-14', cells: ['3', '4'] },
      ],
      lost: [],
      extraColumns: 0,
    })
  })

  test('leaves blank cells alone, holds their places, and says what lies below the last area', () => {
    const { rows, lost } = align('5\n\n7\n8', { area: 'TDP-12', fields: 1 })
    expect(rows.map(({ cells }) => cells)).toEqual([['5'], [''], ['7']])
    expect(lost).toEqual([{ because: 'beyond', text: '8' }])
  })

  test('loses its heading', () => {
    expect(align('Hộ có cáp quang\tTổng hộ\n214\t260').rows).toEqual([
      { area: 'TDP-01', cells: ['214', '260'] },
    ])
  })
})
