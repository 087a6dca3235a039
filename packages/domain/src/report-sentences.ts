// Sentences that the figures write: what an indicator reached, how far it moved, what is missing and who gives it.

import { yearOf } from './day.ts'
import type { PutFigure } from './report-figures.ts'
import { departmentName } from './report-letterhead.ts'
import type { ReportSnapshot, SnapshotIndicator, SnapshotTarget } from './report-snapshot.ts'
import { countInProse, differenceInWords, inSentence, shortDay, valueInWords } from './report-words.ts'
import type { IndicatorStatus } from './status.ts'

/** The words of the office for a status (chỉ tiêu: Vượt, Đạt, Chưa đạt, Chưa có số liệu). */
export const STATUS_WORDS: Readonly<Record<IndicatorStatus, string>> = {
  achieved: 'Đạt',
  on_track: 'Đúng tiến độ',
  at_risk: 'Có nguy cơ chậm',
  off_track: 'Chậm tiến độ',
  regressing: 'Giảm so với trước',
  missed: 'Chưa đạt',
  awaiting_final: 'Chờ số liệu cuối kỳ',
  insufficient_data: 'Chưa đủ số liệu để đánh giá',
  no_data: 'Chưa có số liệu',
  not_applicable: 'Không áp dụng',
}

/** Where the leader judged otherwise than the rule: both, and why; null where nobody did. */
export function decisionOf({
  override,
  status,
}: Pick<SnapshotIndicator, 'override' | 'status'>): string | null {
  if (override === null) return null
  const computed = override.computed ? `theo cách tính: ${inSentence(STATUS_WORDS[override.computed])}; ` : ''
  return `Lãnh đạo đánh giá: ${inSentence(STATUS_WORDS[status])} (${computed}lý do: ${override.reason})`
}

/** "Tỷ lệ hộ có Internet cáp quang" for a share; other measures keep their name. */
export function subjectOf({ name, unit }: Pick<SnapshotIndicator, 'name' | 'unit'>): string {
  return unit === '%' && !/^tỷ lệ/i.test(name) ? `Tỷ lệ ${inSentence(name)}` : name
}

/** The target that the year is judged by: of the current milestone. */
export function targetInForce(indicator: SnapshotIndicator): SnapshotTarget | null {
  const { milestone, targets } = indicator
  return (milestone && targets.find(({ on }) => on === milestone.on)) ?? null
}

/**
 * One indicator in one sentence: value and counts, movement since last year, distance to the target. A blank says
 * "chưa có số liệu" and whose figure it is, never 0.
 */
export function indicatorSentence(
  snapshot: ReportSnapshot,
  indicator: SnapshotIndicator,
  put: PutFigure,
): string {
  const subject = subjectOf(indicator)
  if (indicator.measure === 'qualitative') return `${subject}: đánh giá bằng lời, không định lượng.`
  const { figure } = indicator
  if (figure === null) return `${subject}: ${missingFigure(snapshot, indicator, put)}.`
  if (figure.value === null) return `${subject}: chưa có đối tượng tính.`
  const clauses = [reached(indicator, put), movement(snapshot, indicator, put), distance(indicator, put)]
  return `${clauses.filter((clause) => clause !== '').join(', ')}.`
}

function reached(indicator: SnapshotIndicator, put: PutFigure): string {
  const { code, unit, shownDecimals, counted } = indicator
  const { value, numerator, denominator, estimated, coverage, on } = indicator.figure!
  const verb = estimated ? 'ước đạt' : 'đạt'
  const token = put(`${code}:value`, valueInWords(value ?? 0, unit, shownDecimals), 'indicator', [code], on)
  const counts =
    numerator === null || denominator === null
      ? ''
      : ` (${put(`${code}:counts`, `${countInProse(numerator)}/${countInProse(denominator)} ${counted}`, 'indicator', [code], on)})`
  const partly =
    coverage && coverage.reported < coverage.expected
      ? ` theo số liệu của ${put(`${code}:coverage`, `${countInProse(coverage.reported)}/${countInProse(coverage.expected)}`, 'indicator', [code], on)} địa bàn đã báo cáo`
      : ''
  return `${subjectOf(indicator)} ${verb} ${token}${counts}${partly}`
}

function movement({ year }: ReportSnapshot, indicator: SnapshotIndicator, put: PutFigure): string {
  const { code, unit, shownDecimals, figure, lastYear } = indicator
  if (figure?.value == null || lastYear?.value == null) return ''
  const change = figure.value - lastYear.value
  const since = `so với năm ${year - 1}`
  if (change === 0) return `giữ nguyên ${since}`
  const size = put(
    `${code}:change`,
    differenceInWords(change, unit, shownDecimals),
    'indicator',
    [code],
    lastYear.on,
  )
  return `${change > 0 ? 'tăng' : 'giảm'} ${size} ${since}`
}

function distance(indicator: SnapshotIndicator, put: PutFigure): string {
  const { code, unit, shownDecimals, figure, met, direction, missingUnits, counted } = indicator
  const target = targetInForce(indicator)
  if (figure?.value == null || target === null) return ''
  const goal = put(
    `${code}:target`,
    valueInWords(target.value, unit, shownDecimals),
    'plan',
    [code],
    target.on,
  )
  const by = `mục tiêu ${goal} đến năm ${yearOf(target.on)}`
  const gap = figure.value - target.value
  const size = () =>
    put(`${code}:gap`, differenceInWords(gap, unit, shownDecimals), 'indicator', [code], figure.on)
  if (met)
    return gap === 0 ? `đạt ${by}` : `${direction === 'up' ? 'vượt' : 'thấp hơn'} ${size()} so với ${by}`
  if (direction === 'down') return `còn cao hơn ${size()} so với ${by}`
  const units =
    missingUnits !== null && missingUnits > 0
      ? ` (còn ${put(`${code}:missing`, `${countInProse(missingUnits)} ${counted}`, 'indicator', [code], figure.on)})`
      : ''
  return `còn thiếu ${size()}${units} so với ${by}`
}

/** "chưa có số liệu năm 2026 (đơn vị cung cấp: …); số liệu gần nhất …". */
export function missingFigure(
  snapshot: ReportSnapshot,
  indicator: SnapshotIndicator,
  put: PutFigure,
): string {
  const { code, owner, newest, unit, shownDecimals } = indicator
  const whose = owner
    ? `đơn vị cung cấp: ${departmentName(snapshot.plan, owner, snapshot.asOf)}`
    : 'chưa phân công đơn vị cung cấp'
  const latest =
    newest?.value == null
      ? ''
      : `; số liệu gần nhất là ${put(`${code}:newest`, valueInWords(newest.value, unit, shownDecimals), 'indicator', [code], newest.on)} (ngày ${shortDay(newest.on)})`
  return `chưa có số liệu năm ${snapshot.year} (${whose})${latest}`
}
