import {
  answerOf,
  areLinesOpen,
  BUDGET_ACTS,
  BUDGET_LINE_KINDS,
  BUDGET_STATES,
  type BudgetLine as DomainLine,
  type BudgetTotals as DomainTotals,
  duplicatesOf,
  isAboveRequest,
  pivotOf,
  requestActsIn,
  requestedOf,
  totalsOf,
  yearActsIn,
} from '@tien-do/domain/budget'
import type { Day } from '@tien-do/domain/day'
import { isReporting } from '@tien-do/domain/department'
import type { Dong } from '@tien-do/domain/money'
import { workDay } from '@tien-do/domain/owed'
import { ACTIONS, type Action, type Actor, allowedAmong } from '@tien-do/domain/permission'
import { type Static, type TSchema, Type } from 'typebox'
import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  EtagText,
  exampleOf,
  InstantText,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { LineRow, RequestRow } from './budget.repo.ts'

const Year = Type.Integer({ minimum: 2000, maximum: 2199, format: 'int32' })
const LineNumber = Type.Integer({ minimum: 1, maximum: 100_000, format: 'int32' })
const MOST_LINES = 1_000

export const Money = Type.Object(
  {
    amount: Type.String({
      maxLength: 16,
      pattern: '^(0|[1-9][0-9]{0,15})$',
      description: 'Whole đồng, as a decimal string: no float on the way',
    }),
    currency: oneOf(['VND'] as const),
  },
  { $id: 'Money', additionalProperties: false, examples: [{ amount: '17000000', currency: 'VND' }] },
)
type Money = Static<typeof Money>

const LINE = {
  name: Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\u0000]*$' }),
  kind: oneOf(BUDGET_LINE_KINDS),
  task: nullable(Code),
  source: Code,
  quantity: Type.String({
    maxLength: 14,
    pattern: '^[0-9]{1,10}(\\.[0-9]{1,3})?$',
    description: 'Above 0, with up to three decimals',
  }),
  unit: Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\u0000]*$' }),
  unitPrice: ref(Money),
}

const NewBudgetLine = Type.Object(
  {
    line: Type.Optional({ ...LineNumber, description: 'Of a line that is there already; absent: a new one' }),
    ...LINE,
    subTask: Type.Optional({
      ...nullable(Code),
      description: 'The piece of work of this task and year that it pays for',
    }),
    note: Type.Optional(nullable(Text)),
  },
  { additionalProperties: false },
)

const MONEY = { amount: '8500000', currency: 'VND' } as const
const LINE_EXAMPLE = {
  line: 1,
  name: 'Máy quét tài liệu',
  kind: 'equipment',
  task: 'NV-08',
  subTask: 'NV-08-2027-01',
  source: 'NSNN',
  quantity: '2',
  unit: 'cái',
  unitPrice: MONEY,
  note: null,
} as const

export const BudgetAnswer = Type.Object(
  {
    noCost: Type.Boolean({ description: 'The department needs nothing this year; then without lines' }),
    lines: Type.Array(NewBudgetLine, { maxItems: MOST_LINES }),
  },
  { $id: 'BudgetAnswer', additionalProperties: false, examples: [{ noCost: false, lines: [LINE_EXAMPLE] }] },
)
export type BudgetAnswer = Static<typeof BudgetAnswer>

export const BudgetReturn = Type.Object(
  { reason: Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' }) },
  { $id: 'BudgetReturn', additionalProperties: false, examples: [{ reason: 'Dòng 2: chưa có báo giá' }] },
)

export const BudgetFigures = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          department: Code,
          line: LineNumber,
          adjusted: Type.Optional(nullable(ref(Money))),
          financeNote: Type.Optional(nullable(Text)),
          allocated: Type.Optional(nullable(ref(Money))),
          spent: Type.Optional(nullable(ref(Money))),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MOST_LINES },
    ),
  },
  {
    $id: 'BudgetFigures',
    additionalProperties: false,
    examples: [{ lines: [{ department: 'TP-HT', line: 1, allocated: MONEY }] }],
  },
)
export type BudgetFigures = Static<typeof BudgetFigures>

const BudgetLine = Type.Object({
  ...LINE,
  line: LineNumber,
  subTask: nullable(Code),
  requested: ref(Money),
  adjusted: nullable(ref(Money)),
  allocated: nullable(ref(Money)),
  spent: nullable(ref(Money)),
  note: nullable(Text),
  financeNote: nullable(Text),
  /** The authority gave more than was asked for. */
  aboveRequest: Type.Boolean(),
})

const TOTALS = {
  lines: Count,
  requested: ref(Money),
  proposed: ref(Money),
  allocated: nullable(ref(Money)),
  spent: nullable(ref(Money)),
}
const BudgetTotals = Type.Object(TOTALS)
/** The plan's funding sources: the words behind the codes of the lines. */
const SOURCES = Type.Array(Type.Object({ code: Code, name: Text }), { maxItems: 100 })
const SOURCES_EXAMPLE = [{ code: 'NSNN', name: 'Ngân sách nhà nước' }]
const TOTALS_EXAMPLE = {
  lines: 1,
  requested: { amount: '17000000', currency: 'VND' },
  proposed: { amount: '17000000', currency: 'VND' },
  allocated: null,
  spent: null,
} as const
const DEPARTMENT = {
  code: 'TP-HT',
  name: 'Bộ phận Tư pháp - Hộ tịch',
  shortName: 'Tư pháp - Hộ tịch',
} as const

export const BudgetRequest = Type.Object(
  {
    year: Year,
    department: ref(DepartmentRef),
    /** Null: the department has not begun. */
    state: nullable(oneOf(BUDGET_STATES)),
    answer: oneOf(['none', 'no_cost', 'asks'] as const),
    noCost: Type.Boolean(),
    reason: nullable(Text),
    requestedBy: nullable(Name),
    requestedAt: nullable(InstantText),
    decidedBy: nullable(Name),
    decidedAt: nullable(InstantText),
    lines: Type.Array(BudgetLine, { maxItems: MOST_LINES }),
    totals: BudgetTotals,
    sources: SOURCES,
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'BudgetRequest',
    additionalProperties: false,
    examples: [
      {
        year: 2027,
        department: DEPARTMENT,
        state: 'requested',
        answer: 'asks',
        noCost: false,
        reason: null,
        requestedBy: 'Võ Đình An',
        requestedAt: '2026-11-22T02:00:00.000Z',
        decidedBy: null,
        decidedAt: null,
        lines: [
          {
            ...LINE_EXAMPLE,
            requested: { amount: '17000000', currency: 'VND' },
            adjusted: null,
            allocated: null,
            spent: null,
            financeNote: null,
            aboveRequest: false,
          },
        ],
        totals: TOTALS_EXAMPLE,
        sources: SOURCES_EXAMPLE,
        etag: '"2"',
        allowedActions: ['budget.withdraw'],
      },
    ],
  },
)

const pivot = <Key extends TSchema>(key: Key) =>
  Type.Array(Type.Object({ key, ...TOTALS }), { maxItems: 1_000 })

export const Budget = Type.Object(
  {
    year: Year,
    /** Every department that answers for its money, whether it has or not. */
    requests: Type.Array(ref(BudgetRequest), { maxItems: 200 }),
    totals: BudgetTotals,
    bySource: pivot(Code),
    byTask: pivot(nullable(Code)),
    byDepartment: pivot(Code),
    byKind: pivot(oneOf(BUDGET_LINE_KINDS)),
    /** Lines that may ask for the same thing twice. */
    duplicates: Type.Array(
      Type.Array(Type.Object({ department: Code, line: LineNumber, name: Text }), { maxItems: MOST_LINES }),
      { maxItems: MOST_LINES },
    ),
    /** The totals of every year that has any, this one too. */
    years: Type.Array(Type.Object({ year: Year, ...TOTALS }), { maxItems: 200 }),
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'Budget',
    additionalProperties: false,
    examples: [
      {
        year: 2027,
        requests: exampleOf(BudgetRequest),
        totals: TOTALS_EXAMPLE,
        bySource: [{ key: 'NSNN', ...TOTALS_EXAMPLE }],
        byTask: [{ key: 'NV-08', ...TOTALS_EXAMPLE }],
        byDepartment: [{ key: 'TP-HT', ...TOTALS_EXAMPLE }],
        byKind: [{ key: 'equipment', ...TOTALS_EXAMPLE }],
        duplicates: [],
        years: [{ year: 2027, ...TOTALS_EXAMPLE }],
        etag: '"3f0c9a1b2d4e5f60"',
        allowedActions: [],
      },
    ],
  },
)

export const BudgetParams = Type.Object({ ...PlanParams.properties, year: Year })
export const BudgetRequestParams = Type.Object({ ...BudgetParams.properties, code: Code })

/** The lines as the arithmetic takes them. */
export function domainLines(requests: readonly RequestRow[]): DomainLine[] {
  return requests.flatMap(({ departmentCode, lines }) =>
    lines.map((line) => ({ ...line, department: departmentCode })),
  )
}

/** A department's answer, or that there is none yet. */
export function requestToWire(
  { plan, code }: Pick<PlanInForce, 'plan' | 'code' | 'departments'>,
  department: { code: string; id: RequestRow['departmentId'] },
  row: RequestRow | undefined,
  year: number,
  actor: Actor,
  on: Day,
): Static<typeof BudgetRequest> {
  const known = plan.departments.find((each) => each.code === department.code)
  const state = row?.state ?? 'draft'
  const actions: Action[] = [
    ...(areLinesOpen(state) ? (['budget.save'] as const) : []),
    ...(row ? requestActsIn(state).map((act) => BUDGET_ACTS[act].action) : []),
  ]
  return {
    year,
    department: known
      ? departmentRef(known, on)
      : { code: department.code, name: department.code, shortName: department.code },
    state: row?.state ?? null,
    answer: answerOf(row ?? null),
    noCost: row?.noCost ?? false,
    reason: row?.reason ?? null,
    requestedBy: row?.requestedByName ?? null,
    requestedAt: instantOf(row?.requestedAt),
    decidedBy: row?.decidedByName ?? null,
    decidedAt: instantOf(row?.decidedAt),
    lines: (row?.lines ?? []).map((line) => lineToWire(line, department.code)),
    totals: totalsToWire(totalsOf(row ? domainLines([row]) : [])),
    sources: plan.fundingSources.map(({ code: source, name }) => ({ code: source, name })),
    etag: etagOf(row?.version ?? 0),
    allowedActions: allowedAmong(actor, actions, { plan: code, department: department.id }),
  }
}

export function budgetToWire(
  plan: PlanInForce,
  year: number,
  all: readonly RequestRow[],
  actor: Actor,
  on: Day,
): Static<typeof Budget> {
  const rows = all.filter((row) => row.year === year)
  const answering = plan.plan.departments
    .filter(
      (each) =>
        isReporting(plan.plan, each, workDay(year, on)) ||
        rows.some(({ departmentCode }) => departmentCode === each.code),
    )
    .map(({ code }) => ({ code, id: plan.departments.get(code) as RequestRow['departmentId'] }))
  const lines = domainLines(rows)
  const split = (by: Parameters<typeof pivotOf>[1]) =>
    pivotOf(lines, by).map(({ key, totals }) => ({ key: key as never, ...totalsToWire(totals) }))
  const years = [...new Set(all.map((row) => row.year))]
  return {
    year,
    requests: answering.map((department) => {
      const row = rows.find(({ departmentCode }) => departmentCode === department.code)
      return requestToWire(plan, department, row, year, actor, on)
    }),
    totals: totalsToWire(totalsOf(lines)),
    bySource: split('source'),
    byTask: split('task'),
    byDepartment: split('department'),
    byKind: split('kind'),
    duplicates: duplicatesOf(lines).map((group) =>
      group.map(({ department, line, name }) => ({ department, line, name })),
    ),
    years: years.map((each) => ({
      year: each,
      ...totalsToWire(totalsOf(domainLines(all.filter((row) => row.year === each)))),
    })),
    etag: yearEtag(rows),
    allowedActions: allowedAmong(
      actor,
      [
        ...(rows.length > 0 ? (['budget.adjust'] as const) : []),
        ...yearActsIn(rows.map(({ state }) => state)).map((act) => BUDGET_ACTS[act].action),
      ],
      { plan: plan.code },
    ),
  }
}

/** One version of all requests of a year together. */
export function yearEtag(rows: readonly RequestRow[]): string {
  const versions = rows.map(({ departmentCode, version }) => [departmentCode, version])
  return etagOf(sha256(canonicalJson(versions)).slice(0, 16))
}

function lineToWire(row: LineRow, department: string) {
  const { line, name, kind, task, subTask, source, quantity, unit, note, financeNote } = row
  return {
    ...{ line, name, kind, task, subTask, source, quantity, unit, note, financeNote },
    unitPrice: money(row.unitPrice),
    requested: money(requestedOf(row)),
    adjusted: moneyOrNull(row.adjusted),
    allocated: moneyOrNull(row.allocated),
    spent: moneyOrNull(row.spent),
    aboveRequest: isAboveRequest({ ...row, department }),
  }
}

function totalsToWire({ lines, requested, proposed, allocated, spent }: DomainTotals) {
  return {
    lines,
    requested: money(requested),
    proposed: money(proposed),
    allocated: moneyOrNull(allocated),
    spent: moneyOrNull(spent),
  }
}

function money(amount: Dong): Money {
  return { amount: String(amount), currency: 'VND' }
}

function moneyOrNull(amount: Dong | null): Money | null {
  return amount === null ? null : money(amount)
}

function instantOf(at: string | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null
}
