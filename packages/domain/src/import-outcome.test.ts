import { describe, expect, test } from 'vitest'
import { importOutcome, type Standing } from './import-outcome.ts'

const same = (state: Standing['state']): Standing => ({ state, same: true })
const other = (state: Standing['state']): Standing => ({ state, same: false })

describe('an imported figure', () => {
  test('that nobody knows yet is created', () => {
    expect(importOutcome(null, null, 'submitted')).toEqual({ kind: 'created' })
    expect(importOutcome(null, null, 'approved')).toEqual({ kind: 'created' })
  })

  test('that says what is in force changes nothing, whatever is under way', () => {
    for (const wanted of ['submitted', 'approved'] as const) {
      expect(importOutcome(same('approved'), null, wanted)).toEqual({ kind: 'unchanged' })
      expect(importOutcome(same('approved'), other('submitted'), wanted)).toEqual({ kind: 'unchanged' })
    }
  })

  test('that says what was submitted already changes nothing; approving it is a new revision', () => {
    expect(importOutcome(null, same('submitted'), 'submitted')).toEqual({ kind: 'unchanged' })
    expect(importOutcome(null, same('submitted'), 'approved')).toEqual({
      kind: 'updated',
      supersedes: ['underWay'],
    })
  })

  test('that says what came back, or what is still a draft, is submitted anew', () => {
    expect(importOutcome(null, same('returned'), 'submitted')).toEqual({
      kind: 'updated',
      supersedes: ['underWay'],
    })
    expect(importOutcome(null, same('draft'), 'submitted')).toEqual({
      kind: 'updated',
      supersedes: ['underWay'],
    })
  })

  test('that is submitted replaces what is under way and leaves what is in force', () => {
    expect(importOutcome(other('approved'), null, 'submitted')).toEqual({ kind: 'updated', supersedes: [] })
    expect(importOutcome(other('approved'), other('submitted'), 'submitted')).toEqual({
      kind: 'updated',
      supersedes: ['underWay'],
    })
  })

  test('that is vouched for replaces both', () => {
    expect(importOutcome(other('approved'), other('submitted'), 'approved')).toEqual({
      kind: 'updated',
      supersedes: ['underWay', 'inForce'],
    })
    expect(importOutcome(other('approved'), null, 'approved')).toEqual({
      kind: 'updated',
      supersedes: ['inForce'],
    })
  })
})
