import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDong,
  LARGEST_AMOUNT,
  lineAmount,
  parseAmount,
  parseQuantity,
  readQuantity,
  sumOf,
  sumOfKnown,
} from './money.ts'
import { parseMoney } from './number-vi.ts'

const amounts = fc.bigInt({ min: 0n, max: LARGEST_AMOUNT })
const money = (text: string) => {
  const parsed = parseMoney(text)
  return parsed.kind === 'value' ? parsed.value : parsed.kind === 'none' ? null : parsed.fault
}

describe('an amount', () => {
  test('survives its writing, on the wire and on the screen, however large', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseAmount(String(amount))).toBe(amount)
        expect(money(formatDong(amount))).toBe(amount)
      }),
    )
  })
  test.each(['1.5', '-1', '1e3', '01', '', ' 1', '9007199254740993000'])('%j is none', (text) => {
    expect(parseAmount(text)).toBeNull()
  })
  test('is exact where a float is not', () => {
    expect(sumOf([9_007_199_254_740_993n, 1n])).toBe(9_007_199_254_740_994n)
  })
})

describe('a sum', () => {
  test('is the same in whatever order, and of whatever parts', () => {
    fc.assert(
      fc.property(fc.array(amounts), fc.nat(), (all, at) => {
        const cut = all.length === 0 ? 0 : at % all.length
        expect(sumOf([...all].reverse())).toBe(sumOf(all))
        expect(sumOf([sumOf(all.slice(0, cut)), sumOf(all.slice(cut))])).toBe(sumOf(all))
      }),
    )
  })
  test('of nothing known is not 0', () => {
    expect(sumOfKnown([null, null])).toBeNull()
    expect(sumOfKnown([null, 0n])).toBe(0n)
  })
})

describe('quantity × unit price', () => {
  test.each([
    ['2', 1_500_000n, 3_000_000n],
    ['1.5', 1_000_001n, 'not_whole_dong'],
    ['1.5', 1_000_000n, 1_500_000n],
    ['0.001', 1_000n, 1n],
    ['0', 1n, 'quantity_wrong'],
    ['1,5', 1n, 'quantity_wrong'],
    ['1.2345', 1n, 'quantity_wrong'],
    ['1000000', LARGEST_AMOUNT, 'too_large'],
  ])('%s × %s is %s', (quantity, price, expected) => {
    const product = lineAmount(quantity, price)
    expect(product.ok ? product.amount : product.fault).toBe(expected)
  })
  test('is exact: a thousand times the product is thousandths times the price', () => {
    const thousandths = fc.bigInt({ min: 1n, max: 10_000_000n })
    const price = fc.bigInt({ min: 0n, max: 100_000_000n })
    fc.assert(
      fc.property(thousandths, price, (quantity, unitPrice) => {
        const text = `${quantity / 1000n}.${String(quantity % 1000n).padStart(3, '0')}`
        const product = lineAmount(text, unitPrice)
        if (product.ok) expect(product.amount * 1000n).toBe(quantity * unitPrice)
        else expect((quantity * unitPrice) % 1000n).not.toBe(0n)
      }),
    )
  })
  test('writes a quantity the shortest way', () => {
    expect(parseQuantity('1.500')).toBe('1.5')
    expect(parseQuantity('12')).toBe('12')
    expect(readQuantity('1,5')).toBe('1.5')
    expect(readQuantity('abc')).toBeNull()
  })
})

describe('money as people write it', () => {
  test.each([
    ['1.500.000', 1_500_000n],
    ['1,500,000 đ', 1_500_000n],
    ['1 500 000 đồng', 1_500_000n],
    ['1500000', 1_500_000n],
    ['1,5 triệu', 1_500_000n],
    ['1.5 triệu đồng', 1_500_000n],
    ['1,5tr', 1_500_000n],
    ['2 tỷ', 2_000_000_000n],
    ['2,25 tỉ', 2_250_000_000n],
    ['1.234,5 triệu', 1_234_500_000n],
    ['120 nghìn', 120_000n],
    ['9.007.199.254.740.993', 9_007_199_254_740_993n],
    ['', null],
    ['1.500 triệu', 'ambiguous_number'],
    ['0,0000001 triệu', 'not_whole'],
    ['1,5', 'not_whole'],
    ['-5', 'negative'],
    ['năm triệu', 'not_a_number'],
  ])('%j is %s', (text, expected) => {
    expect(money(text)).toBe(expected)
  })
})
