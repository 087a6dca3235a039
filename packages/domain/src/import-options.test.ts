import { describe, expect, test } from 'vitest'
import { importStatus } from './import-options.ts'

const counts = (read: number, rejected: number) => ({
  read,
  created: read - rejected,
  updated: 0,
  unchanged: 0,
  rejected,
})

describe('an import', () => {
  test('without fault is applied', () => {
    expect(importStatus('commit', 'all', counts(10, 0), true)).toBe('applied')
    expect(importStatus('commit', 'none', counts(10, 0), true)).toBe('applied')
  })

  test('that is to be whole is rejected for one wrong row', () => {
    expect(importStatus('commit', 'all', counts(10, 1), true)).toBe('rejected')
  })

  test('that need not be whole is partial, and rejected where no row is right', () => {
    expect(importStatus('commit', 'none', counts(10, 1), true)).toBe('partial')
    expect(importStatus('commit', 'none', counts(10, 10), true)).toBe('rejected')
  })

  test('of a file that cannot be trusted is rejected, whole or not', () => {
    expect(importStatus('commit', 'none', counts(10, 0), false)).toBe('rejected')
    expect(importStatus('commit', 'all', counts(0, 0), false)).toBe('rejected')
  })

  test('that only asks is validated, whatever is wrong', () => {
    expect(importStatus('validate', 'all', counts(10, 10), false)).toBe('validated')
  })
})
