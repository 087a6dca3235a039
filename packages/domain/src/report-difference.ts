// What changed between two snapshots, cell by cell; and two years side by side, as a table and in words.

import { dayAtInstant } from './day.ts'
import { formatMoney } from './number-vi.ts'
import type { ObstacleState } from './obstacle.ts'
import { NO_FIGURE } from './report-figures.ts'
import { departmentName } from './report-letterhead.ts'
import { STATUS_WORDS, subjectOf } from './report-sentences.ts'
import type { ReportSnapshot, SnapshotIndicator, SnapshotReportState } from './report-snapshot.ts'
import { differenceInWords, sentence, shortDay, valueInWords } from './report-words.ts'
import type { IndicatorStatus } from './status.ts'
import { outputsInWords } from './task-in-report.ts'

export const CHANGED_SUBJECTS = ['indicator', 'task', 'obstacle', 'department', 'money'] as const
export type ChangedSubject = (typeof CHANGED_SUBJECTS)[number]

export interface SnapshotChange {
  readonly subject: ChangedSubject
  readonly code: string
  readonly name: string
  readonly field: string
  /** As printed; null where there was, or is, nothing. */
  readonly before: string | null
  readonly after: string | null
  /** The change in one sentence. */
  readonly sentence: string
}

const REPORT_STATE_WORDS: Readonly<Record<SnapshotReportState, string>> = {
  missing: 'Chưa gửi',
  on_time: 'Đã gửi trong thời hạn',
  late: 'Đã gửi sau thời hạn',
  exempt: 'Không phải gửi',
}

const OBSTACLE_WORDS: Readonly<Record<ObstacleState, string>> = {
  raised: 'Mới phản ánh',
  returned: 'Trả lại để bổ sung',
  consolidated: 'Đã tổng hợp',
  submitted: 'Đã trình',
  in_progress: 'Đang giải quyết',
  resolved: 'Đã giải quyết',
  beyond_authority: 'Vượt thẩm quyền',
  merged: 'Đã gộp',
}

type Cells = Readonly<Record<string, string | null>>
type Named = { readonly name: string; readonly cells: Cells }

/** Every cell that says something else, in the order of the newer snapshot; what is gone comes last. */
export function snapshotChanges(before: ReportSnapshot, after: ReportSnapshot): SnapshotChange[] {
  const [old, now] = [cellsOf(before), cellsOf(after)]
  return CHANGED_SUBJECTS.flatMap((subject) => {
    const codes = [...new Set([...now[subject].keys(), ...old[subject].keys()])]
    return codes.flatMap((code) => {
      const [was, is] = [old[subject].get(code), now[subject].get(code)]
      const fields = [...new Set([...Object.keys(is?.cells ?? {}), ...Object.keys(was?.cells ?? {})])]
      return fields.flatMap((field): SnapshotChange[] => {
        const change = { before: was?.cells[field] ?? null, after: is?.cells[field] ?? null }
        if (change.before === change.after) return []
        const name = (is ?? was)?.name ?? code
        return [{ subject, code, name, field, ...change, sentence: changeSentence(name, field, change) }]
      })
    })
  })
}

function cellsOf(snapshot: ReportSnapshot): Readonly<Record<ChangedSubject, ReadonlyMap<string, Named>>> {
  return {
    indicator: new Map(snapshot.indicators.map((each) => [each.code, indicatorCells(each)])),
    task: new Map(
      snapshot.tasks.map(({ code, name, result, remaining, progress, lead, outputs, late }) => [
        code,
        {
          name,
          cells: {
            ...{ result, remaining, progress },
            lead: lead && departmentName(snapshot.plan, lead, snapshot.asOf),
            outputs: outputsInWords(outputs) || null,
            late: late ? 'Quá hạn' : null,
          },
        },
      ]),
    ),
    obstacle: new Map(
      snapshot.obstacles.map(({ code, title, state, proposal, decision }) => [
        code,
        { name: title, cells: { state: OBSTACLE_WORDS[state], proposal, decision } },
      ]),
    ),
    department: new Map(
      snapshot.departmentReports.map(({ department, state, narrative }) => [
        department,
        {
          name: departmentName(snapshot.plan, department, snapshot.asOf),
          cells: { state: REPORT_STATE_WORDS[state], ...narrative },
        },
      ]),
    ),
    money: moneyCells(snapshot),
  }
}

/** Lines have no name of their own: of a department's several for one task and source, the order tells them apart. */
function moneyCells({ money, tasks }: ReportSnapshot): Map<string, Named> {
  const cells = new Map<string, Named>()
  for (const { department, task, source, ...amounts } of money?.lines ?? []) {
    const place = [department, task ?? source].filter(Boolean).join('/')
    const twin = [...cells.keys()].filter((key) => key.split('#')[0] === place).length
    cells.set(twin === 0 ? place : `${place}#${twin + 1}`, {
      name: `${tasks.find(({ code }) => code === task)?.name ?? task ?? source} (${source})`,
      cells: {
        requested: dong(amounts.requestedVnd),
        allocated: dong(amounts.allocatedVnd),
        spent: dong(amounts.spentVnd),
      },
    })
  }
  return cells
}

const dong = (amount: string | null) => amount && `${formatMoney(amount)} đồng`

const FIELD_WORDS: Readonly<Record<string, string>> = {
  value: 'kết quả',
  numerator: 'tử số',
  denominator: 'mẫu số',
  coverage: 'số địa bàn đã báo cáo',
  status: 'tình trạng',
  result: 'kết quả báo cáo',
  remaining: 'phần còn lại',
  progress: 'tiến độ',
  lead: 'đơn vị chủ trì',
  outputs: 'sản phẩm',
  late: 'thời hạn',
  state: 'tình trạng',
  proposal: 'đề xuất',
  decision: 'ý kiến giải quyết',
  requested: 'kinh phí dự trù',
  allocated: 'kinh phí được giao',
  spent: 'kinh phí đã thực hiện',
  results: 'kết quả thực hiện',
  shortcomings: 'tồn tại và nguyên nhân',
  direction: 'phương hướng',
  recommendations: 'đề xuất, kiến nghị',
}

/** "Hộ có Internet cáp quang: kết quả từ 71,6% thành 71,9%." */
function changeSentence(
  name: string,
  field: string,
  { before, after }: Pick<SnapshotChange, 'before' | 'after'>,
): string {
  const what = FIELD_WORDS[field] ?? 'nội dung'
  if (before === null) return sentence(`${name}: thêm ${what} “${after}”`)
  if (after === null) return sentence(`${name}: không còn ${what} “${before}”`)
  return sentence(`${name}: ${what} từ “${before}” thành “${after}”`)
}

function indicatorCells(indicator: SnapshotIndicator): Named {
  const { name, figure, status, unit, shownDecimals } = indicator
  const pair = (value: number | null | undefined) => (value == null ? null : String(value))
  const value = figure?.value == null ? null : valueInWords(figure.value, unit, shownDecimals)
  return {
    name,
    cells: {
      value,
      numerator: pair(figure?.numerator),
      denominator: pair(figure?.denominator),
      coverage: figure?.coverage ? `${figure.coverage.reported}/${figure.coverage.expected}` : null,
      status: STATUS_WORDS[status],
    },
  }
}

export interface YearRow {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly before: YearCell
  readonly after: YearCell
  /** After less before, in the indicator's unit; null unless both have a value. */
  readonly change: number | null
  readonly sentence: string
}

export interface YearCell {
  readonly value: number | null
  readonly text: string
  readonly status: IndicatorStatus | null
}

/** Two years of one plan: each indicator that either of them knows, with one sentence. */
export function compareYears(before: ReportSnapshot, after: ReportSnapshot): YearRow[] {
  const codes = [...new Set([...after.indicators, ...before.indicators].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const [was, is] = [before, after].map(({ indicators }) => indicators.find((each) => each.code === code))
    const named = is ?? was
    if (!named || named.measure === 'qualitative') return []
    const change =
      was?.figure?.value != null && is?.figure?.value != null ? is.figure.value - was.figure.value : null
    return [
      {
        code,
        name: named.name,
        unit: named.unit,
        before: yearCell(was),
        after: yearCell(is),
        change,
        sentence: yearSentence(named, { before, after }, { was, is, change }),
      },
    ]
  })
}

function yearCell(indicator: SnapshotIndicator | undefined): YearCell {
  const value = indicator?.figure?.value ?? null
  return {
    value,
    text:
      value === null || !indicator ? NO_FIGURE : valueInWords(value, indicator.unit, indicator.shownDecimals),
    status: indicator?.status ?? null,
  }
}

function yearSentence(
  named: SnapshotIndicator,
  { before, after }: { before: ReportSnapshot; after: ReportSnapshot },
  {
    was,
    is,
    change,
  }: { was?: SnapshotIndicator | undefined; is?: SnapshotIndicator | undefined; change: number | null },
): string {
  const subject = subjectOf(named)
  const [old, now] = [yearCell(was).text, yearCell(is).text]
  const [then, later] = momentsOf(before, after)
  if (change === null) return `${subject}: ${then} ${old}, ${later} ${now}.`
  const size = differenceInWords(change, named.unit, named.shownDecimals)
  const moved = change === 0 ? 'giữ nguyên' : `${change > 0 ? 'tăng' : 'giảm'} ${size}`
  if (change === 0) return `${subject}: ${moved} ${now}, ${then} cũng như ${later}.`
  return `${subject}: ${moved}, từ ${old} ${then} ${change < 0 ? 'xuống' : 'lên'} ${now} ${later}.`
}

/** "năm 2025" and "năm 2026"; of one year, the days on which the figures were read. */
function momentsOf(before: ReportSnapshot, after: ReportSnapshot): readonly [string, string] {
  if (before.year !== after.year) return [`năm ${before.year}`, `năm ${after.year}`]
  const readOn = ({ takenAt }: ReportSnapshot) => shortDay(dayAtInstant(Date.parse(takenAt)))
  const [was, is] = [readOn(before), readOn(after)]
  return was === is
    ? ['theo báo cáo trước', 'theo báo cáo này']
    : [`theo số liệu lập ngày ${was}`, `theo số liệu lập ngày ${is}`]
}
