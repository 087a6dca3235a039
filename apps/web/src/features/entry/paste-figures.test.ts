import { describe, expect, test } from 'vitest'
import { cellOf, formOf, keyOfArea, measurementOf } from '../../test/entry-form.ts'
import { makeCellStore } from './cell-store.ts'
import { changesOf, copyOf, mustBeShown, readPaste } from './paste-figures.ts'

const FIRST = { key: keyOfArea(1), field: 'numerator' } as const

function paste(text: string, indicator = formOf(14)) {
  const store = makeCellStore([indicator])
  const read = readPaste(store, indicator, text, FIRST)
  store.type('paste', changesOf(read))
  for (const { key } of changesOf(read)) store.leave(key)
  return { store, read, typed: (area: number) => store.entry(keyOfArea(area)).typed }
}

describe('a block from Excel', () => {
  test('with a heading, in another order, and Vietnamese numbers goes to its areas in one step', () => {
    const block = 'Tổ\tCó cáp quang\tTổng hộ\r\nTổ 12\t1.205\t1.290\r\nTổ 2\t190\t202\r\n'
    const { store, read, typed } = paste(block)
    expect(read.by).toBe('name')
    expect(mustBeShown(read)).toBe(false)
    expect(typed(12)).toMatchObject({ numerator: '1.205', denominator: '1.290' })
    expect(typed(2)).toMatchObject({ numerator: '190', denominator: '202' })
    store.undo()
    expect(typed(12)).toMatchObject({ numerator: '', denominator: '212' })
    expect(typed(2).numerator).toBe('')
  })

  test('with English numbers means the same', () => {
    expect(paste('Tổ 1\t1,205\t1,290.00\r\n').typed(1)).toMatchObject({
      numerator: '1.205',
      denominator: '1.290',
    })
  })

  test('with gaps leaves what is there: a gap is not 0', () => {
    const { typed } = paste('180\r\n\r\n175\r\n')
    expect(typed(1)).toMatchObject({ numerator: '180', denominator: '201' })
    expect(typed(2)).toMatchObject({ numerator: '', denominator: '202' })
    expect(typed(3).numerator).toBe('175')
  })

  test('that cannot be read is shown before, and stays in sight after', () => {
    const { store, read, typed } = paste('Tổ 1\t85.5\t201\nTổ 99\t1\t2\n')
    expect(mustBeShown(read)).toBe(true)
    expect(typed(1).numerator).toBe('85.5')
    expect(store.entry(keyOfArea(1)).mark).toBe('faulty')
    expect(read.lost).toEqual([{ because: 'unknown', text: 'Tổ 99 · 1 · 2' }])
  })

  test('that replaces more than one figure is shown before', () => {
    const stored = (number: number) => {
      const measurement = measurementOf({ area: `TDP-0${number}` })
      return cellOf(number, { measurement, etag: measurement.etag })
    }
    const form = formOf(2, { cells: [stored(1), stored(2)] })
    expect(mustBeShown(paste('1\n', form).read)).toBe(false)
    expect(mustBeShown(paste('1\n2\n', form).read)).toBe(true)
    expect(mustBeShown(paste('214\n214\n', form).read)).toBe(false)
  })

  test('of yes and no ticks boxes; what is neither is told, not ticked', () => {
    const form = formOf(3, { kind: 'yes_no', measure: 'checklist' })
    const { read, typed } = paste('Tổ 3\tx\nTổ 1\tchưa\nTổ 2\t12\n', form)
    expect([typed(1).numerator, typed(2).numerator, typed(3).numerator]).toEqual(['0', '', '1'])
    expect(read.cells.filter(({ isRejected }) => isRejected)).toHaveLength(1)
  })
})

test('the table is copied as a spreadsheet takes it', () => {
  const { store } = paste('Tổ 1\t1.150\t1.201\n', formOf(2))
  expect(copyOf(store, formOf(2), ['Tổ', 'Tử', 'Mẫu'])).toBe(
    'Tổ\tTử\tMẫu\r\nTổ dân phố 1\t1150\t1201\r\nTổ dân phố 2\t\t202\r\n',
  )
})
