import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineCounter } from './lines.ts'

test.each(['\n', '\r\n', '\r'])(
  'a text stands on the line that an editor shows, with %j between lines',
  (lineBreak) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'a', 'bc', 'ế'), { maxLength: 20 }), (lines) => {
        const lineAt = lineCounter(Buffer.from(lines.join(lineBreak)))
        let offset = 0
        for (const [index, line] of lines.entries()) {
          if (line !== '') expect(lineAt(offset)).toBe(index + 1)
          offset += Buffer.byteLength(line + lineBreak)
        }
      }),
    )
  },
)

test('blank lines before a text are stepped over', () => {
  const body = Buffer.from('a\n\n\nb\n')
  const lineAt = lineCounter(body)
  expect(lineAt(0)).toBe(1)
  expect(lineAt(2)).toBe(4)
})
