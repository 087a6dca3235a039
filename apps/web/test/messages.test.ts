// Every word exists in both languages, and says the same things.

import { describe, expect, test } from 'vitest'
import { messagesIn } from '../build/messages-options.ts'

const vi = messagesIn('vi')
const en = messagesIn('en')
const sources = (messages: Record<string, unknown>) => Object.keys(messages)

/** The names in braces, in a message or in any of its variants. */
function inputsOf(message: unknown): string[] {
  return [
    ...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
  ].sort()
}

describe('messages', () => {
  test('Vietnamese and English have the same keys, in the same order', () => {
    expect(sources(vi).length).toBeGreaterThan(0)
    expect(sources(en)).toEqual(sources(vi))
  })

  test.each(sources(vi))('%s speaks of the same things in both languages', (key) => {
    expect(inputsOf(en[key])).toEqual(inputsOf(vi[key]))
  })

  test.each([
    ...sources(vi).map((key) => ['vi', key, vi[key]]),
    ...sources(en).map((key) => ['en', key, en[key]]),
  ])('in %s, %s is not empty', (_locale, _key, message) => {
    expect(JSON.stringify(message).replace(/[^\p{L}]/gu, '')).not.toBe('')
  })
})
