import { describe, expect, test } from 'vitest'
import { readTsv, writeTsv } from './tsv.ts'

describe('a copied block', () => {
  test('has a row for each line, and none for the line break at its end', () => {
    expect(readTsv('Tổ 1\t214\t260\r\nTổ 2\t305\t390\r\n')).toEqual([
      ['Tổ 1', '214', '260'],
      ['Tổ 2', '305', '390'],
    ])
    expect(readTsv('214\n305')).toEqual([['214'], ['305']])
    expect(readTsv('214')).toEqual([['214']])
    expect(readTsv('')).toEqual([])
  })

  test('keeps blank cells and blank rows where they are: they hold the place of what merged cells cover', () => {
    expect(readTsv('Tổ 1\t\t214\r\n\t\t\r\nTổ 2\t305\t\r\n')).toEqual([
      ['Tổ 1', '', '214'],
      ['', '', ''],
      ['Tổ 2', '305', ''],
    ])
  })

  test('may have line breaks, tabs and quotes within a cell', () => {
    expect(readTsv('"Tổ dân phố 1\n(cũ: Tổ 2)"\t"nói ""có"""\t"a\tb"\r\n3\t4\t5\r\n')).toEqual([
      ['Tổ dân phố 1 (cũ: Tổ 2)', 'nói "có"', 'a\tb'],
      ['3', '4', '5'],
    ])
  })

  test('takes a quote that is never closed as a plain sign', () => {
    expect(readTsv('"Tổ 1\t2\n3\t4')).toEqual([
      ['"Tổ 1', '2'],
      ['3', '4'],
    ])
  })

  test('is composed text, with common spaces', () => {
    expect(readTsv('To\u0302\u0309 1\t1\u00a0234')).toEqual([['Tổ 1', '1 234']])
  })

  test('written and read again is the same', () => {
    const rows = [
      ['Tổ 1', '1.234', ''],
      ['nói "có"', 'a\tb', '0'],
    ]
    expect(readTsv(writeTsv(rows))).toEqual(rows)
  })
})
