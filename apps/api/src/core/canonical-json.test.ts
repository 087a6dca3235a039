import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('has the same text in whatever order the names were written', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ y: 1, x: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}',
    )
  })
  it('keeps the order of lists, and tells null, nothing and text apart', () => {
    const texts = [[1, 2], [2, 1], { a: null }, {}, 'null', null].map(canonicalJson)
    expect(new Set(texts).size).toBe(texts.length)
  })
  it('says the same of a thing and of what a store of JSON gives back of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(shuffled(JSON.parse(text)))).toBe(text)
      }),
    )
  })
})

/** The same with its names in the opposite order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  )
}
