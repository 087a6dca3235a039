import { expect, test } from 'vitest'
import { amountOf, blankRow, faultsOf, linesOf, pasteInto, totalOf } from './edit-rows.ts'

const row = (name: string, quantity: string, unit: string, unitPrice: string) => ({
  ...blankRow('NSNN'),
  ...{ name, quantity, unit, unitPrice },
})

test('a line multiplies as it is typed, and money is read as people write it', () => {
  expect(amountOf(row('Máy quét', '2', 'cái', '8,5 triệu'))).toBe(17_000_000n)
  expect(amountOf(row('Thuê bao', '1,5', 'năm', '1.000.000'))).toBe(1_500_000n)
  expect(totalOf([row('a', '1', 'b', '1.000'), row('c', 'x', 'd', '5')])).toBe(1_000n)
})

test('what cannot be sent is pointed at, and a blank row is not sent', () => {
  expect(faultsOf(row('', '0', '', '1.500 triệu'))).toEqual(['name', 'unit', 'quantity', 'unitPrice'])
  expect(faultsOf(row('a', '0,5', 'b', '1'))).toEqual(['unitPrice'])
  expect(linesOf([row('', '1', '', ''), row('Máy quét', '2', 'cái', '8.500.000')])).toMatchObject([
    { name: 'Máy quét', quantity: '2', unitPrice: { amount: '8500000', currency: 'VND' }, task: null },
  ])
})

test('cells of a sheet lie over the rows, and rows are added where there are none', () => {
  const rows = pasteInto(
    [row('a', '1', 'b', '1'), row('c', '1', 'd', '1')],
    1,
    [
      ['Máy quét', '2', 'cái', '8.500.000'],
      ['Máy in', '1', 'cái', '5.000.000'],
    ],
    'LG',
  )
  expect(rows.map(({ name, quantity, source }) => [name, quantity, source])).toEqual([
    ['a', '1', 'NSNN'],
    ['Máy quét', '2', 'NSNN'],
    ['Máy in', '1', 'LG'],
  ])
})
