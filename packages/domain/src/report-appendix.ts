// The appendices of a report: tables whose numbers are numbers, printed and as a sheet.

import { yearOf } from './day.ts'
import { formatCount } from './number-vi.ts'
import { BLANK, column, count, decimal, money, words } from './report-cells.ts'
import type { AppendixColumn, AppendixRow } from './report-document.ts'
import { departmentName } from './report-letterhead.ts'
import { moneyTotal } from './report-money.ts'
import { decisionOf, STATUS_WORDS, targetInForce } from './report-sentences.ts'
import type { ReportSnapshot, SnapshotIndicator, SnapshotTask } from './report-snapshot.ts'
import type { AppendixKind } from './report-template.ts'
import { sentence } from './report-words.ts'
import { outputsInWords } from './task-in-report.ts'

export interface AppendixTable {
  readonly columns: readonly AppendixColumn[]
  readonly rows: readonly AppendixRow[]
  readonly note: string | null
}

const ABSENT = 'Chưa có số liệu'

const TABLES: Readonly<Record<AppendixKind, (snapshot: ReportSnapshot) => AppendixTable>> = {
  indicators: indicatorTable,
  tasks: taskTable,
  money: moneyTable,
}

export function appendixTable(kind: AppendixKind, snapshot: ReportSnapshot): AppendixTable {
  return TABLES[kind](snapshot)
}

/** Whether there is anything to print: an appendix without rows is left out. */
export function hasAppendix(kind: AppendixKind, { indicators, tasks, money }: ReportSnapshot): boolean {
  if (kind === 'indicators') return indicators.length > 0
  if (kind === 'tasks') return tasks.length > 0
  return money !== null && money.lines.length > 0
}

function indicatorTable(snapshot: ReportSnapshot): AppendixTable {
  const years = [
    ...new Set(snapshot.indicators.flatMap(({ targets }) => targets.map(({ on }) => yearOf(on)))),
  ].sort((a, b) => a - b)
  const columns = [
    column('tt', 'TT', 4, 'center'),
    column('chi-tieu', 'Chỉ tiêu', 23),
    column('dvt', 'ĐVT', 6, 'center'),
    ...years.map((year) => column(`muc-tieu-${year}`, `Mục tiêu ${year}`, 7, 'end')),
    column('tu-so', 'Tử số', 6, 'end'),
    column('mau-so', 'Mẫu số', 6, 'end'),
    column('ket-qua', 'Kết quả', 8, 'end'),
    column('nam-truoc', `Năm ${snapshot.year - 1}`, 7, 'end'),
    column('so-voi', 'So với mục tiêu', 9, 'center'),
    column('nguon', 'Nguồn số liệu', 18),
    column('ghi-chu', 'Ghi chú', 12),
  ]
  let number = 0
  const row = (indicator: SnapshotIndicator): AppendixRow => {
    number += 1
    const { figure, lastYear, unit, shownDecimals, targets } = indicator
    return {
      group: false,
      cells: [
        count(number),
        words(indicator.name),
        words(unit),
        ...years.map((year) =>
          decimal(targets.find(({ on }) => yearOf(on) === year)?.value ?? null, shownDecimals),
        ),
        count(figure?.numerator ?? null),
        count(figure?.denominator ?? null),
        decimal(figure?.value ?? null, shownDecimals),
        decimal(lastYear?.value ?? null, shownDecimals),
        words(comparison(indicator)),
        words(sourceOf(snapshot, indicator)),
        words(remark(indicator)),
      ],
    }
  }
  const groups = snapshot.plan.groups.flatMap(({ code, title }) => {
    const own = snapshot.indicators.filter(({ group }) => group === code)
    return own.length === 0 ? [] : [groupRow(title, columns.length), ...own.map(row)]
  })
  const samples = snapshot.plan.sample ? 'Số liệu trong báo cáo này là số liệu minh họa. ' : ''
  const note = `${samples}Kết quả của chỉ tiêu tỷ lệ bằng tử số chia mẫu số; đạt hay chưa đạt xét trên số đếm, không xét trên số đã làm tròn.`
  return { columns, rows: groups, note }
}

/** Vượt, Đạt, Chưa đạt, Chưa có số liệu; a target of 100 % can be met, never exceeded. */
function comparison(indicator: SnapshotIndicator): string {
  const { figure, met, measure, direction } = indicator
  if (measure === 'qualitative') return 'Không định lượng'
  if (figure === null) return ABSENT
  if (figure.value === null) return STATUS_WORDS.not_applicable
  const target = targetInForce(indicator)
  if (target === null) return 'Không nêu mục tiêu'
  if (!met) return 'Chưa đạt'
  return (direction === 'up' ? figure.value > target.value : figure.value < target.value) ? 'Vượt' : 'Đạt'
}

function sourceOf({ plan, asOf }: ReportSnapshot, { source, owner }: SnapshotIndicator): string {
  return source ?? (owner ? departmentName(plan, owner, asOf) : '')
}

function remark({ figure, override, measure, status, met }: SnapshotIndicator): string {
  const coverage =
    figure?.coverage && figure.coverage.reported < figure.coverage.expected
      ? `${figure.coverage.reported}/${figure.coverage.expected} địa bàn`
      : null
  const course = measure === 'qualitative' || figure === null || met ? null : STATUS_WORDS[status]
  const decided = decisionOf({ override, status })
  return [figure?.estimated ? 'Ước tính' : null, coverage, decided ?? course].filter(Boolean).join('; ')
}

function groupRow(title: string, width: number): AppendixRow {
  return { group: true, cells: [words(title), ...Array.from({ length: width - 1 }, () => BLANK)] }
}

function taskTable(snapshot: ReportSnapshot): AppendixTable {
  const called = (code: string) => departmentName(snapshot.plan, code, snapshot.asOf)
  const columns = [
    column('tt', 'TT', 4, 'center'),
    column('nhiem-vu', 'Nhiệm vụ', 26),
    column('chu-tri', 'Chủ trì', 14),
    column('phoi-hop', 'Phối hợp', 14),
    column('ket-qua', 'Kết quả', 24),
    column('tien-do', 'Tiến độ', 10, 'center'),
    column('ghi-chu', 'Ghi chú', 8),
  ]
  const row = (task: SnapshotTask, index: number): AppendixRow => ({
    group: false,
    cells: [
      count(index + 1),
      words(task.name),
      words(task.lead ? called(task.lead) : 'Chưa phân công'),
      words(task.coordinating.map((code) => (code === '*' ? 'Các bộ phận' : called(code))).join('; ')),
      words(cameOf(task)),
      words(task.progress ?? ''),
      words(task.late ? `Quá hạn ${formatCount(task.daysLate)} ngày` : ''),
    ],
  })
  return { columns, rows: snapshot.tasks.map(row), note: null }
}

/** What was reported of a task, what is left of it, and what came out of its pieces of work. */
function cameOf({ result, remaining, outputs }: SnapshotTask): string {
  const products = outputsInWords(outputs)
  return [
    sentence(result ?? 'Chưa có kết quả báo cáo'),
    remaining && sentence(`Tồn tại: ${remaining}`),
    products && `Sản phẩm: ${products}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function moneyTable(snapshot: ReportSnapshot): AppendixTable {
  const columns = [
    column('tt', 'TT', 4, 'center'),
    column('nhiem-vu', 'Nhiệm vụ', 34),
    column('bo-phan', 'Bộ phận', 20),
    column('nguon', 'Nguồn kinh phí', 15),
    column('du-tru', 'Dự trù (đồng)', 9, 'end'),
    column('giao', 'Được giao (đồng)', 9, 'end'),
    column('thuc-hien', 'Thực hiện (đồng)', 9, 'end'),
  ]
  const lines = snapshot.money?.lines ?? []
  const rows = lines.map((line, index) => ({
    group: false,
    cells: [
      count(index + 1),
      words(snapshot.tasks.find(({ code }) => code === line.task)?.name ?? line.task ?? ''),
      words(line.department ? departmentName(snapshot.plan, line.department, snapshot.asOf) : ''),
      words(line.source),
      money(line.requestedVnd),
      money(line.allocatedVnd),
      money(line.spentVnd),
    ],
  }))
  const total = {
    group: false,
    total: true,
    cells: [
      BLANK,
      words('Tổng cộng'),
      BLANK,
      BLANK,
      ...(['requestedVnd', 'allocatedVnd', 'spentVnd'] as const).map((of) => money(moneyTotal(snapshot, of))),
    ],
  }
  return { columns, rows: rows.length === 0 ? [] : [...rows, total], note: null }
}
