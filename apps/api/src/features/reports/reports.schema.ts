import { ACTIONS, type Actor, allowedAmong } from '@tien-do/domain/permission'
import { briefOf } from '@tien-do/domain/report-brief'
import { checkReport, REPORT_CHECKS } from '@tien-do/domain/report-checks'
import { CHANGED_SUBJECTS } from '@tien-do/domain/report-difference'
import { SNAPSHOT_FORMAT } from '@tien-do/domain/report-snapshot'
import { filled } from '@tien-do/domain/report-template'
import { INDICATOR_STATUSES } from '@tien-do/domain/status'
import { reportActionsIn, WARD_REPORT_STATES } from '@tien-do/domain/ward-report'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  DayText,
  EtagText,
  exampleOf,
  Id,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
} from '../../http/shapes.ts'
import { DOCUMENT_EXAMPLE, Key, ReportDocumentShape } from './document.schema.ts'
import type { ReportView } from './report-view.ts'
import { EXAMPLE_BRIEF, EXAMPLE_ID } from './reports.example.ts'
import type { ReportRow } from './reports.repo.ts'

const Year = Type.Integer({ minimum: 1990, maximum: 2200, format: 'int32' })
const ReportNumber = Type.Integer({ minimum: 1, maximum: 99_999, format: 'int32' })
const Hash = Type.String({ minLength: 64, maxLength: 64, pattern: '^[0-9a-f]{64}$' })
const Side = Type.Integer({ minimum: 1, maximum: 4_000, format: 'int32' })
const Reason = Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' })
const Lines = Type.Array(Name, { maxItems: 50 })

export const NewWardReport = Type.Object(
  {
    year: Year,
    asOf: Type.Optional(nullable(DayText)),
    corrects: Type.Optional(nullable(Id)),
    reason: Type.Optional(Reason),
  },
  { $id: 'NewWardReport', additionalProperties: false, examples: [{ year: 2026 }] },
)
export type NewWardReport = Static<typeof NewWardReport>

const LETTERHEAD = {
  superiorLines: nullable(Lines),
  agencyLines: nullable(Lines),
  symbol: nullable(Name),
  place: nullable(Name),
  addressees: nullable(Lines),
  recipients: nullable(Lines),
  signatureLines: nullable(Lines),
  signer: nullable(Name),
}

const Section = Type.Object({ key: Key, on: Type.Boolean() }, { additionalProperties: false })

export const WardReportChange = Type.Object(
  {
    sections: Type.Optional(Type.Array(Section, { maxItems: 100 })),
    letterhead: Type.Optional(Type.Partial(Type.Object(LETTERHEAD), { additionalProperties: false })),
    paragraphs: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: Key,
            text: nullable(Type.String({ minLength: 1, maxLength: 8_000, pattern: '^[^\\u0000]*$' })),
          },
          { additionalProperties: false },
        ),
        { maxItems: 200 },
      ),
    ),
  },
  {
    $id: 'WardReportChange',
    additionalProperties: false,
    examples: [{ paragraphs: [{ key: 'nguyen-nhan', text: 'Nguyên nhân: địa bàn thay đổi.' }] }],
  },
)
export type WardReportChange = Static<typeof WardReportChange>

const PNG_CHARACTERS = 900_000
export const NewReportChart = Type.Object(
  {
    section: Key,
    png: Type.String({
      minLength: 40,
      maxLength: PNG_CHARACTERS,
      pattern: '^[A-Za-z0-9+/]+=*$',
      description: 'base64',
    }),
  },
  {
    $id: 'NewReportChart',
    additionalProperties: false,
    examples: [
      {
        section: 'chi-tieu',
        png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      },
    ],
  },
)
export type NewReportChart = Static<typeof NewReportChart>

export const Issuing = Type.Object(
  { number: ReportNumber, issuedOn: DayText },
  { $id: 'Issuing', additionalProperties: false, examples: [{ number: 47, issuedOn: '2026-12-04' }] },
)
export type Issuing = Static<typeof Issuing>

export const WardReportBrief = Type.Object(
  {
    id: Id,
    year: Year,
    state: oneOf(WARD_REPORT_STATES),
    number: nullable(ReportNumber),
    issuedOn: nullable(DayText),
    /** sha256 of the snapshot's canonical JSON. */
    hash: Hash,
    corrects: nullable(Id),
    correctedBy: nullable(Id),
    reason: nullable(Text),
    createdBy: Name,
    createdAt: InstantText,
    submittedBy: nullable(Name),
    submittedAt: nullable(InstantText),
    approvedBy: nullable(Name),
    approvedAt: nullable(InstantText),
    sentAt: nullable(InstantText),
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  { $id: 'WardReportBrief', additionalProperties: false, examples: [EXAMPLE_BRIEF] },
)

export const WardReportList = list(WardReportBrief, 'WardReportList')

const Check = Type.Object({
  code: oneOf(REPORT_CHECKS),
  weight: oneOf(['owed', 'open'] as const),
  about: Type.Array(Key, { maxItems: 20_000 }),
})

export const WardReport = Type.Object(
  {
    ...WardReportBrief.properties,
    asOf: DayText,
    cutOff: DayText,
    takenAt: InstantText,
    sample: Type.Boolean(),
    document: ref(ReportDocumentShape),
    sections: Type.Array(Type.Object({ key: Key, title: Text, on: Type.Boolean() }), { maxItems: 100 }),
    letterhead: Type.Object(LETTERHEAD),
    checks: Type.Array(Check, { maxItems: 50 }),
    charts: Type.Array(Type.Object({ indicator: Code, section: Key, width: Side, height: Side }), {
      maxItems: 200,
    }),
    /** Five sentences, what is red and why, what waits for a decision. */
    brief: Type.Object({
      sentences: Type.Array(Text, { maxItems: 10 }),
      red: Type.Array(
        Type.Object({ code: Code, name: Text, status: oneOf(INDICATOR_STATUSES), sentence: Text }),
        { maxItems: 2_000 },
      ),
      decisions: Type.Array(
        Type.Object({
          code: Code,
          title: Text,
          proposal: nullable(Text),
        }),
        { maxItems: 2_000 },
      ),
    }),
  },
  {
    $id: 'WardReport',
    additionalProperties: false,
    examples: [
      {
        ...EXAMPLE_BRIEF,
        asOf: '2026-11-14',
        cutOff: '2026-11-14',
        takenAt: '2026-11-22T02:00:00.000Z',
        sample: false,
        document: DOCUMENT_EXAMPLE,
        sections: [{ key: 'ket-qua', title: 'Kết quả thực hiện', on: true }],
        letterhead: {
          superiorLines: null,
          agencyLines: null,
          symbol: null,
          place: null,
          addressees: null,
          recipients: null,
          signatureLines: null,
          signer: 'Lê Việt Dũng',
        },
        checks: [{ code: 'indicators_without_figure', weight: 'open', about: ['DP-05'] }],
        charts: [],
        brief: {
          sentences: ['Năm 2026: 06/18 chỉ tiêu định lượng đạt mục tiêu đề ra.'],
          red: [],
          decisions: [],
        },
      },
    ],
  },
)

const Value = Type.Number({ minimum: -1e15, maximum: 1e15, format: 'double' })

const ReportChange = Type.Object(
  {
    subject: oneOf(CHANGED_SUBJECTS),
    code: Name,
    name: Text,
    field: Name,
    before: nullable(Text),
    after: nullable(Text),
    /** The change in one sentence. */
    sentence: Text,
    acts: Type.Array(Type.Object({ by: Name, at: InstantText, action: Name, reason: nullable(Text) }), {
      maxItems: 5,
    }),
  },
  {
    $id: 'ReportChange',
    additionalProperties: false,
    examples: [
      {
        subject: 'indicator',
        code: 'FB-02',
        name: 'Hộ có Internet cáp quang',
        field: 'value',
        before: '71,6%',
        after: '71,9%',
        sentence: 'Hộ có Internet cáp quang: kết quả từ 71,6% thành 71,9%.',
        acts: [
          {
            by: 'Trần Thị Hoa',
            at: '2026-11-22T02:00:00.000Z',
            action: 'measurement.correct',
            reason: 'Tổ trưởng đếm sót 2 hộ',
          },
        ],
      },
    ],
  },
)

export const ReportChanges = Type.Object(
  { items: Type.Array(ref(ReportChange), { maxItems: 20_000 }) },
  { $id: 'ReportChanges', additionalProperties: false, examples: [{ items: exampleOf(ReportChange) }] },
)

const YearCell = Type.Object({
  value: nullable(Value),
  text: Name,
  status: nullable(oneOf(INDICATOR_STATUSES)),
})
const ReportSide = Type.Object({ id: Id, year: Year, hash: Hash })

export const ReportComparison = Type.Object(
  {
    before: ReportSide,
    after: ReportSide,
    rows: Type.Array(
      Type.Object({
        code: Code,
        name: Text,
        unit: Text,
        before: YearCell,
        after: YearCell,
        change: nullable(Value),
        sentence: Text,
      }),
      { maxItems: 2_000 },
    ),
  },
  {
    $id: 'ReportComparison',
    additionalProperties: false,
    examples: [
      {
        before: { id: EXAMPLE_ID, year: 2025, hash: EXAMPLE_BRIEF.hash },
        after: { id: EXAMPLE_ID, year: 2026, hash: EXAMPLE_BRIEF.hash },
        rows: [
          {
            code: 'FB-02',
            name: 'Hộ có Internet cáp quang',
            unit: '%',
            before: { value: 68.5, text: '68,5%', status: 'off_track' },
            after: { value: 71.6, text: '71,6%', status: 'off_track' },
            change: 3.1,
            sentence:
              'Tỷ lệ hộ có Internet cáp quang: tăng 3,1 điểm phần trăm, từ 68,5% năm 2025 lên 71,6% năm 2026.',
          },
        ],
      },
    ],
  },
)

/** The whole report as data. sha256 is of the snapshot as it stands in the file: canonical JSON, keys sorted. */
export const ReportFileJson = Type.Object(
  {
    format: oneOf(['tien-do/report@1'] as const),
    report: Id,
    year: Year,
    state: oneOf(WARD_REPORT_STATES),
    number: nullable(ReportNumber),
    issuedOn: nullable(DayText),
    sha256: Hash,
    document: ref(ReportDocumentShape),
    snapshot: Type.Object({ format: oneOf([SNAPSHOT_FORMAT]) }, { additionalProperties: true }),
  },
  {
    $id: 'ReportFileJson',
    additionalProperties: false,
    examples: [
      {
        format: 'tien-do/report@1',
        report: EXAMPLE_ID,
        year: 2025,
        state: 'issued',
        number: 47,
        issuedOn: '2025-12-04',
        sha256: EXAMPLE_BRIEF.hash,
        document: DOCUMENT_EXAMPLE,
        snapshot: { format: SNAPSHOT_FORMAT },
      },
    ],
  },
)

export const REPORT_SHAPES = [
  ReportFileJson,
  ReportDocumentShape,
  NewWardReport,
  WardReportChange,
  NewReportChart,
  Issuing,
  WardReportBrief,
  WardReportList,
  WardReport,
  ReportChange,
  ReportChanges,
  ReportComparison,
]

export const ReportParams = Type.Object({ ...PlanParams.properties, id: Id })
export const ReportChartParams = Type.Object({ ...ReportParams.properties, code: Code })
export const Refreshing = Type.Object(
  { asOf: Type.Optional(nullable(DayText)) },
  { $id: 'Refreshing', additionalProperties: false, examples: [{ asOf: '2026-11-14' }] },
)

export const WardReportReturning = Type.Object(
  { reason: Reason },
  { $id: 'WardReportReturning', additionalProperties: false, examples: [{ reason: 'Bổ sung nguyên nhân' }] },
)

const instantOf = (text: string | null) => text && new Date(text).toISOString()

/** A report as a list shows it, with what this caller may do with it now. */
export function toBrief(row: ReportRow, actor: Actor, plan: string): Static<typeof WardReportBrief> {
  return {
    id: row.id,
    year: row.year,
    state: row.state,
    number: row.number,
    issuedOn: row.issuedOn,
    hash: row.hash,
    corrects: row.correctsId,
    correctedBy: row.correctedById,
    reason: row.reason,
    createdBy: row.createdByName,
    createdAt: new Date(row.createdAt).toISOString(),
    submittedBy: row.submittedByName,
    submittedAt: instantOf(row.submittedAt),
    approvedBy: row.approvedByName,
    approvedAt: instantOf(row.approvedAt),
    sentAt: instantOf(row.sentAt),
    etag: etagOf(row.version),
    allowedActions: allowedAmong(actor, reportActionsIn(row.state), {
      plan,
      ...(row.submittedBy ? { enteredBy: row.submittedBy } : {}),
    }),
  }
}

/** The whole report: its document, its checks, what there is to say in five sentences. */
export function toWire(view: ReportView, actor: Actor, plan: string): Static<typeof WardReport> {
  const { row, snapshot, document, charts } = view
  const brief = briefOf(snapshot)
  const order = [
    ...row.sections.filter(({ key }) => row.template.sections.some((section) => section.key === key)),
    ...row.template.sections
      .filter(({ key }) => !row.sections.some((section) => section.key === key))
      .map(({ key }) => ({ key, on: true })),
  ]
  return {
    ...toBrief(row, actor, plan),
    asOf: snapshot.asOf,
    cutOff: snapshot.cutOff,
    takenAt: snapshot.takenAt,
    sample: snapshot.plan.sample,
    document: document as Static<typeof ReportDocumentShape>,
    sections: order.map(({ key, on }) => ({
      key,
      on,
      title: filled(row.template.sections.find((section) => section.key === key)?.title ?? key, {
        year: String(row.year),
        nextYear: String(row.year + 1),
      }),
    })),
    letterhead: row.letterhead as Static<typeof WardReport>['letterhead'],
    checks: checkReport(snapshot, document).map(({ code, weight, about }) => ({
      code,
      weight,
      about: [...about],
    })),
    charts: charts.map(({ indicator, section, width, height }) => ({ indicator, section, width, height })),
    brief: {
      sentences: [...brief.sentences],
      red: brief.red.map(({ indicator: { code, name, status }, sentence }) => ({
        code,
        name,
        status,
        sentence,
      })),
      decisions: brief.decisions.map(({ code, title, proposal }) => ({ code, title, proposal })),
    },
  }
}
