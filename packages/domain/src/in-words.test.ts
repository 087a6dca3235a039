import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import { judgeInWords, outcomeInWords, type WordsFigure } from './in-words.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'

const milestones = [
  { on: day('2025-12-31'), target: 1 },
  { on: day('2030-12-31'), target: 1 },
]
const said = (on: string, state: WordsFigure['state']): WordsFigure => ({ on: day(on), state, note: null })
const judge = (words: readonly WordsFigure[], asOf: string) => {
  const judgement = judgeInWords(words, milestones, day(asOf), DEFAULT_THRESHOLDS)
  return judgement && [judgement.status, judgement.reason]
}

describe('an indicator judged in words', () => {
  test('is nothing before anything was said', () => {
    expect(judge([said('2026-11-14', 'done')], '2026-11-13')).toBeNull()
  })
  test('is reached once it is done, whatever the day', () => {
    expect(judge([said('2026-11-14', 'done')], '2026-11-22')).toEqual(['achieved', 'qualitative_done'])
    expect(judge([said('2026-11-14', 'done')], '2032-01-01')).toEqual(['achieved', 'qualitative_done'])
  })
  test('has no pace while it is under way or not begun', () => {
    expect(judge([said('2026-11-14', 'in_progress')], '2026-11-22')).toEqual([
      'insufficient_data',
      'qualitative_in_progress',
    ])
    expect(judge([said('2026-11-14', 'not_started')], '2026-11-22')).toEqual([
      'insufficient_data',
      'qualitative_not_started',
    ])
  })
  test('is missed when its last milestone passed and somebody said around that day that it was not done', () => {
    expect(judge([said('2030-11-14', 'in_progress')], '2031-02-01')).toEqual(['missed', 'final_missed'])
    expect(judge([said('2029-11-14', 'in_progress')], '2031-02-01')).toEqual([
      'awaiting_final',
      'final_not_measured',
    ])
  })
  test('gives each milestone its own verdict', () => {
    const words = [said('2025-11-14', 'in_progress'), said('2026-11-14', 'done')]
    expect(outcomeInWords(words, day('2025-12-31'), DEFAULT_THRESHOLDS)).toBe('missed')
    expect(outcomeInWords(words, day('2030-12-31'), DEFAULT_THRESHOLDS)).toBe('achieved')
    expect(outcomeInWords([], day('2025-12-31'), DEFAULT_THRESHOLDS)).toBe('awaiting_final')
  })
})
