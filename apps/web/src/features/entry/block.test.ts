import { expect, test } from 'vitest'
import { cellOf, formOf, measurementOf } from '../../test/entry-form.ts'
import { blockText, isInBlock, sizeOf } from './block.ts'
import { makeCellStore } from './cell-store.ts'

const BLOCK = { anchor: { row: 1, column: 1 }, head: { row: 0, column: 0 } }

test('a block lies between its two corners, whichever was first', () => {
  expect(isInBlock(BLOCK, { row: 0, column: 1 })).toBe(true)
  expect(isInBlock(BLOCK, { row: 2, column: 0 })).toBe(false)
  expect(sizeOf(BLOCK)).toBe(4)
})

test('is copied as a spreadsheet takes it: rows of plain numbers, blanks where nothing stands', () => {
  const big = measurementOf({ numerator: 1_234, denominator: 1_290 })
  const form = formOf(3, { cells: [cellOf(1, { measurement: big }), cellOf(2), cellOf(3)] })
  expect(blockText(makeCellStore([form]), form, BLOCK)).toBe('1234\t1290\r\n\t202\r\n')
})
