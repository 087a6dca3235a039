import { METHODS, QUALITATIVE_STATES } from '@tien-do/domain/indicator'
import { type Static, Type } from 'typebox'
import {
  Code,
  Count,
  CursorText,
  DayText,
  exampleOf,
  InstantText,
  Name,
  nullable,
  oneOf,
  page,
  ref,
  Text,
} from '../../http/shapes.ts'
import type { Difference, RevisionRow } from './history.repo.ts'
import { Measurement, toWire, Value } from './measurements.schema.ts'
import type { Showing } from './showing.ts'

/** What a revision said, without what became of it. */
const Said = Type.Object({
  numerator: nullable(Count),
  denominator: nullable(Count),
  value: nullable(Value),
  qualitative: nullable(oneOf(QUALITATIVE_STATES)),
  notApplicable: Type.Boolean(),
  method: oneOf(METHODS),
  source: nullable(Text),
  note: nullable(Text),
})

export const MeasurementRevision = Type.Object(
  {
    ...Measurement.properties,
    /** What the revision before it said; null for the first. */
    before: nullable(Said),
    submittedBy: nullable(Name),
    submittedAt: nullable(InstantText),
    approvedAt: nullable(InstantText),
    /** Who put another in its place, or cleared it. */
    endedBy: nullable(Name),
    endedAt: nullable(InstantText),
  },
  {
    $id: 'MeasurementRevision',
    additionalProperties: false,
    examples: [
      {
        ...(exampleOf(Measurement)[0] as Static<typeof Measurement>),
        before: {
          numerator: 214,
          denominator: 260,
          value: null,
          qualitative: null,
          notApplicable: false,
          method: 'counted',
          source: 'Tổ trưởng',
          note: null,
        },
        submittedBy: 'Trần Thị Hoa',
        submittedAt: '2026-11-22T02:00:00.000Z',
        approvedAt: '2026-11-22T02:00:00.000Z',
        endedBy: null,
        endedAt: null,
      },
    ],
  },
)

export const MeasurementHistory = page(MeasurementRevision, 'MeasurementHistory')

export const HistoryQuery = Type.Object(
  {
    indicator: Type.Optional(Code),
    area: Type.Optional(Code),
    on: Type.Optional(DayText),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, format: 'int32' }),
    cursor: Type.Optional(CursorText),
  },
  { additionalProperties: false },
)
export type HistoryQuery = Static<typeof HistoryQuery>

export const ComparisonQuery = Type.Object(
  { from: DayText, to: DayText, indicator: Type.Optional(Code) },
  { additionalProperties: false },
)
export type ComparisonQuery = Static<typeof ComparisonQuery>

export const MeasurementComparison = Type.Object(
  {
    /** As they stood at the end of these days. */
    from: DayText,
    to: DayText,
    items: Type.Array(
      Type.Object({
        indicator: Code,
        area: nullable(Code),
        on: DayText,
        before: nullable(ref(Measurement)),
        after: nullable(ref(Measurement)),
      }),
      { maxItems: 100_000 },
    ),
  },
  {
    $id: 'MeasurementComparison',
    additionalProperties: false,
    examples: [
      {
        from: '2026-11-14',
        to: '2026-11-22',
        items: [
          {
            indicator: 'FB-02',
            area: 'TDP-05',
            on: '2026-11-14',
            before: null,
            after: exampleOf(Measurement)[0] ?? null,
          },
        ],
      },
    ],
  },
)

export function revisionToWire(row: RevisionRow, to: Showing): Static<typeof MeasurementRevision> {
  return {
    ...toWire(row, to),
    before: row.before && {
      numerator: row.before.numerator,
      denominator: row.before.denominator,
      value: row.before.value,
      qualitative: row.before.qualitative,
      notApplicable: row.before.notApplicable,
      method: row.before.method,
      source: row.before.source,
      note: row.before.note,
    },
    submittedBy: row.submittedByName,
    submittedAt: instant(row.submittedAt),
    approvedAt: instant(row.approvedAt),
    endedBy: row.endedByName,
    endedAt: instant(row.endedAt),
  }
}

export function comparisonToWire(
  days: ComparisonQuery,
  differences: readonly Difference[],
  to: Showing,
): Static<typeof MeasurementComparison> {
  return {
    from: days.from,
    to: days.to,
    items: differences.flatMap(({ before, after }) => {
      const either = after ?? before
      if (!either) return []
      return [
        {
          indicator: either.indicatorCode,
          area: either.areaCode,
          on: either.on,
          before: before && toWire(before, to),
          after: after && toWire(after, to),
        },
      ]
    }),
  }
}

function instant(at: string | null): string | null {
  return at && new Date(at).toISOString()
}
