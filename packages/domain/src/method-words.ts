// "Cách tính": how a status comes about, said with the plan's own constants; each sentence stands beside its rule.

import { formatDecimal } from './number-vi.ts'
import type { PlanThresholds } from './plan.ts'
import { numberEn, type PublicLanguage } from './public-words.ts'
import { STATUS_WORDS } from './report-sentences.ts'
import type { IndicatorStatus } from './status.ts'

const STATUS_WORDS_EN: Readonly<Record<IndicatorStatus, string>> = {
  achieved: 'Achieved',
  on_track: 'On track',
  at_risk: 'At risk',
  off_track: 'Behind',
  regressing: 'Falling back',
  missed: 'Missed',
  awaiting_final: 'Awaiting the final figure',
  insufficient_data: 'Not enough figures',
  no_data: 'No figures',
  not_applicable: 'Not applicable',
}

/** A status in the words of the office, or in English. */
export const statusInWords = (status: IndicatorStatus, language: PublicLanguage): string =>
  (language === 'vi' ? STATUS_WORDS : STATUS_WORDS_EN)[status]

/** How a status comes about, in the order in which the rules are read; shares as per cent. */
export function methodSentences(limits: PlanThresholds, language: PublicLanguage): readonly string[] {
  const number = (value: number) => (language === 'vi' ? shortVi(value) : numberEn(value, places(value)))
  const share = (value: number) => `${number(percent(value))}%`
  const { onTrackPace, atRiskPace, slipPoints, regressionPoints, earlyShare, earlyPoints } = limits
  const { verdictDaysBefore, verdictDaysAfter } = limits
  const words = (status: IndicatorStatus) => `“${statusInWords(status, language)}”`
  if (language === 'en')
    return [
      'A value is the numerator divided by the denominator, times 100; areas are added up first and divided once. Areas that have not reported are not guessed.',
      'Only approved figures count. The value shown is the one of the latest day; a blank is a blank, never 0.',
      `${words('achieved')}: the latest figure is at or beyond the target. Once the day of a target has passed, the latest figure described between ${number(verdictDaysBefore)} days before and ${number(verdictDaysAfter)} days after it decides: ${words('achieved')} or ${words('missed')}.`,
      'Before that the pace counts: what was gained since the period began, divided by what should have been gained by then (a straight line from the starting value to the target).',
      `${words('on_track')}: the pace is at least ${share(onTrackPace)} and the forecast keeps it. ${words('at_risk')}: at least ${share(atRiskPace)}, or slowing down. ${words('off_track')}: below ${share(atRiskPace)}.`,
      `${words('regressing')}: more than ${number(regressionPoints)} points worse than at the start, or more than ${number(slipPoints)} points below a target that had been reached.`,
      `In the first ${share(earlyShare)} of the time a status is provisional: ${words('on_track')} down to ${number(earlyPoints)} points below the line.`,
    ]
  return [
    'Giá trị bằng tử số chia mẫu số nhân 100; số liệu các địa bàn được cộng lại trước, chỉ chia một lần. Địa bàn chưa báo cáo thì không đoán.',
    'Chỉ tính số liệu đã duyệt. Giá trị đang hiện là của ngày gần nhất; ô trống là chưa có số liệu, không phải 0.',
    `${words('achieved')}: số liệu gần nhất bằng hoặc vượt mục tiêu. Khi ngày của mục tiêu đã qua, số liệu gần nhất trong khoảng ${number(verdictDaysBefore)} ngày trước đến ${number(verdictDaysAfter)} ngày sau ngày đó quyết định: ${words('achieved')} hay ${words('missed')}.`,
    'Trước ngày đó thì xét nhịp độ: phần đã tăng từ đầu giai đoạn chia cho phần lẽ ra phải tăng đến lúc này (đường thẳng từ giá trị ban đầu đến mục tiêu).',
    `${words('on_track')}: nhịp độ từ ${share(onTrackPace)} trở lên và dự báo vẫn giữ được. ${words('at_risk')}: từ ${share(atRiskPace)} trở lên, hoặc đang chậm lại. ${words('off_track')}: dưới ${share(atRiskPace)}.`,
    `${words('regressing')}: kém lúc đầu quá ${number(regressionPoints)} điểm, hoặc tụt quá ${number(slipPoints)} điểm dưới mục tiêu từng đạt.`,
    `Trong ${share(earlyShare)} thời gian đầu, đánh giá là tạm thời: ${words('on_track')} nếu không thấp hơn đường kế hoạch quá ${number(earlyPoints)} điểm.`,
  ]
}

const percent = (share: number) => Math.round(share * 10_000) / 100
const places = (value: number) => (Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2)
const shortVi = (value: number) => formatDecimal(value, places(value))

/** How one indicator is counted; null where the plan leaves it open. */
export function formulaInWords(
  indicator: {
    readonly numerator: string | null
    readonly denominator: string | null
    readonly unit: string
  },
  language: PublicLanguage,
): string | null {
  const { numerator, denominator, unit } = indicator
  if (numerator === null) return null
  if (denominator === null) return numerator
  const times = language === 'vi' ? 'nhân 100' : 'times 100'
  return `${numerator} ÷ ${denominator}${unit === '%' ? ` (${times})` : ''}`
}
