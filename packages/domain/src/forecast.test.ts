import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, daysBetween } from './day.ts'
import { forecastOn } from './forecast.ts'
import { sortByDay } from './path.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'

const start = day('2023-01-01')
const until = addDays(start, 2000)
const at = (days: number, value: number) => ({ on: addDays(start, days), value })
const share = { direction: 'up', naturalMin: 0, naturalMax: 100 } as const
const free = { direction: 'up', naturalMin: null, naturalMax: null } as const
const forecast = (points: { on: Day; value: number }[], indicator: Parameters<typeof forecastOn>[2] = free) =>
  forecastOn(until, points, indicator, DEFAULT_THRESHOLDS)

describe('a forecast', () => {
  test('needs two points', () => {
    expect(forecast([])).toBeNull()
    expect(forecast([at(0, 10)])).toBeNull()
  })

  test('does not exist where all points lie within 180 days', () => {
    expect(forecast([at(0, 10), at(100, 11), at(179, 12)])).toBeNull()
    expect(forecast([at(0, 10), at(180, 12)])).not.toBeNull()
  })

  test("does not exist from the milestone's day on", () => {
    expect(forecast([at(0, 10), at(1999, 20)])).not.toBeNull()
    expect(forecast([at(0, 10), at(2000, 20)])).toBeNull()
    expect(forecast([at(0, 10), at(2100, 20)])).toBeNull()
  })

  test('goes on as before where the points lie on one line', () => {
    const range = forecast([at(0, 10), at(500, 15), at(1000, 20)])
    expect(range?.low).toBeCloseTo(30, 9)
    expect(range?.high).toBeCloseTo(30, 9)
  })

  test('takes the short slope from the newest point that is at least 180 days older', () => {
    const range = forecast([at(0, 10), at(820, 18), at(821, 0), at(1000, 20)])
    const short = 20 + ((20 - 18) / 180) * 1000
    expect([range?.low, range?.high].some((end) => Math.abs((end ?? 0) - short) < 1e-9)).toBe(true)
  })

  test('looks at the ten newest points only', () => {
    const ten = Array.from({ length: 10 }, (_, index) => at(100 + 100 * index, 10 + index))
    expect(forecast([at(0, 99), ...ten])).toEqual(forecast(ten))
    expect(forecast([at(0, 99), ...ten.slice(1)])).not.toEqual(forecast(ten.slice(1)))
  })

  test('is kept within the natural limits', () => {
    expect(forecast([at(0, 10), at(500, 90)], share)).toEqual({ low: 100, high: 100 })
    expect(forecast([at(0, 90), at(500, 10)], share)).toEqual({ low: 0, high: 0 })
    expect(forecast([at(0, 10), at(500, 90)])?.high).toBeGreaterThan(100)
  })

  test('names the worse end low, whichever way is better', () => {
    const points = [at(0, 10), at(500, 40), at(1000, 45)]
    const up = forecast(points)
    const down = forecast(points, { ...free, direction: 'down' })
    expect(up!.low).toBeLessThan(up!.high)
    expect([down?.low, down?.high]).toEqual([up?.high, up?.low])
  })

  test('weighs what is old less: an early jump moves the long trend less than a late one', () => {
    const early = forecast([at(0, 0), at(500, 10), at(1000, 10), at(1500, 10)])
    const late = forecast([at(0, 0), at(500, 0), at(1000, 0), at(1500, 10)])
    expect(early!.high).toBeLessThan(late!.high)
  })

  test('rises with the latest figure', () => {
    const history = fc.uniqueArray(
      fc.record({ days: fc.integer({ min: 0, max: 1000 }), value: fc.integer({ min: 0, max: 100 }) }),
      { selector: ({ days }) => days, minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(history, fc.nat(100), fc.nat(100), (earlier, value, more) => {
        const before = sortByDay(earlier.map((point) => at(point.days, point.value)))
        fc.pre(daysBetween(before.at(-1)!.on, until) > 0)
        const low = forecast([...before, at(1200, value)], share)
        const high = forecast([...before, at(1200, value + more)], share)
        expect(low === null).toBe(high === null)
        if (!low || !high) return
        expect(high.low).toBeGreaterThanOrEqual(low.low - 1e-9)
        expect(high.high).toBeGreaterThanOrEqual(low.high - 1e-9)
      }),
    )
  })
})
