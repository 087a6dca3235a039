import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import type { IndicatorAssessment } from './plan-assessment.ts'
import { isReached, numberEn, publicSentence } from './public-words.ts'

const ON = day('2026-11-14')
const TARGET = { on: day('2030-12-31'), target: 85 }

interface Changes {
  latest?: Partial<NonNullable<IndicatorAssessment['latest']>> | null
  indicator?: Partial<IndicatorAssessment['indicator']>
  assessment?: Partial<IndicatorAssessment['assessment']>
  words?: IndicatorAssessment['words']
}
function assessed({ latest = {}, indicator, assessment, words = null }: Changes): IndicatorAssessment {
  const point = { on: ON, value: 71.6, numerator: 179, denominator: 250, coverage: null, estimated: false }
  return {
    indicator: { unit: '%', counted: 'hộ', direction: 'up', ...indicator },
    assessment: { milestone: TARGET, missingUnits: 34, shownStatus: 'at_risk', ...assessment },
    latest: latest && { ...point, ...latest },
    shownDecimals: 1,
    words,
  } as IndicatorAssessment
}
const both = (changes: Changes) =>
  (['vi', 'en'] as const).map((language) => publicSentence(assessed(changes), language))

describe('publicSentence', () => {
  it('says how far it is, counted from what and when, and what is missing', () => {
    expect(both({})).toEqual([
      'Đạt 71,6% (179/250 hộ), số liệu ngày 14/11/2026; còn thiếu 13,4 điểm phần trăm (khoảng 34 hộ) so với mục tiêu 85% đến năm 2030.',
      '71.6% (179 of 250) on 14 Nov 2026; 13.4 percentage points (about 34 more) short of the target of 85% for 2030.',
    ])
  })
  it('says that a target is reached', () => {
    expect(both({ latest: { value: 90, numerator: 225 } })).toEqual([
      'Đạt 90% (225/250 hộ), số liệu ngày 14/11/2026; đã đạt mục tiêu 85% đến năm 2030.',
      '90% (225 of 250) on 14 Nov 2026; the target of 85% for 2030 is reached.',
    ])
  })
  it('does not forget that a target was missed, when it is reached later', () => {
    expect(both({ latest: { value: 90, numerator: 225 }, assessment: { shownStatus: 'missed' } })).toEqual([
      'Đạt 90% (225/250 hộ), số liệu ngày 14/11/2026; không đạt mục tiêu 85% đến năm 2030 đúng hạn, nay đã đạt.',
      '90% (225 of 250) on 14 Nov 2026; the target of 85% for 2030 was not reached in time, and is now.',
    ])
  })
  it('names an estimate, and how much of the ward stands behind the figure', () => {
    const [vi, en] = both({ latest: { estimated: true, coverage: { reported: 12, expected: 14 } } })
    expect(vi).toMatch(/^Ước đạt 71,6% .*theo 12\/14 địa bàn đã báo cáo;/)
    expect(en).toMatch(/^About 71.6% .*from 12 of 14 areas;/)
  })
  it('says the other way round where less is better', () => {
    const [vi, en] = both({
      indicator: { direction: 'down', unit: 'điểm', counted: 'điểm' },
      assessment: { milestone: { ...TARGET, target: 0 }, missingUnits: null },
      latest: { value: 3, numerator: null, denominator: null },
    })
    expect(vi).toBe(
      'Đạt 3 điểm, số liệu ngày 14/11/2026; còn cao hơn 3 điểm so với mục tiêu 0 điểm đến năm 2030.',
    )
    expect(en).toBe('3 điểm on 14 Nov 2026; 3 điểm above the target of 0 điểm for 2030.')
  })
  it('never takes a blank for a zero', () => {
    expect(both({ latest: null })).toEqual(['Chưa có số liệu đã duyệt.', 'No approved figure yet.'])
    expect(both({ latest: { value: null, numerator: 0, denominator: 0 } })[0]).toMatch(/Chưa có đối tượng/)
    expect(isReached(assessed({ latest: null }))).toBeNull()
  })
  it('speaks of what is judged in words, and of what does not apply', () => {
    expect(both({ words: { on: ON, state: 'in_progress', note: null } })).toEqual([
      'Đánh giá bằng lời: đang thực hiện (ngày 14/11/2026).',
      'Judged in words: under way (14 Nov 2026).',
    ])
    expect(both({ assessment: { shownStatus: 'not_applicable' } })[1]).toBe('The indicator does not apply.')
  })
  it('has no distance where there is no target', () => {
    expect(both({ assessment: { milestone: null } })[1]).toBe('71.6% (179 of 250) on 14 Nov 2026.')
  })
})

describe('numberEn', () => {
  it('groups by commas and marks fractions by a point', () => {
    expect([numberEn(1_234_567, 0), numberEn(1234.56, 1), numberEn(12, 2)]).toEqual([
      '1,234,567',
      '1,234.6',
      '12',
    ])
  })
})
