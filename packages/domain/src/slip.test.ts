import { describe, expect, test } from 'vitest'
import { fitsSlip, isSlipOpen, slipState } from './slip.ts'

const NOW = new Date('2026-11-22T02:00:00Z')
const OPEN = { expiresAt: '2026-12-01T00:00:00Z', revokedAt: null, sentAt: null, isConfirmed: false }

describe('a slip', () => {
  test('is open, then sent, then confirmed', () => {
    expect(slipState(OPEN, NOW)).toBe('open')
    expect(slipState({ ...OPEN, sentAt: '2026-11-21T00:00:00Z' }, NOW)).toBe('sent')
    expect(slipState({ ...OPEN, sentAt: '2026-11-21T00:00:00Z', isConfirmed: true }, NOW)).toBe('confirmed')
  })

  test('that nobody sent expires; what was sent in time stays sent', () => {
    const past = { ...OPEN, expiresAt: '2026-11-22T02:00:00Z' }
    expect(slipState(past, NOW)).toBe('expired')
    expect(slipState({ ...past, sentAt: '2026-11-21T00:00:00Z' }, NOW)).toBe('sent')
    expect(isSlipOpen(past, NOW)).toBe(false)
  })

  test('that was revoked opens no more', () => {
    const revoked = { ...OPEN, revokedAt: '2026-11-21T00:00:00Z' }
    expect(slipState(revoked, NOW)).toBe('revoked')
    expect(isSlipOpen(revoked, NOW)).toBe(false)
    expect(isSlipOpen(OPEN, NOW)).toBe(true)
  })

  test('asks only for what an area counts', () => {
    expect(fitsSlip('pair', true)).toBe(true)
    expect(fitsSlip('yes_no', true)).toBe(true)
    expect(fitsSlip('ward_pair', false)).toBe(false)
    expect(fitsSlip('qualitative', true)).toBe(false)
  })
})
