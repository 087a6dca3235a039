import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChecklistItem,
  checklistFaults,
  checklistFigure,
  countByLevel,
  countItems,
  type DatedStatus,
  missingItems,
  OWNER_LEVELS,
  statusOn,
} from './checklist.ts'
import { addDays, type Day, day } from './day.ts'

const item = (
  code: string,
  statuses: readonly DatedStatus[],
  dates: Partial<ChecklistItem> = {},
): ChecklistItem => ({
  code,
  name: code,
  level: 'ward',
  validFrom: null,
  validTo: null,
  statuses,
  ...dates,
})
const done = (since: string): DatedStatus => ({ status: 'done', since: day(since) })
const LIST = [
  item('A', [done('2026-03-01')]),
  item('B', [{ status: 'not_done', since: day('2026-01-01') }, done('2026-10-01')]),
  item('C', [{ status: 'not_applicable', since: day('2026-01-01') }]),
  item('D', [{ status: 'not_done', since: day('2026-01-01') }], { level: 'province' }),
]

test('an item is what was last said of it by the day', () => {
  expect(statusOn(LIST[1]!, day('2025-12-31'))).toBeNull()
  expect(statusOn(LIST[1]!, day('2026-09-30'))?.status).toBe('not_done')
  expect(statusOn(LIST[1]!, day('2026-10-01'))?.status).toBe('done')
})

test('what is not applicable is in neither count: 2 of 3', () => {
  const counts = countItems(LIST, day('2026-11-14'))
  expect(counts).toEqual({ all: 4, done: 2, missing: 1, unreviewed: 0, notApplicable: 1 })
  expect(checklistFigure(counts)).toEqual({ kind: 'figure', numerator: 2, denominator: 3 })
  expect(missingItems(LIST, day('2026-11-14')).map(({ code }) => code)).toEqual(['D'])
})

test('an item that nobody has looked at is missing, and no figure is made of it', () => {
  const counts = countItems([...LIST, item('E', [])], day('2026-11-14'))
  expect([counts.missing, counts.unreviewed]).toEqual([2, 1])
  expect(checklistFigure(counts)).toEqual({ kind: 'unreviewed', count: 1 })
  expect(checklistFigure(countItems([], day('2026-11-14')))).toEqual({ kind: 'empty' })
})

test('an item counts from the day it appears to the day before it is gone', () => {
  const dated = item('X', [done('2026-05-01')], { validFrom: day('2026-05-01'), validTo: day('2026-08-01') })
  const all = (on: string) => countItems([dated], day(on)).all
  expect([all('2026-04-30'), all('2026-05-01'), all('2026-07-31'), all('2026-08-01')]).toEqual([0, 1, 1, 0])
})

test('the ward sees its own slice apart', () => {
  const levels = countByLevel(LIST, day('2026-11-14')).map(({ level, counts }) => [
    level,
    counts.done,
    counts.missing,
  ])
  expect(levels).toEqual([
    ['province', 0, 1],
    ['ward', 2, 0],
  ])
})

test('a status begins on a day that has come and on which the item is there', () => {
  const dates = { validFrom: day('2026-05-01'), validTo: day('2026-08-01') }
  const codes = (since: string) =>
    checklistFaults(dates, done(since), day('2026-11-22')).map(({ code }) => code)
  expect([codes('2026-05-01'), codes('2026-04-30'), codes('2026-08-01'), codes('2026-11-23')]).toEqual([
    [],
    ['before_item'],
    ['after_item'],
    ['future_day', 'after_item'],
  ])
  expect(
    checklistFaults({ validFrom: day('2026-05-01'), validTo: day('2026-05-01') }, null, day('2026-11-22')),
  ).toMatchObject([{ code: 'period_reversed' }])
})

describe('of any list on any day', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((offset): Day => addDays(day('2025-06-01'), offset))
  const statuses = fc.array(
    fc.record({
      status: fc.constantFrom('done', 'not_done', 'not_applicable'),
      since: days,
    }) as fc.Arbitrary<DatedStatus>,
    { maxLength: 4 },
  )
  const items = fc.array(
    fc.record({
      code: fc.string(),
      name: fc.string(),
      level: fc.constantFrom(null, ...OWNER_LEVELS),
      validFrom: fc.option(days),
      validTo: fc.option(days),
      statuses,
    }),
    { maxLength: 12 },
  )
  test('done, missing and not applicable are all there is; the figure is made of the first two', () => {
    fc.assert(
      fc.property(items, days, (list, on) => {
        const counts = countItems(list, on)
        expect(counts.done + counts.missing + counts.notApplicable).toBe(counts.all)
        expect(missingItems(list, on)).toHaveLength(counts.missing)
        const figure = checklistFigure(counts)
        if (figure.kind === 'figure') expect(figure.numerator).toBeLessThanOrEqual(figure.denominator)
      }),
    )
  })
  test('the levels and what has none add up to the whole', () => {
    fc.assert(
      fc.property(items, days, (list, on) => {
        const levels = countByLevel(list, on).map(({ counts }) => counts.all)
        const none = countItems(
          list.filter(({ level }) => level === null),
          on,
        ).all
        expect(levels.reduce((sum, all) => sum + all, none)).toBe(countItems(list, on).all)
      }),
    )
  })
  test('what is said of a later day changes nothing before it', () => {
    fc.assert(
      fc.property(items, days, (list, on) => {
        const later = list.map((each) => ({
          ...each,
          statuses: [...each.statuses, { status: 'done' as const, since: addDays(on, 1) }],
        }))
        expect(countItems(later, on)).toEqual(countItems(list, on))
      }),
    )
  })
})
