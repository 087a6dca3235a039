import { BUDGET_STATES } from '@tien-do/domain/budget'
import { daysLeft } from '@tien-do/domain/deadline'
import {
  departmentReportState,
  isReportLate,
  type ReportingRates,
  reportingRates,
} from '@tien-do/domain/department-report'
import {
  NARRATIVE_SECTIONS,
  RETURN_PLACES,
  reportActionsIn,
  SHOWN_REPORT_STATES,
  type ShownReportState,
} from '@tien-do/domain/department-report-steps'
import { CHECK_WARNINGS } from '@tien-do/domain/figure-checks'
import { MEASUREMENT_STATES } from '@tien-do/domain/measurement'
import { OBSTACLE_STATES } from '@tien-do/domain/obstacle'
import { type Excuse, missingOf, partStandings, REPORT_PARTS, TASK_LACKS } from '@tien-do/domain/owed'
import { dueDays, PERIOD_STATES } from '@tien-do/domain/period'
import { ACTIONS, type Actor, allowedAmong } from '@tien-do/domain/permission'
import { TASK_VERDICTS } from '@tien-do/domain/task-year'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  DayText,
  EtagText,
  InstantText,
  Name,
  nullable,
  oneOf,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { Money } from '../budget/index.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import { PeriodParams, type PeriodRow, Reason } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { SubmissionRow, YearFigure } from './department-reports.repo.ts'
import type { OneReport } from './department-reports.service.ts'
import type { Gathered } from './gather-reports.ts'

const Paragraph = Type.String({ maxLength: 20_000, pattern: '^[^\\u0000]*$' })
const SECTIONS = Object.fromEntries(
  NARRATIVE_SECTIONS.map((section) => [section, Type.Optional(Paragraph)]),
) as Record<(typeof NARRATIVE_SECTIONS)[number], ReturnType<typeof Type.Optional<typeof Paragraph>>>
const Narrative = Type.Object(SECTIONS, { additionalProperties: false })

export const ReportParams = Type.Object({ ...PeriodParams.properties, department: Code })
export const ReceiptParams = Type.Object({
  ...PeriodParams.properties,
  receipt: Type.Integer({ minimum: 1, maximum: 1_000_000, format: 'int32' }),
})

export const NarrativeChange = Type.Object(
  { narrative: Narrative },
  {
    $id: 'NarrativeChange',
    additionalProperties: false,
    examples: [{ narrative: { results: 'Đã số hóa 152/164 sổ hộ tịch.' } }],
  },
)

const PLACE = { part: oneOf(REPORT_PARTS), code: nullable(Code), area: nullable(Code) }
const Lacks = nullable(oneOf(TASK_LACKS))
const Missing = Type.Object(
  { ...PLACE, lacks: { ...Lacks, description: 'Of a task: what of it; null elsewhere' } },
  { additionalProperties: false },
)

export const Submitting = Type.Object(
  {
    without: Type.Optional(
      Type.Array(
        Type.Object(
          { ...PLACE, lacks: Type.Optional(Lacks), reason: Reason },
          { additionalProperties: false },
        ),
        {
          maxItems: 2_000,
          description: 'What nobody has: sent as “chưa có số liệu”, with the reason',
        },
      ),
    ),
  },
  {
    $id: 'Submitting',
    additionalProperties: false,
    examples: [
      { without: [{ part: 'figures', code: 'CR-01', area: null, reason: 'Sở chưa cung cấp số liệu' }] },
    ],
  },
)

/** What is said to be missing; of a task without `lacks` its result. */
export function excusesOf({ without = [] }: Static<typeof Submitting>): Excuse[] {
  return without.map((each) => ({ ...each, lacks: each.lacks ?? (each.part === 'tasks' ? 'result' : null) }))
}

export const ReportReturnNote = Type.Object(
  {
    place: oneOf(RETURN_PLACES),
    code: nullable(Code),
    area: nullable(Code),
    note: Reason,
  },
  {
    $id: 'ReportReturnNote',
    additionalProperties: false,
    examples: [{ place: 'figure', code: 'FB-02', area: 'TDP-07', note: 'Mẫu số khác sổ hộ' }],
  },
)

export const ReportReturning = Type.Object(
  { notes: Type.Array(ref(ReportReturnNote), { minItems: 1, maxItems: 100 }) },
  {
    $id: 'ReportReturning',
    additionalProperties: false,
    examples: [{ notes: [{ place: 'figure', code: 'FB-02', area: 'TDP-07', note: 'Mẫu số khác sổ hộ' }] }],
  },
)

const Part = Type.Object(
  { part: oneOf(REPORT_PARTS), required: Whole, done: Whole },
  { additionalProperties: false },
)

const BRIEF = {
  department: ref(DepartmentRef),
  state: oneOf(SHOWN_REPORT_STATES),
  dueAt: { ...InstantText, description: 'Exclusive; the department’s own where it was extended' },
  lastDay: DayText,
  lastWorkingDay: DayText,
  daysLeft: Whole,
  extended: Type.Boolean(),
  exemptBecause: nullable(Text),
  late: nullable(Type.Boolean({ description: 'By its first complete submission; null while there is time' })),
  complete: Type.Boolean({ description: 'Sent with every required value' }),
  firstSubmittedAt: nullable(InstantText),
  submittedAt: nullable(InstantText),
  submittedBy: nullable(Name),
  receipt: nullable(Whole),
  returns: Whole,
  parts: Type.Array(Part, { maxItems: 10 }),
  etag: EtagText,
  allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
}

const BRIEF_EXAMPLE = {
  department: {
    code: 'TP-HT',
    name: 'Bộ phận Tư pháp - Hộ tịch',
    shortName: 'Tư pháp - Hộ tịch',
  },
  state: 'submitted',
  dueAt: '2026-11-30T17:00:00.000Z',
  lastDay: '2026-11-30',
  lastWorkingDay: '2026-11-30',
  daysLeft: 8,
  extended: false,
  exemptBecause: null,
  late: false,
  complete: true,
  firstSubmittedAt: '2026-11-21T02:00:00.000Z',
  submittedAt: '2026-11-21T02:00:00.000Z',
  submittedBy: 'Võ Đình An',
  receipt: 3,
  returns: 0,
  parts: [
    { part: 'figures', required: 1, done: 1 },
    { part: 'narrative', required: 3, done: 3 },
  ],
  etag: '"2"',
  allowedActions: ['department-report.accept', 'department-report.return'],
}

export const DepartmentReportBrief = Type.Object(BRIEF, {
  $id: 'DepartmentReportBrief',
  additionalProperties: false,
  examples: [BRIEF_EXAMPLE],
})

const RATES_EXAMPLE = { expected: 8, received: 6, onTime: 5, reportingRate: 0.75, onTimeRate: 0.625 }

const Share = nullable(Type.Number({ minimum: 0, maximum: 1, format: 'double' }))
export const ReportRates = Type.Object(
  { expected: Whole, received: Whole, onTime: Whole, reportingRate: Share, onTimeRate: Share },
  {
    $id: 'ReportRates',
    additionalProperties: false,
    examples: [RATES_EXAMPLE],
  },
)

export const DepartmentReportList = Type.Object(
  {
    year: Whole,
    periodState: oneOf(PERIOD_STATES),
    rates: ref(ReportRates),
    items: Type.Array(ref(DepartmentReportBrief), { maxItems: 2_000 }),
  },
  {
    $id: 'DepartmentReportList',
    additionalProperties: false,
    examples: [{ year: 2026, periodState: 'open', rates: RATES_EXAMPLE, items: [BRIEF_EXAMPLE] }],
  },
)

const Receipt = Type.Object(
  {
    receipt: Whole,
    submittedAt: InstantText,
    submittedBy: Name,
    complete: Type.Boolean(),
    late: Type.Boolean(),
  },
  { additionalProperties: false },
)

const ReportFigure = Type.Object(
  {
    indicator: Code,
    area: nullable(Code),
    on: nullable(DayText),
    numerator: nullable(Count),
    denominator: nullable(Count),
    value: nullable(Type.Number({ format: 'double' })),
    state: nullable(oneOf(MEASUREMENT_STATES)),
    note: nullable(Text),
    /** Why it differs so much, where a check asked for a reason. */
    reason: nullable(Text),
    warnings: Type.Array(oneOf(CHECK_WARNINGS), { maxItems: 20 }),
  },
  { additionalProperties: false },
)

const ReportTask = Type.Object(
  {
    task: Code,
    verdict: nullable(oneOf(TASK_VERDICTS)),
    result: nullable(Text),
    remaining: nullable(Text),
    progress: nullable(Type.Number({ minimum: 0, maximum: 100, format: 'double' })),
    evidence: Whole,
  },
  { additionalProperties: false },
)

const ReportObstacle = Type.Object(
  { code: Code, title: Text, state: oneOf(OBSTACLE_STATES) },
  { additionalProperties: false },
)

const ReportRequest = Type.Object(
  { year: Whole, state: oneOf(BUDGET_STATES), noCost: Type.Boolean(), requested: ref(Money) },
  { additionalProperties: false },
)

export const DepartmentReport = Type.Object(
  {
    ...BRIEF,
    year: Whole,
    periodState: oneOf(PERIOD_STATES),
    lock: Type.Object(
      { state: oneOf(['open', 'closed', 'locked', 'exception'] as const), until: nullable(InstantText) },
      { additionalProperties: false },
    ),
    narrative: Narrative,
    editedBy: nullable(Name),
    editedAt: nullable(InstantText),
    figures: Type.Array(ReportFigure, { maxItems: 20_000 }),
    tasks: Type.Array(ReportTask, { maxItems: 2_000 }),
    /** Raised by the department in the year. */
    obstacles: Type.Array(ReportObstacle, { maxItems: 2_001 }),
    /** For next year's money; null where the department has not answered. */
    request: nullable(ReportRequest),
    missing: Type.Array(Missing, { maxItems: 20_000 }),
    returnNotes: Type.Array(ref(ReportReturnNote), { maxItems: 100 }),
    receipts: Type.Array(Receipt, { maxItems: 1_000 }),
  },
  {
    $id: 'DepartmentReport',
    additionalProperties: false,
    examples: [
      {
        ...BRIEF_EXAMPLE,
        year: 2026,
        periodState: 'open',
        lock: { state: 'open', until: null },
        narrative: { results: 'Đã số hóa 152/164 sổ hộ tịch.' },
        editedBy: 'Võ Đình An',
        editedAt: '2026-11-21T01:40:00.000Z',
        figures: [
          {
            indicator: 'CR-01',
            area: null,
            on: '2026-11-14',
            numerator: 152,
            denominator: 164,
            value: null,
            state: 'approved',
            note: null,
            reason: null,
            warnings: [],
          },
        ],
        tasks: [
          {
            task: 'NV-08',
            verdict: 'in_progress',
            result: 'Đã số hóa 152/164 sổ hộ tịch.',
            remaining: 'Còn 12 sổ cũ rách, phải phục chế.',
            progress: 93,
            evidence: 1,
          },
        ],
        obstacles: [{ code: 'VM-2026-003', title: 'Thiếu máy quét', state: 'in_progress' }],
        request: {
          year: 2027,
          state: 'requested',
          noCost: false,
          requested: { amount: '17000000', currency: 'VND' },
        },
        missing: [],
        returnNotes: [],
        receipts: [
          {
            receipt: 3,
            submittedAt: '2026-11-21T02:00:00.000Z',
            submittedBy: 'Võ Đình An',
            complete: true,
            late: false,
          },
        ],
      },
    ],
  },
)

export const ReportCopy = Type.Object(
  {
    receipt: Whole,
    submittedAt: InstantText,
    submittedBy: Name,
    complete: Type.Boolean(),
    hash: Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$', description: 'sha-256 of the copy' }),
    copy: Type.Unknown({ description: 'What was sent, as it was' }),
  },
  {
    $id: 'ReportCopy',
    additionalProperties: false,
    examples: [
      {
        receipt: 3,
        submittedAt: '2026-11-21T02:00:00.000Z',
        submittedBy: 'Võ Đình An',
        complete: true,
        hash: 'f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2',
        copy: { format: 'tien-do/department-report@2', year: 2026, department: 'TP-HT' },
      },
    ],
  },
)

/** sha256 is of the copy as it stands in the file: canonical JSON, keys sorted. */
export const DepartmentReportFileJson = Type.Object(
  {
    format: oneOf(['tien-do/department-report-file@1'] as const),
    receipt: Whole,
    submittedBy: Name,
    on: DayText,
    sha256: Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$' }),
    copy: Type.Object({ year: Whole, department: Code }, { additionalProperties: true }),
  },
  {
    $id: 'DepartmentReportFileJson',
    additionalProperties: false,
    examples: [
      {
        format: 'tien-do/department-report-file@1',
        receipt: 3,
        submittedBy: 'Võ Đình An',
        on: '2026-11-21',
        sha256: 'f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2',
        copy: { year: 2026, department: 'TP-HT' },
      },
    ],
  },
)

const DEADLINE_EXAMPLE = {
  department: BRIEF_EXAMPLE.department,
  state: 'submitted',
  dueAt: '2026-11-30T17:00:00.000Z',
  lastDay: '2026-11-30',
  lastWorkingDay: '2026-11-30',
  daysLeft: 8,
  expected: true,
  received: true,
  onTime: true,
  late: false,
  firstSubmittedAt: '2026-11-21T02:00:00.000Z',
}

export const PeriodDeadline = Type.Object(
  {
    department: ref(DepartmentRef),
    state: oneOf(SHOWN_REPORT_STATES),
    dueAt: InstantText,
    lastDay: DayText,
    lastWorkingDay: DayText,
    daysLeft: Whole,
    expected: Type.Boolean(),
    received: Type.Boolean(),
    onTime: nullable(Type.Boolean()),
    late: nullable(Type.Boolean()),
    firstSubmittedAt: nullable(InstantText),
  },
  {
    $id: 'PeriodDeadline',
    additionalProperties: false,
    examples: [DEADLINE_EXAMPLE],
  },
)

export const PeriodDeadlineList = Type.Object(
  {
    year: Whole,
    rates: ref(ReportRates),
    items: Type.Array(ref(PeriodDeadline), { maxItems: 2_000 }),
  },
  {
    $id: 'PeriodDeadlineList',
    additionalProperties: false,
    examples: [{ year: 2026, rates: RATES_EXAMPLE, items: [DEADLINE_EXAMPLE] }],
  },
)

const instant = (text: string) => new Date(text).toISOString()
const instantOrNull = (text: string | null | undefined) => (text ? instant(text) : null)

/** A reader of reports, for `allowedActions` and the days that are left. */
export interface Viewer {
  readonly actor: Actor
  readonly now: Date
}

function briefToWire(
  plan: PlanInForce,
  period: PeriodRow,
  gathered: Gathered,
  viewer: Viewer,
): Static<typeof DepartmentReportBrief> {
  const { counted, report, submissions, departmentId, lock } = gathered
  const now = viewer.now.getTime()
  return {
    department: refOf(plan, period, gathered.department),
    state: shownState(plan, period, gathered, now),
    dueAt: new Date(counted.dueAt).toISOString(),
    ...dueDays(counted.dueAt, plan.plan.holidays),
    daysLeft: daysLeft(now, counted.dueAt),
    extended: counted.dueAt !== period.departmentsDueAt,
    exemptBecause: counted.exemptBecause,
    late: isReportLate(counted, period.departmentsDueAt, now),
    complete: counted.complete,
    firstSubmittedAt: instantOrNull(report?.firstSubmittedAt),
    submittedAt: instantOrNull(report?.submittedAt),
    submittedBy: report?.submittedByName ?? null,
    receipt: submissions[0]?.receipt ?? null,
    returns: report?.returns ?? 0,
    parts: partStandings(gathered.owed, gathered.delivered).map((each) => ({ ...each })),
    etag: etagOf(report?.version ?? 0),
    allowedActions: allowedAmong(viewer.actor, reportActionsIn(report?.state ?? 'open', lock), {
      plan: plan.code,
      department: departmentId,
      ...(report?.submittedBy ? { enteredBy: report.submittedBy } : {}),
    }),
  }
}

export function reportToWire(
  { plan, period, gathered, content }: OneReport,
  viewer: Viewer,
): Static<typeof DepartmentReport> {
  const { report, lock } = gathered
  return {
    ...briefToWire(plan, period, gathered, viewer),
    year: period.year,
    periodState: period.state,
    lock: {
      state: lock.state,
      until: lock.state === 'exception' && lock.until !== null ? new Date(lock.until).toISOString() : null,
    },
    narrative: { ...report?.narrative },
    editedBy: report?.editedByName ?? null,
    editedAt: instantOrNull(report?.editedAt),
    figures: gathered.owed.figures.map((owed) => figureToWire(owed, gathered.figures)),
    tasks: content.tasks.map(({ task, verdict, result, remaining, progress, evidence }) => ({
      ...{ task, verdict, result, remaining, progress, evidence },
    })),
    obstacles: content.obstacles.map(({ code, title, state }) => ({ code, title, state })),
    request: content.request && requestToWire(content.request),
    missing: missingOf(gathered.owed, gathered.delivered).map((each) => ({ ...each })),
    returnNotes: (report?.returnNotes ?? []).map((note) => ({ ...note })),
    receipts: gathered.submissions.map(receiptToWire),
  }
}

function requestToWire({ year, state, noCost, requested }: NonNullable<OneReport['content']['request']>) {
  return { year, state, noCost, requested: { amount: requested, currency: 'VND' as const } }
}

export function listToWire(
  plan: PlanInForce,
  period: PeriodRow,
  all: readonly Gathered[],
  viewer: Viewer,
): Static<typeof DepartmentReportList> {
  return {
    year: period.year,
    periodState: period.state,
    rates: ratesOf(period, all),
    items: all.map((gathered) => briefToWire(plan, period, gathered, viewer)),
  }
}

export function deadlinesToWire(
  plan: PlanInForce,
  period: PeriodRow,
  all: readonly Gathered[],
  now: Date,
): Static<typeof PeriodDeadlineList> {
  const items = all.map((gathered) => {
    const { counted, report } = gathered
    const own = reportingRates([counted], period.departmentsDueAt)
    return {
      department: refOf(plan, period, gathered.department),
      state: shownState(plan, period, gathered, now.getTime()),
      dueAt: new Date(counted.dueAt).toISOString(),
      ...dueDays(counted.dueAt, plan.plan.holidays),
      daysLeft: daysLeft(now.getTime(), counted.dueAt),
      expected: own.expected === 1,
      received: own.received === 1,
      onTime: own.received === 1 ? own.onTime === 1 : null,
      late: isReportLate(counted, period.departmentsDueAt, now.getTime()),
      firstSubmittedAt: instantOrNull(report?.firstSubmittedAt),
    }
  })
  return { year: period.year, rates: ratesOf(period, all), items }
}

function receiptToWire(row: SubmissionRow): Static<typeof Receipt> {
  return {
    receipt: row.receipt,
    submittedAt: instant(row.submittedAt),
    submittedBy: row.submittedBy,
    complete: row.complete,
    late: Date.parse(row.submittedAt) >= Date.parse(row.dueAt),
  }
}

export function copyToWire(row: SubmissionRow & { copy: unknown }): Static<typeof ReportCopy> {
  const { late: _late, ...receipt } = receiptToWire(row)
  return { ...receipt, hash: row.copyHash, copy: row.copy }
}

function ratesOf(period: PeriodRow, all: readonly Gathered[]): ReportingRates {
  return reportingRates(
    all.map(({ counted }) => counted),
    period.departmentsDueAt,
  )
}

/** Its state by the law; a consolidated report says so. */
function shownState(
  plan: PlanInForce,
  period: PeriodRow,
  { counted, report }: Gathered,
  now: number,
): ShownReportState {
  if (report?.state === 'consolidated') return 'consolidated'
  const window = { opensAt: Date.parse(period.openedAt), dueAt: counted.dueAt }
  return departmentReportState(counted, window, now, plan.plan.thresholds.dueSoonDays)
}

function refOf(plan: PlanInForce, period: PeriodRow, code: string): Static<typeof DepartmentRef> {
  const department = plan.plan.departments.find((each) => each.code === code)
  return department ? departmentRef(department, period.dataCutOff) : { code, name: code, shortName: code }
}

function figureToWire(
  owed: { readonly indicator: string; readonly area: string | null },
  figures: readonly YearFigure[],
): Static<typeof ReportFigure> {
  const found = figures.find((each) => each.indicator === owed.indicator && each.area === owed.area)
  return {
    indicator: owed.indicator,
    area: owed.area,
    on: found?.on ?? null,
    numerator: found?.numerator ?? null,
    denominator: found?.denominator ?? null,
    value: found?.value ?? null,
    state: found?.state ?? null,
    note: found?.note ?? null,
    reason: found?.reason ?? null,
    warnings: CHECK_WARNINGS.filter((code) => found?.warnings.some((each) => each.code === code)),
  }
}
