import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { groupLateness, latenessOf, type TaskWork, taskProgress } from './task-progress.ts'

const leaf = (weight: number, progress: number | null, more: Partial<TaskWork> = {}): TaskWork => ({
  weight,
  progress,
  continuous: false,
  cancelled: false,
  parts: [],
  ...more,
})
const parent = (...parts: TaskWork[]) => leaf(1, null, { parts })

describe('the progress of a task', () => {
  test('without parts is its own', () => {
    expect(taskProgress(leaf(1, 40))).toBe(40)
    expect(taskProgress(leaf(1, null))).toBe(0)
  })

  test('with parts is theirs, weighed, however deep', () => {
    expect(taskProgress(parent(leaf(3, 100), leaf(1, 0)))).toBe(75)
    expect(taskProgress(parent(parent(leaf(1, 100), leaf(1, 50)), leaf(1, 25)))).toBe(50)
  })

  test('leaves out what is cancelled and what is continuous', () => {
    const parts = [leaf(1, 50), leaf(9, 0, { cancelled: true }), leaf(9, 0, { continuous: true })]
    expect(taskProgress(parent(...parts))).toBe(50)
  })

  test('is nothing where every part is left out, and where the task itself is continuous', () => {
    expect(taskProgress(parent(leaf(1, 50, { cancelled: true })))).toBeNull()
    expect(taskProgress(leaf(1, 50, { continuous: true }))).toBeNull()
    const gone = parent(leaf(1, 50, { cancelled: true }))
    expect(taskProgress(parent(gone, leaf(1, 30)))).toBe(30)
  })

  test('lies between its least and its most advanced part', () => {
    const part = fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      progress: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const progress = taskProgress(parent(...parts.map((each) => leaf(each.weight, each.progress))))
        const values = parts.map((each) => each.progress)
        expect(progress).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(progress).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
      }),
    )
  })
})

describe('lateness', () => {
  const due = day('2026-11-30')
  const after = (days: number) => latenessOf(due, true, addDays(due, days))

  test('begins the day after the due day', () => {
    expect(after(-1)).toEqual({ kind: 'on_time' })
    expect(after(0)).toEqual({ kind: 'on_time' })
    expect(after(1)).toEqual({ kind: 'late', days: 1, grade: 'days_1_29' })
  })

  test('has grades: 1 to 29, 30 to 59, 60 and more days', () => {
    expect([29, 30, 59, 60, 400].map((days) => after(days))).toMatchObject([
      { grade: 'days_1_29' },
      { grade: 'days_30_59' },
      { grade: 'days_30_59' },
      { grade: 'days_60_plus' },
      { grade: 'days_60_plus' },
    ])
  })

  test('is not for what is done', () => {
    expect(latenessOf(due, false, addDays(due, 90))).toEqual({ kind: 'on_time' })
  })

  test('without a due date is "thiếu hạn", never late', () => {
    expect(latenessOf(null, true, due)).toEqual({ kind: 'no_due_date' })
  })

  test('of a group is its worst child, with counts', () => {
    const children = [after(5), after(45), after(40), after(0), latenessOf(null, true, due)]
    expect(groupLateness(children)).toEqual({
      worst: 'days_30_59',
      days: 45,
      onTime: 1,
      noDueDate: 1,
      late: { days_1_29: 1, days_30_59: 2, days_60_plus: 0 },
    })
    expect(groupLateness([after(0)])).toMatchObject({ worst: null, days: 0 })
  })
})
