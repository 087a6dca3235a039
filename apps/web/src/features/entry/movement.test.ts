import { describe, expect, test } from 'vitest'
import { moveOf, stopAfter, stretchOf } from './movement.ts'

const pressed = (key: string, more: object = {}) =>
  moveOf({ key, shift: false, ctrl: false, atStart: false, atEnd: false, ...more })

describe('a key', () => {
  test('moves as in a spreadsheet', () => {
    expect(pressed('Enter')).toBe('down')
    expect(pressed('Enter', { shift: true })).toBe('up')
    expect(pressed('ArrowDown')).toBe('down')
    expect(pressed('ArrowUp')).toBe('up')
    expect(pressed('Home', { ctrl: true })).toBe('first')
    expect(pressed('End', { ctrl: true })).toBe('last')
  })

  test('to the left and right moves only at the ends of the text', () => {
    expect(pressed('ArrowLeft')).toBeNull()
    expect(pressed('ArrowLeft', { atStart: true })).toBe('left')
    expect(pressed('ArrowRight')).toBeNull()
    expect(pressed('ArrowRight', { atEnd: true })).toBe('right')
  })

  test('that writes, or leaves the grid, is left alone', () => {
    for (const key of ['5', 'Tab', 'Home', 'ê', 'Process']) expect(pressed(key)).toBeNull()
  })
})

test('Shift and an arrow choose a block, unless the text still wants the key', () => {
  const at = { ctrl: false, shift: true, atStart: false, atEnd: true }
  expect(stretchOf({ ...at, key: 'ArrowDown' })).toBe('down')
  expect(stretchOf({ ...at, key: 'ArrowRight' })).toBe('right')
  expect(stretchOf({ ...at, key: 'ArrowLeft' })).toBeNull()
  expect(stretchOf({ ...at, key: 'ArrowDown', shift: false })).toBeNull()
  expect(stretchOf({ ...at, key: 'ArrowDown', ctrl: true })).toBeNull()
})

describe('a move', () => {
  const all = () => true
  const go = (row: number, column: number, move: Parameters<typeof stopAfter>[1], isOpen = all) =>
    stopAfter({ row, column }, move, 14, 2, isOpen)

  test('goes down in its own column, not to the right', () => {
    expect(go(0, 0, 'down')).toEqual({ row: 1, column: 0 })
    expect(go(5, 1, 'up')).toEqual({ row: 4, column: 1 })
    expect(go(5, 0, 'right')).toEqual({ row: 5, column: 1 })
  })

  test('passes over what cannot be typed in', () => {
    expect(go(0, 0, 'down', (({ row }: { row: number }) => row !== 1) as never)).toEqual({
      row: 2,
      column: 0,
    })
  })

  test('stays at the edge', () => {
    expect(go(13, 0, 'down')).toBeNull()
    expect(go(0, 0, 'left')).toBeNull()
  })

  test('to the first and the last leads to what can be typed in', () => {
    expect(go(5, 1, 'first')).toEqual({ row: 0, column: 0 })
    expect(go(5, 1, 'last')).toEqual({ row: 13, column: 1 })
  })
})
