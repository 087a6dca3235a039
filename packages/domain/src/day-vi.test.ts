import { expect, test } from 'vitest'
import { parseDay } from './day-vi.ts'

test.each(['14/11/2026', ' 14-11-2026 ', '14.11.2026', '2026-11-14'])('%s is a day', (text) => {
  expect(parseDay(text)).toBe('2026-11-14')
})

test.each(['11/14/2026', '30/02/2026', '14/11', '14/11/26', '', 'mai'])('%s is none', (text) => {
  expect(parseDay(text)).toBeNull()
})
