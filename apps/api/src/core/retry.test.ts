import { describe, expect, it } from 'vitest'
import { retrying } from './retry.ts'

const withState = (code: string) =>
  Object.assign(new Error('outer'), { cause: Object.assign(new Error('inner'), { code }) })

async function attemptsUntil(failures: readonly Error[]): Promise<{ attempts: number; failed: unknown }> {
  let attempts = 0
  const failed = await retrying(async () => {
    const failure = failures[attempts++]
    if (failure) throw failure
  }).catch((error: unknown) => error)
  return { attempts, failed }
}

describe('a transaction', () => {
  it.each(['40001', '40P01'])('that the database gave up for another one (%s) runs again', async (state) => {
    expect(await attemptsUntil([withState(state), withState(state)])).toEqual({
      attempts: 3,
      failed: undefined,
    })
  })
  it('runs three times at most', async () => {
    const failures = Array.from({ length: 5 }, () => withState('40001'))
    expect(await attemptsUntil(failures)).toEqual({ attempts: 3, failed: failures[2] })
  })
  it.each(['23505', '57014', '53100'])(
    'that failed for another reason (%s) does not run again',
    async (state) => {
      const failure = withState(state)
      expect(await attemptsUntil([failure])).toEqual({ attempts: 1, failed: failure })
    },
  )
})
