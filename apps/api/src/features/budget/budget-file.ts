// A year's budget as .xlsx, to be handed on: every line, then the same money by source and by task. The sums are
// formulas, so that whoever changes a figure sees them move; what they show is the exact sum of the service.
import { BUDGET_LINE_KINDS, type BudgetLineKind } from '@tien-do/domain/budget'
import type { AppendixCell, AppendixColumn, AppendixRow } from '@tien-do/domain/report-document'
import type { Context } from '../../core/context.ts'
import { renderFile } from '../../files/render-file.ts'
import type { SheetPage } from '../../files/report-job.ts'
import { getPlan, issuerName } from '../plans/index.ts'
import { getBudget } from './budget.service.ts'

type Budget = Awaited<ReturnType<typeof getBudget>>
type Totals = Budget['totals']
type Money = Totals['requested']

const KIND_WORDS: Record<BudgetLineKind, string> = {
  equipment: 'Mua sắm thiết bị',
  service: 'Thuê dịch vụ',
  training: 'Tập huấn',
  communication: 'Tuyên truyền',
  construction: 'Xây dựng, sửa chữa',
  other: 'Khác',
}
const WHOLE_PLAN = 'Cả kế hoạch'
const SUM = 'Tổng cộng'

export async function makeBudgetFile(context: Context, planCode: string, year: number): Promise<Uint8Array> {
  const plan = await getPlan(context, planCode)
  const budget = await getBudget(context, planCode, year)
  const { fundingSources, tasks, shortTitle } = plan.plan
  const sourceName = (code: string) => fundingSources.find((each) => each.code === code)?.name ?? code
  const taskName = (code: string | null) =>
    code === null ? WHOLE_PLAN : `${code} ${tasks.find((each) => each.code === code)?.name ?? ''}`.trim()
  const heading = [issuerName(plan), `Dự toán kinh phí năm ${year} - ${shortTitle}`, 'Đơn vị tính: đồng']
  const split = (name: string, rows: readonly (Totals & { label: string })[]): SheetPage => ({
    ...{ name, heading, note: null },
    columns: [column('Nhóm', 3), ...MONEY_COLUMNS],
    rows: [
      ...rows.map(({ label, ...totals }) => row([text(label), ...amounts(totals)])),
      row([text(SUM), ...amounts(budget.totals)]),
    ],
    sums: moneyFrom(1),
  })
  const sheets: SheetPage[] = [
    {
      ...{ name: 'Dự toán', heading, note: null },
      columns: [...LINE_COLUMNS, ...MONEY_COLUMNS],
      rows: [...budget.requests.flatMap((request) => linesOf(request, sourceName, taskName)), sumRow(budget)],
      sums: moneyFrom(LINE_COLUMNS.length),
    },
    split(
      'Theo nguồn',
      budget.bySource.map(({ key, ...totals }) => ({ ...totals, label: sourceName(key) })),
    ),
    split(
      'Theo nhiệm vụ',
      budget.byTask.map(({ key, ...totals }) => ({ ...totals, label: taskName(key) })),
    ),
    split(
      'Theo loại chi',
      BUDGET_LINE_KINDS.flatMap((kind) =>
        budget.byKind
          .filter(({ key }) => key === kind)
          .map(({ key: _key, ...totals }) => ({ ...totals, label: KIND_WORDS[kind] })),
      ),
    ),
  ]
  const properties = { 'tien-do.plan': planCode, 'tien-do.year': String(year) }
  return renderFile({ kind: 'xlsx', book: { title: heading[1] ?? '', properties, sheets } })
}

function linesOf(
  { department, answer, lines }: Budget['requests'][number],
  sourceName: (code: string) => string,
  taskName: (code: string | null) => string,
): AppendixRow[] {
  if (answer === 'no_cost') {
    const said = [text(department.name), text(''), text('Không phát sinh')]
    return [row([...said, ...blanks(LINE_COLUMNS.length + MONEY_COLUMNS.length - said.length)])]
  }
  return lines.map((line) =>
    row([
      ...[text(department.name), number(String(line.line), 'count'), text(line.name)],
      ...[text(KIND_WORDS[line.kind]), text(taskName(line.task)), text(line.subTask ?? '')],
      ...[text(sourceName(line.source)), number(line.quantity, 'decimal:3'), text(line.unit)],
      number(line.unitPrice.amount, 'money'),
      ...amounts({ ...line, lines: 1, proposed: line.adjusted ?? line.requested }),
    ]),
  )
}

function sumRow({ totals }: Budget): AppendixRow {
  return row([text(SUM), ...blanks(LINE_COLUMNS.length - 1), ...amounts(totals)])
}

const column = (title: string, width: number, align: AppendixColumn['align'] = 'start'): AppendixColumn => ({
  ...{ key: title, title, width, align },
})
const LINE_COLUMNS = [
  column('Bộ phận', 3),
  column('Dòng', 1, 'end'),
  column('Nội dung', 4),
  column('Loại chi', 2),
  column('Nhiệm vụ', 4),
  column('Công việc', 2),
  column('Nguồn', 2),
  column('Số lượng', 1, 'end'),
  column('ĐVT', 1),
  column('Đơn giá', 2, 'end'),
]
const MONEY_COLUMNS = [
  column('Dự trù', 2, 'end'),
  column('Sau thẩm tra', 2, 'end'),
  column('Được giao', 2, 'end'),
  column('Đã chi', 2, 'end'),
]

/** The columns of money, where the first of them is at this place. */
function moneyFrom(first: number): number[] {
  return MONEY_COLUMNS.map((_, index) => first + index)
}

function blanks(count: number): AppendixCell[] {
  return Array.from({ length: count }, () => text(''))
}

function row(cells: AppendixCell[]): AppendixRow {
  return { cells, group: false }
}

function text(words: string): AppendixCell {
  return { text: words, number: null, format: 'text' }
}

/** A sheet holds whole numbers exactly up to 2^53; the largest amount is far below. */
function number(digits: string, format: AppendixCell['format']): AppendixCell {
  return { text: digits, number: Number(digits), format }
}

function amounts({ requested, proposed, allocated, spent }: Totals): AppendixCell[] {
  const cell = (money: Money | null) => (money === null ? text('') : number(money.amount, 'money'))
  return [requested, proposed, allocated, spent].map(cell)
}
