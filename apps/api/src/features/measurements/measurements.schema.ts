import type { Day } from '@tien-do/domain/day'
import type { FigureCheck } from '@tien-do/domain/figure-checks'
import { CHECK_LEVELS } from '@tien-do/domain/figure-checks'
import { METHODS, type Method, QUALITATIVE_STATES } from '@tien-do/domain/indicator'
import { actionsIn, MEASUREMENT_STATES } from '@tien-do/domain/measurement'
import { ACTIONS, allowedAmong } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  CursorText,
  DayText,
  EtagText,
  Id,
  InstantText,
  Name,
  nullable,
  oneOf,
  PlanParams,
  page,
  Text,
} from '../../http/shapes.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import type { Showing } from './showing.ts'

export const Value = Type.Number({ minimum: -1e12, maximum: 1e12, format: 'double' })

/** What is said of a figure, when it is taken down and when it is corrected. */
const FIGURE = {
  numerator: Type.Optional(nullable(Count)),
  denominator: Type.Optional(nullable(Count)),
  value: Type.Optional(nullable(Value)),
  source: Type.Optional(nullable(Text)),
  method: Type.Optional(oneOf(METHODS)),
  note: Type.Optional(nullable(Text)),
}

export const NewMeasurement = Type.Object(
  {
    indicator: Code,
    area: Type.Optional(nullable(Code)),
    on: DayText,
    ...FIGURE,
    /** Why it is right, where the checks find it odd. */
    reason: Type.Optional(nullable(Text)),
  },
  {
    $id: 'NewMeasurement',
    additionalProperties: false,
    examples: [
      {
        indicator: 'FB-02',
        area: 'TDP-05',
        on: '2026-11-14',
        numerator: 214,
        denominator: 260,
        source: 'Tổ trưởng',
        method: 'counted',
      },
    ],
  },
)
export type NewMeasurement = Static<typeof NewMeasurement>

export const MeasurementChange = Type.Object(
  {
    ...FIGURE,
    reason: Type.String({
      minLength: 3,
      maxLength: 1_000,
      pattern: '^[^\\u0000]*$',
      description: 'Why the figure changes',
    }),
  },
  {
    $id: 'MeasurementChange',
    additionalProperties: false,
    examples: [{ numerator: 216, reason: 'Tổ trưởng đếm sót 2 hộ' }],
  },
)
export type MeasurementChange = Static<typeof MeasurementChange>

export const Returning = Type.Object(
  { reason: Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' }) },
  { $id: 'Returning', additionalProperties: false, examples: [{ reason: 'Mẫu số khác sổ hộ' }] },
)

/** What a check says of a figure: with the numbers to say it in a sentence. */
export const Check = Type.Object({
  level: oneOf(CHECK_LEVELS),
  code: Type.String({ maxLength: 60, pattern: '^[a-z_]*$' }),
  field: Type.String({ maxLength: 60, pattern: '^[A-Za-z]*$' }),
  params: Type.Record(
    Type.String({ maxLength: 60 }),
    Type.Union([Type.Number({ minimum: -1e15, maximum: 1e15, format: 'double' }), Text, Type.Null()]),
  ),
})

export function checkToWire({ level, code, field, params }: FigureCheck): Static<typeof Check> {
  return { level, code, field, params: { ...params } }
}

/** Which revision of the figure, and which version of it: two revisions never share one. */
export function measurementEtag(row: Pick<MeasurementRow, 'revision' | 'version'>): string {
  return etagOf(`${row.revision}.${row.version}`)
}

export const Measurement = Type.Object(
  {
    id: Id,
    indicator: Code,
    area: nullable(Code),
    on: DayText,
    revision: Type.Integer({ minimum: 1, maximum: 1_000_000, format: 'int32' }),
    numerator: nullable(Count),
    denominator: nullable(Count),
    value: nullable(Value),
    qualitative: nullable(oneOf(QUALITATIVE_STATES)),
    notApplicable: Type.Boolean(),
    source: nullable(Text),
    method: oneOf(METHODS),
    note: nullable(Text),
    state: oneOf(MEASUREMENT_STATES),
    /** Why it is odd, or why it was corrected. */
    reason: nullable(Text),
    /** What the checks said when it was entered. */
    warnings: Type.Array(Check, { maxItems: 50 }),
    enteredBy: Name,
    enteredAt: InstantText,
    decidedBy: nullable(Name),
    decidedAt: nullable(InstantText),
    /** Why it came back, or what was remarked when it was approved. */
    decisionNote: nullable(Text),
    /** What was saved together, for an undo. */
    batch: nullable(Id),
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 40 }),
  },
  {
    $id: 'Measurement',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        indicator: 'FB-02',
        area: 'TDP-05',
        on: '2026-11-14',
        revision: 2,
        numerator: 216,
        denominator: 260,
        value: null,
        qualitative: null,
        notApplicable: false,
        source: null,
        method: 'counted',
        note: null,
        state: 'approved',
        reason: 'Tổ trưởng đếm sót 2 hộ',
        warnings: [],
        enteredBy: 'Trần Thị Hoa',
        enteredAt: '2026-11-22T02:00:00.000Z',
        decidedBy: 'Lê Minh Tâm',
        decidedAt: '2026-11-22T02:00:00.000Z',
        decisionNote: null,
        batch: null,
        etag: '"2.2"',
        allowedActions: [],
      },
    ],
  },
)

export const MeasurementPage = page(Measurement, 'MeasurementPage')

export const MeasurementParams = Type.Object({ ...PlanParams.properties, id: Id })

export const MeasurementQuery = Type.Object(
  {
    indicator: Type.Optional(Code),
    area: Type.Optional(Code),
    from: Type.Optional(DayText),
    to: Type.Optional(DayText),
    state: Type.Optional(oneOf(MEASUREMENT_STATES)),
    decidedFrom: Type.Optional({ ...DayText, description: 'Approved or returned on this day or later' }),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, format: 'int32' }),
    cursor: Type.Optional(CursorText),
  },
  { additionalProperties: false },
)
export type MeasurementQuery = Static<typeof MeasurementQuery>

/** The figure as the contract shows it, with what this caller may do with it now. */
export function toWire(row: MeasurementRow, { actor, plan, openFor }: Showing): Static<typeof Measurement> {
  return {
    id: row.id,
    indicator: row.indicatorCode,
    area: row.areaCode,
    on: row.on,
    revision: row.revision,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    qualitative: row.qualitative,
    notApplicable: row.notApplicable,
    source: row.source,
    method: row.method as Method,
    note: row.note,
    state: row.state,
    reason: row.reason,
    warnings: row.warnings.map(checkToWire),
    enteredBy: row.enteredByName,
    enteredAt: new Date(row.enteredAt).toISOString(),
    decidedBy: row.decidedByName,
    decidedAt: row.decidedAt && new Date(row.decidedAt).toISOString(),
    decisionNote: row.decisionNote,
    batch: row.batch,
    etag: measurementEtag(row),
    allowedActions: allowedAmong(actor, actionsIn(row.state, openFor(row.departmentId, row.on as Day)), {
      plan,
      department: row.departmentId,
      enteredBy: row.enteredBy,
    }),
  }
}
