import { describe, expect, it } from 'vitest'
import { deadlineOutcome, isShown, NOTHING_PUBLIC, PUBLIC_PARTS } from './publication.ts'

describe('isShown', () => {
  it('shows nothing until somebody decided it, and nothing of a plan that is not public', () => {
    for (const part of PUBLIC_PARTS) {
      expect(isShown(NOTHING_PUBLIC, part)).toBe(false)
      expect(isShown({ isPublic: false, parts: PUBLIC_PARTS }, part)).toBe(false)
    }
  })
  it('shows of a public plan the parts that were chosen', () => {
    const publication = { isPublic: true, parts: ['reports'] as const }
    expect(PUBLIC_PARTS.filter((part) => isShown(publication, part))).toEqual(['reports'])
  })
})

describe('deadlineOutcome', () => {
  const due = Date.parse('2026-12-15T00:00:00+07:00')
  it.each([
    ['2026-12-14T23:59:59.999+07:00', 'met'],
    ['2026-12-15T00:00:00+07:00', 'late'],
  ] as const)('judges what was sent at %s: %s', (sent, outcome) => {
    expect(deadlineOutcome(due, Date.parse(sent), due + 1e9)).toBe(outcome)
  })
  it('waits until the last instant of the last day, and is overdue from then on', () => {
    expect(deadlineOutcome(due, null, due - 1)).toBe('waiting')
    expect(deadlineOutcome(due, null, due)).toBe('overdue')
  })
})
