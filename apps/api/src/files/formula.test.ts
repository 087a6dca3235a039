import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeFormula, unescapeFormula } from './formula.ts'

test('a cell that would run in a spreadsheet is written as text', () => {
  for (const text of ['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', "'=1"])
    expect(escapeFormula(text)).toBe(`'${text}`)
})

test('a cell that would not is left as it is, apostrophe or not', () => {
  for (const text of ['', '1-1', 'a=b', "'quoted'", "l'An"]) {
    expect(escapeFormula(text)).toBe(text)
    expect(unescapeFormula(text)).toBe(text)
  }
})

test('what is written comes back as it was, and never begins like a formula', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '1', '＝', '\t') })
  fc.assert(
    fc.property(text, (given) => {
      const written = escapeFormula(given)
      expect(unescapeFormula(written)).toBe(given)
      expect(written).not.toMatch(/^[=+\-@\t＝]/)
    }),
  )
})
