import { expect, test } from 'vitest'
import { figuresOf, isOvertaken, storedText } from './finance-edits.ts'
import type { BudgetLine, Money } from './queries.ts'

const money = (amount: string): Money => ({ amount, currency: 'VND' })
const LINE: BudgetLine = {
  ...{ line: 1, name: 'Máy quét', kind: 'equipment', task: 'NV-08', subTask: null, source: 'NSNN' },
  ...{ quantity: '2', unit: 'cái', unitPrice: money('8500000'), requested: money('17000000') },
  ...{ adjusted: money('16000000'), allocated: null, spent: null, note: null, financeNote: null },
  aboveRequest: false,
}

test('only what was typed is stored: a cell that nobody touched is not written over', () => {
  const edits = {
    'allocated 1': { text: '15 triệu', over: '' },
    'adjusted 1': { text: '16.000.000', over: '' },
  }
  expect(figuresOf(edits, [LINE], ['adjusted', 'allocated'], 'TP-HT')).toEqual({
    figures: [{ department: 'TP-HT', line: 1, allocated: money('15000000') }],
    faulty: [],
  })
})

test('a cell that was emptied is blank, not 0; one that cannot be read is pointed at', () => {
  const emptied = figuresOf({ 'adjusted 1': { text: ' ', over: '' } }, [LINE], ['adjusted'], 'TP-HT')
  expect(emptied.figures).toEqual([{ department: 'TP-HT', line: 1, adjusted: null }])
  const wrong = figuresOf({ 'adjusted 1': { text: '1.500 triệu', over: '' } }, [LINE], ['adjusted'], 'TP-HT')
  expect(wrong.faulty).toEqual(['adjusted 1'])
})

test('what somebody else wrote meanwhile is a conflict, unless both wrote the same', () => {
  const stored = storedText(LINE, 'adjusted')
  expect(stored).toBe('16.000.000')
  expect(isOvertaken({ text: '15.000.000', over: '17.000.000' }, stored)).toBe(true)
  expect(isOvertaken({ text: '16.000.000', over: '17.000.000' }, stored)).toBe(false)
  expect(isOvertaken({ text: '15.000.000', over: '16.000.000' }, stored)).toBe(false)
  expect(isOvertaken(undefined, stored)).toBe(false)
})
