import { expect, test } from 'vitest'
import { parseYesNo } from './yes-no.ts'

test.each(['x', 'X', 'Có', 'co', '1', '✓', 'Đã có', 'yes'])('“%s” says yes', (text) => {
  expect(parseYesNo(text)).toEqual({ kind: 'value', value: true })
})

test.each(['0', 'Không', 'chưa có', 'no'])('“%s” says no', (text) => {
  expect(parseYesNo(text)).toEqual({ kind: 'value', value: false })
})

test('a blank says nothing; anything else is not understood', () => {
  expect(parseYesNo(' ')).toEqual({ kind: 'none' })
  expect(parseYesNo('12')).toEqual({ kind: 'fault' })
})
