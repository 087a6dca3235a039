import { describe, expect, it } from 'vitest'
import { formulaInWords, methodSentences, statusInWords } from './method-words.ts'
import { INDICATOR_STATUSES } from './status.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'

describe('methodSentences', () => {
  it.each(['vi', 'en'] as const)('says the constants of the plan, in %s', (language) => {
    const limits = { ...DEFAULT_THRESHOLDS, onTrackPace: 0.925, atRiskPace: 0.61, regressionPoints: 1.5 }
    const text = methodSentences(limits, language).join(' ')
    for (const shown of language === 'vi' ? ['92,5%', '61%', '1,5'] : ['92.5%', '61%', '1.5'])
      expect(text).toContain(shown)
    expect(text).not.toMatch(/95%|60%/)
  })
  it('has as much to say in both languages', () => {
    const [vi, en] = (['vi', 'en'] as const).map((each) => methodSentences(DEFAULT_THRESHOLDS, each))
    expect(vi?.length).toBe(en?.length)
  })
  it('has words for every status, each its own', () => {
    for (const language of ['vi', 'en'] as const) {
      const words = INDICATOR_STATUSES.map((status) => statusInWords(status, language))
      expect(new Set(words).size).toBe(words.length)
    }
  })
})

describe('formulaInWords', () => {
  const share = { numerator: 'Số hộ có cáp quang', denominator: 'Tổng số hộ', unit: '%' }
  it('divides, and says that a share is out of 100', () => {
    expect(formulaInWords(share, 'vi')).toBe('Số hộ có cáp quang ÷ Tổng số hộ (nhân 100)')
    expect(formulaInWords(share, 'en')).toBe('Số hộ có cáp quang ÷ Tổng số hộ (times 100)')
  })
  it('is what is counted where nothing is divided, and nothing where the plan leaves it open', () => {
    expect(formulaInWords({ ...share, denominator: null }, 'vi')).toBe('Số hộ có cáp quang')
    expect(formulaInWords({ ...share, numerator: null }, 'vi')).toBeNull()
  })
})
