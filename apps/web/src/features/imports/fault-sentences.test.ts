// Every code that the service can give has a sentence that says what to do, in both languages.

import { IMPORT_FAULTS, IMPORT_WARNINGS } from '@tien-do/domain/import-row-fault'
import { afterEach, describe, expect, test } from 'vitest'
import { getLocale, overwriteGetLocale } from '../../paraglide/runtime.js'
import { todoFor } from './fault-sentences.ts'

const CODES = [...IMPORT_FAULTS, ...IMPORT_WARNINGS]
const usual = getLocale

afterEach(() => overwriteGetLocale(usual))

function inLanguage(locale: 'vi' | 'en'): Map<string, string> {
  overwriteGetLocale(() => locale)
  return new Map(CODES.map((code) => [code, todoFor({ code })]))
}

describe.each(['vi', 'en'] as const)('in %s', (locale) => {
  test.each(CODES)('%s is said as a sentence, not as a code', (code) => {
    const sentence = inLanguage(locale).get(code) ?? ''
    expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/u)
    expect(sentence).not.toContain(code)
  })

  test('no two faults are told to do the same', () => {
    const sentences = [...inLanguage(locale).values()]
    expect(new Set(sentences).size).toBe(CODES.length)
  })

  test('a fault that this screen has not learnt yet is named, so that somebody can ask', () => {
    overwriteGetLocale(() => locale)
    expect(todoFor({ code: 'not_learnt_yet' })).toContain('not_learnt_yet')
  })

  test('a row that stands twice says where the first one stands', () => {
    overwriteGetLocale(() => locale)
    expect(todoFor({ code: 'duplicate_key', params: { firstRow: 6, firstLine: 8 } })).toContain('8')
    expect(todoFor({ code: 'duplicate_key' })).not.toMatch(/\d/)
  })
})

test('the two languages do not share a sentence', () => {
  const [vi, en] = [inLanguage('vi'), inLanguage('en')]
  expect(CODES.filter((code) => vi.get(code) === en.get(code))).toEqual([])
})
