// The tables of a department's report: its figures, its tasks, its request for money.

import type { SentFigure, SentReport } from './department-report-copy.ts'
import type { QualitativeState } from './indicator.ts'
import { formatDecimal } from './number-vi.ts'
import type { Plan, PlanIndicator } from './plan.ts'
import { BLANK, column, count, decimal, money, words } from './report-cells.ts'
import type { AppendixCell, ReportAppendix } from './report-document.ts'
import { sentence, shortDay } from './report-words.ts'
import { outputsInWords, TASK_STATE_WORDS } from './task-in-report.ts'
import { ratioValue } from './value.ts'

type Table = Pick<ReportAppendix, 'key' | 'title' | 'columns' | 'rows'>

/** What there is something to put into. */
export function departmentTables(plan: Plan, report: SentReport): Table[] {
  return [figureTable(plan, report), taskTable(plan, report), requestTable(plan, report)].filter(
    ({ rows }) => rows.length > 0,
  )
}

function figureTable(plan: Plan, { year, figures }: SentReport): Table {
  const order = (code: string) => plan.indicators.findIndex((each) => each.code === code)
  const sorted = figures.toSorted((a, b) => order(a.indicator) - order(b.indicator))
  return {
    key: 'figures',
    title: `Số liệu các chỉ tiêu năm ${year}`,
    columns: [
      column('tt', 'TT', 4, 'center'),
      column('chi-tieu', 'Chỉ tiêu', 26),
      column('dia-ban', 'Địa bàn', 12),
      column('ngay', 'Ngày', 9, 'center'),
      column('tu-so', 'Tử số', 8, 'end'),
      column('mau-so', 'Mẫu số', 8, 'end'),
      column('ket-qua', 'Kết quả', 10, 'end'),
      column('dvt', 'ĐVT', 6, 'center'),
      column('nguon', 'Nguồn số liệu', 14),
      column('ghi-chu', 'Ghi chú', 12),
    ],
    rows: sorted.map((figure, index) => {
      const indicator = plan.indicators.find(({ code }) => code === figure.indicator)
      const area = plan.areas.find(({ code }) => code === figure.area)
      return {
        group: false,
        cells: [
          count(index + 1),
          words(indicator?.name ?? figure.indicator),
          words(figure.area === null ? 'Toàn địa bàn' : (area?.name ?? figure.area)),
          words(shortDay(figure.on)),
          count(figure.numerator),
          count(figure.denominator),
          resultOf(figure, indicator),
          words(indicator?.measure === 'qualitative' ? '' : (indicator?.unit ?? '')),
          words(figure.source ?? ''),
          words(figure.note ?? ''),
        ],
      }
    }),
  }
}

const QUALITATIVE_WORDS: Readonly<Record<QualitativeState, string>> = {
  not_started: 'Chưa triển khai',
  in_progress: 'Đang thực hiện',
  done: 'Hoàn thành',
}

function resultOf(figure: SentFigure, indicator: PlanIndicator | undefined): AppendixCell {
  if (figure.notApplicable) return words('Không áp dụng')
  if (figure.qualitative !== null) return words(QUALITATIVE_WORDS[figure.qualitative])
  if (figure.value !== null) return decimal(figure.value, indicator?.decimals ?? 1)
  const share = ratioValue(figure.numerator, figure.denominator)
  return share.kind === 'value' ? decimal(share.value, indicator?.decimals ?? 1) : BLANK
}

function taskTable(plan: Plan, { year, tasks }: SentReport): Table {
  return {
    key: 'tasks',
    title: `Kết quả thực hiện nhiệm vụ năm ${year}`,
    columns: [
      column('tt', 'TT', 4, 'center'),
      column('nhiem-vu', 'Nhiệm vụ', 32),
      column('ket-qua', 'Kết quả', 26),
      column('ton-tai', 'Tồn tại', 18),
      column('san-pham', 'Sản phẩm', 12),
      column('tien-do', 'Tiến độ', 12, 'center'),
    ],
    rows: tasks.map(({ task, state, outputs, verdict, result, remaining }, index) => ({
      group: false,
      cells: [
        count(index + 1),
        words(plan.tasks.find(({ code }) => code === task)?.name ?? task),
        words(sentence(result ?? 'Chưa có kết quả báo cáo')),
        words(remaining === null ? '' : sentence(remaining)),
        words(outputsInWords(outputs)),
        words(TASK_STATE_WORDS[verdict ?? state]),
      ],
    })),
  }
}

function requestTable(plan: Plan, { request, year }: SentReport): Table {
  const lines = request?.lines ?? []
  const rows = lines.map(({ line, name, task, source, quantity, unit, unitPrice, requested }) => ({
    group: false,
    cells: [
      count(line),
      words(name),
      words(plan.tasks.find(({ code }) => code === task)?.name ?? task ?? ''),
      words(plan.fundingSources.find(({ code }) => code === source)?.name ?? source),
      quantityCell(quantity),
      words(unit),
      money(unitPrice),
      money(requested),
    ],
  }))
  const total = {
    group: false,
    total: true,
    cells: [
      BLANK,
      words('Tổng cộng'),
      ...Array.from({ length: 5 }, () => BLANK),
      money(request?.requested ?? null),
    ],
  }
  return {
    key: 'request',
    title: `Dự trù kinh phí năm ${request?.year ?? year + 1}`,
    columns: [
      column('tt', 'TT', 4, 'center'),
      column('noi-dung', 'Nội dung', 24),
      column('nhiem-vu', 'Nhiệm vụ', 24),
      column('nguon', 'Nguồn kinh phí', 14),
      column('so-luong', 'Số lượng', 7, 'end'),
      column('dvt', 'ĐVT', 6, 'center'),
      column('don-gia', 'Đơn giá (đồng)', 10, 'end'),
      column('thanh-tien', 'Thành tiền (đồng)', 11, 'end'),
    ],
    rows: rows.length === 0 ? [] : [...rows, total],
  }
}

/** A quantity is exact text: "1.5" is written 1,5. */
function quantityCell(quantity: string): AppendixCell {
  const decimals = quantity.split('.')[1]?.length ?? 0
  const number = Number(quantity)
  return { text: formatDecimal(number, decimals), number, format: `decimal:${decimals}` }
}
