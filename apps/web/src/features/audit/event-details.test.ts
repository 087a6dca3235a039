import { describe, expect, it } from 'vitest'
import { differencesOf } from './event-details.ts'

describe('differencesOf', () => {
  it('shows only what differs', () => {
    expect(differencesOf({ numerator: 214, source: 'Sổ' }, { numerator: 220, source: 'Sổ' })).toEqual([
      { field: 'numerator', before: '214', after: '220' },
    ])
  })
  it('knows what is new, what is gone, and what lies deeper', () => {
    expect(differencesOf(null, { roles: [{ role: 'officer' }] })).toEqual([
      { field: 'roles', before: null, after: '[{"role":"officer"}]' },
    ])
    expect(differencesOf({ note: 'x' }, null)).toEqual([{ field: 'note', before: 'x', after: null }])
    expect(differencesOf(null, null)).toEqual([])
  })
})
