import { expect, test } from 'vitest'
import { NOTHING } from './typed.ts'
import { makeUndoStack } from './undo.ts'

const edit = (key: string, before: string, after: string) => ({
  key,
  before: { ...NOTHING, numerator: before },
  after: { ...NOTHING, numerator: after },
})

test('all that is typed in a cell until it is left is one step', () => {
  const stack = makeUndoStack()
  stack.add('a', [edit('a', '', '2')])
  stack.add('a', [edit('a', '2', '21')])
  stack.close()
  stack.add('a', [edit('a', '21', '3')])
  expect(stack.undo()).toEqual([edit('a', '21', '3')])
  expect(stack.undo()).toEqual([edit('a', '', '21')])
  expect(stack.undo()).toEqual([])
})

test('a paste is one step, taken back from its end, and made again from its beginning', () => {
  const stack = makeUndoStack()
  const edits = [edit('a', '', '1'), edit('b', '', '2')]
  stack.add('paste', edits)
  expect(stack.undo()).toEqual([edits[1], edits[0]])
  expect(stack.redo()).toEqual(edits)
  expect(stack.redo()).toEqual([])
})

test('what was taken back cannot be made again once something else was typed', () => {
  const stack = makeUndoStack()
  stack.add('a', [edit('a', '', '1')])
  stack.undo()
  stack.add('b', [edit('b', '', '2')])
  expect(stack.redo()).toEqual([])
})

test('a cell knows what stood in it when its typing began', () => {
  const stack = makeUndoStack()
  stack.add('a', [edit('a', '7', '71')])
  expect(stack.openedWith('a')?.numerator).toBe('7')
  stack.close()
  expect(stack.openedWith('a')).toBeNull()
})
