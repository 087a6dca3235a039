// How far an indicator is, in one sentence for somebody who has never seen the plan; in Vietnamese and in English.

import { type Day, yearOf } from './day.ts'
import { formatDecimal } from './number-vi.ts'
import type { IndicatorAssessment } from './plan-assessment.ts'
import { countInProse, differenceInWords, shortDay, valueInWords } from './report-words.ts'
import { meetsTarget } from './value.ts'

export const PUBLIC_LANGUAGES = ['vi', 'en'] as const
export type PublicLanguage = (typeof PUBLIC_LANGUAGES)[number]

/** Whether the newest approved figure is at or beyond the target of its milestone; null while that cannot be said. */
export function isReached({ indicator, assessment, latest }: IndicatorAssessment): boolean | null {
  if (assessment.milestone === null || latest === null || latest.value === null) return null
  return meetsTarget(latest, assessment.milestone.target, indicator.direction)
}

/** "Đạt 71,6% (179/250 hộ), số liệu ngày 14/11/2026; còn thiếu …". A blank says that there is no figure, never 0. */
export function publicSentence(assessed: IndicatorAssessment, language: PublicLanguage): string {
  return language === 'vi' ? inVietnamese(assessed) : inEnglish(assessed)
}

const WORDS_VI = { not_started: 'chưa thực hiện', in_progress: 'đang thực hiện', done: 'đã hoàn thành' }
const WORDS_EN = { not_started: 'not started', in_progress: 'under way', done: 'done' }

function inVietnamese(assessed: IndicatorAssessment): string {
  const { indicator, latest, words, shownDecimals } = assessed
  if (words) return `Đánh giá bằng lời: ${WORDS_VI[words.state]} (ngày ${shortDay(words.on)}).`
  if (assessed.assessment.shownStatus === 'not_applicable') return 'Chỉ tiêu không áp dụng.'
  if (latest === null) return 'Chưa có số liệu đã duyệt.'
  if (latest.value === null) return `Chưa có đối tượng tính (ngày ${shortDay(latest.on)}).`
  const { value, numerator, denominator, coverage, estimated, on } = latest
  const counts =
    numerator === null || denominator === null
      ? ''
      : ` (${countInProse(numerator)}/${countInProse(denominator)} ${indicator.counted})`
  const partly =
    coverage && coverage.reported < coverage.expected
      ? `, theo ${countInProse(coverage.reported)}/${countInProse(coverage.expected)} địa bàn đã báo cáo`
      : ''
  const reached = `${estimated ? 'Ước đạt' : 'Đạt'} ${valueInWords(value, indicator.unit, shownDecimals)}${counts}`
  return `${reached}, số liệu ngày ${shortDay(on)}${partly}${distanceVi(assessed, value)}.`
}

function distanceVi(assessed: IndicatorAssessment, value: number): string {
  const { indicator, assessment, shownDecimals } = assessed
  const { milestone, missingUnits } = assessment
  if (milestone === null) return ''
  const goal = `mục tiêu ${valueInWords(milestone.target, indicator.unit, shownDecimals)} đến năm ${yearOf(milestone.on)}`
  // The verdict on the milestone stands: what was reached later was not reached in time.
  if (isReached(assessed))
    return assessment.shownStatus === 'missed'
      ? `; không đạt ${goal} đúng hạn, nay đã đạt`
      : `; đã đạt ${goal}`
  const gap = differenceInWords(value - milestone.target, indicator.unit, shownDecimals)
  if (indicator.direction === 'down') return `; còn cao hơn ${gap} so với ${goal}`
  const units =
    indicator.unit === '%' && missingUnits
      ? ` (khoảng ${countInProse(missingUnits)} ${indicator.counted})`
      : ''
  return `; còn thiếu ${gap}${units} so với ${goal}`
}

function inEnglish(assessed: IndicatorAssessment): string {
  const { indicator, latest, words, shownDecimals } = assessed
  if (words) return `Judged in words: ${WORDS_EN[words.state]} (${dayEn(words.on)}).`
  if (assessed.assessment.shownStatus === 'not_applicable') return 'The indicator does not apply.'
  if (latest === null) return 'No approved figure yet.'
  if (latest.value === null) return `Nothing to count yet (${dayEn(latest.on)}).`
  const { value, numerator, denominator, coverage, estimated, on } = latest
  const counts =
    numerator === null || denominator === null ? '' : ` (${whole(numerator)} of ${whole(denominator)})`
  const partly =
    coverage && coverage.reported < coverage.expected
      ? `, from ${coverage.reported} of ${coverage.expected} areas`
      : ''
  const reached = `${estimated ? 'About ' : ''}${valueEn(value, indicator.unit, shownDecimals)}${counts}`
  return `${reached} on ${dayEn(on)}${partly}${distanceEn(assessed, value)}.`
}

function distanceEn(assessed: IndicatorAssessment, value: number): string {
  const { indicator, assessment, shownDecimals } = assessed
  const { milestone, missingUnits } = assessment
  if (milestone === null) return ''
  const goal = `the target of ${valueEn(milestone.target, indicator.unit, shownDecimals)} for ${yearOf(milestone.on)}`
  if (isReached(assessed))
    return assessment.shownStatus === 'missed'
      ? `; ${goal} was not reached in time, and is now`
      : `; ${goal} is reached`
  const size = numberEn(Math.abs(value - milestone.target), shownDecimals)
  const gap = indicator.unit === '%' ? `${size} percentage points` : `${size} ${indicator.unit}`
  if (indicator.direction === 'down') return `; ${gap} above ${goal}`
  const units = indicator.unit === '%' && missingUnits ? ` (about ${whole(missingUnits)} more)` : ''
  return `; ${gap}${units} short of ${goal}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 14 Nov 2026. */
export function dayEn(on: Day): string {
  return `${Number(on.slice(8, 10))} ${MONTHS[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`
}

/** 1234.5 is written "1,234.5". */
export function numberEn(value: number, decimals: number): string {
  const shown = Number.isInteger(value) ? 0 : decimals
  return formatDecimal(value, shown).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
}

const whole = (count: number) => numberEn(count, 0)

function valueEn(value: number, unit: string, decimals: number): string {
  const number = numberEn(value, decimals)
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** A value with its unit, as the language writes it. */
export function publicValue(value: number, unit: string, decimals: number, language: PublicLanguage): string {
  return language === 'vi' ? valueInWords(value, unit, decimals) : valueEn(value, unit, decimals)
}

/** A day, as the language writes it. */
export const publicDay = (on: Day, language: PublicLanguage): string =>
  language === 'vi' ? shortDay(on) : dayEn(on)
