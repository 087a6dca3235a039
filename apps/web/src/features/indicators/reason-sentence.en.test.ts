import { expect, test } from 'vitest'
import { overwriteGetLocale } from '../../paraglide/runtime.js'
import { FIBRE } from '../../test/indicator.ts'

overwriteGetLocale(() => 'en')
const { reasonSentence } = await import('./reason-sentence.ts')

test('in English the words and the marks of numbers are English', () => {
  expect(reasonSentence(FIBRE)).toBe(
    'It is 11.9 percentage points behind the path. Still missing: 1,353 hộ. ' +
      'It needs 6.9 percentage points more a year to reach 100% in 2030. ' +
      'At the present pace, 2030 will bring 86.5\u2060–\u206095.9%.',
  )
})
