import { describe, expect, it } from 'vitest'
import { failsTooLong, nextTryAt, outcomeOf } from './webhook.ts'

const DAY = 24 * 3_600_000

describe('nextTryAt', () => {
  it('tries eight times within three days, waiting longer each time, and then gives up', () => {
    for (const random of [0, 0.999]) {
      let now = 0
      let wait = 0
      let tries = 1
      for (let next = nextTryAt(tries, now, random); next !== null; next = nextTryAt(tries, now, random)) {
        expect(next - now).toBeGreaterThan(wait)
        wait = next - now
        now = next
        tries += 1
      }
      expect(tries).toBe(8)
      expect(now).toBeGreaterThan(2.5 * DAY)
      expect(now).toBeLessThan(3.6 * DAY)
    }
  })
})

describe('outcomeOf', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [301, 'failed'],
    [410, 'gone'],
    [429, 'failed'],
    [500, 'failed'],
  ] as const)('takes %i for %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome)
  })
})

describe('failsTooLong', () => {
  it('is so after five days, and not a moment before', () => {
    expect([failsTooLong(0, 5 * DAY - 1), failsTooLong(0, 5 * DAY)]).toEqual([false, true])
  })
})
