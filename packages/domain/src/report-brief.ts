// The report in five sentences, for whoever signs it on a phone; what is red and why; what needs a decision.

import { collectFigures, plainText } from './report-figures.ts'
import { departmentName } from './report-letterhead.ts'
import { decisionOf, indicatorSentence } from './report-sentences.ts'
import type { ReportSnapshot, SnapshotIndicator, SnapshotObstacle } from './report-snapshot.ts'
import { countInProse, inSentence, listed } from './report-words.ts'

export interface ReportBrief {
  readonly sentences: readonly string[]
  readonly red: readonly { readonly indicator: SnapshotIndicator; readonly sentence: string }[]
  /** Obstacles that wait for a decision. */
  readonly decisions: readonly SnapshotObstacle[]
}

const RED = ['off_track', 'regressing', 'missed']
const isRed = (status: string) => RED.includes(status)

export function briefOf(snapshot: ReportSnapshot): ReportBrief {
  const { book, put } = collectFigures()
  const measured = snapshot.indicators.filter(({ measure }) => measure !== 'qualitative')
  const reported = measured.filter(({ figure }) => figure !== null)
  const met = reported.filter(({ met }) => met)
  const behind = reported.filter(({ met, status }) => !met && [...RED, 'at_risk'].includes(status))
  const silent = measured.filter(({ figure }) => figure === null)
  const owed = snapshot.departmentReports.filter(({ state }) => state !== 'exempt')
  const absent = owed.filter(({ state }) => state === 'missing')
  const withResult = snapshot.tasks.filter(({ result }) => result !== null)
  const open = snapshot.obstacles.filter(({ resolved }) => !resolved)
  const few = (things: readonly SnapshotIndicator[]) => {
    const named = things.slice(0, 3).map(({ name }) => inSentence(name))
    return things.length > 3
      ? `${named.join(', ')} và ${countInProse(things.length - 3)} chỉ tiêu khác`
      : listed(named)
  }
  const sentences = [
    `Năm ${snapshot.year}: ${countInProse(met.length)}/${countInProse(measured.length)} chỉ tiêu định lượng đạt mục tiêu đề ra.`,
    behind.length === 0
      ? 'Không có chỉ tiêu chậm tiến độ.'
      : `${countInProse(behind.length)} chỉ tiêu chậm hoặc có nguy cơ chậm: ${few(behind)}.`,
    silent.length === 0
      ? 'Các chỉ tiêu định lượng đều có số liệu.'
      : `${countInProse(silent.length)} chỉ tiêu chưa có số liệu: ${few(silent)}.`,
    `${countInProse(withResult.length)}/${countInProse(snapshot.tasks.length)} nhiệm vụ đã có kết quả báo cáo.`,
    [
      owed.length === 0
        ? null
        : absent.length === 0
          ? 'các bộ phận đã gửi báo cáo đầy đủ'
          : `chưa nhận được báo cáo của ${listed(absent.map(({ department }) => departmentName(snapshot.plan, department, snapshot.asOf)))}`,
      open.length === 0
        ? 'không có vướng mắc chưa giải quyết'
        : `còn ${countInProse(open.length)} vướng mắc chưa giải quyết`,
    ]
      .filter((clause) => clause !== null)
      .join('; ')
      .replace(/^./, (first) => first.toUpperCase())
      .concat('.'),
  ]
  return {
    sentences,
    red: reported
      // What the leader judged otherwise stays in sight: whoever signs sees both.
      .filter(({ met, status, override }) => !met && [status, override?.computed ?? status].some(isRed))
      .map((indicator) => ({
        indicator,
        sentence: [plainText(indicatorSentence(snapshot, indicator, put), book), decisionOf(indicator)]
          .filter((each) => each !== null)
          .join(' '),
      })),
    decisions: open.filter(({ decision }) => decision === null),
  }
}
