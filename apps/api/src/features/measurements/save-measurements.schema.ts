import { METHODS, QUALITATIVE_STATES } from '@tien-do/domain/indicator'
import { type Static, Type } from 'typebox'
import {
  Code,
  Count,
  DayText,
  EtagText,
  exampleOf,
  Id,
  nullable,
  oneOf,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { Check, Measurement, Value } from './measurements.schema.ts'

export const CELL_OUTCOMES = ['saved', 'unchanged', 'cleared', 'conflict', 'rejected'] as const
export type CellOutcome = (typeof CELL_OUTCOMES)[number]

const MOST_CELLS = 500

const Cell = Type.Object(
  {
    indicator: Code,
    area: nullable(Code),
    on: DayText,
    /** The version that was seen; null: the cell was empty. */
    etag: nullable(EtagText),
    numerator: Type.Optional(nullable(Count)),
    denominator: Type.Optional(nullable(Count)),
    value: Type.Optional(nullable(Value)),
    qualitative: Type.Optional(nullable(oneOf(QUALITATIVE_STATES))),
    notApplicable: Type.Optional(Type.Boolean()),
    source: Type.Optional(nullable(Text)),
    method: Type.Optional(oneOf(METHODS)),
    note: Type.Optional(nullable(Text)),
    reason: Type.Optional(nullable(Text)),
    state: oneOf(['draft', 'submitted'] as const),
  },
  { additionalProperties: false },
)
export type NewCell = Static<typeof Cell>

export const CellBatch = Type.Object(
  { cells: Type.Array(Cell, { minItems: 1, maxItems: MOST_CELLS }) },
  {
    $id: 'CellBatch',
    additionalProperties: false,
    examples: [
      {
        cells: [
          {
            indicator: 'FB-02',
            area: 'TDP-05',
            on: '2026-11-14',
            etag: null,
            numerator: 214,
            denominator: 260,
            source: 'Tổ trưởng',
            state: 'draft',
          },
          {
            indicator: 'FB-02',
            area: 'TDP-06',
            on: '2026-11-14',
            etag: null,
            numerator: 305,
            denominator: 290,
            state: 'draft',
          },
        ],
      },
    ],
  },
)

const CellFault = Type.Object({
  pointer: Type.String({
    maxLength: 200,
    pattern: '^[^\\u0000]*$',
    description: 'JSON pointer into the body',
  }),
  in: oneOf(['body'] as const),
  code: Type.String({ maxLength: 80, pattern: '^[a-z_.-]*$' }),
  params: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
})

const CellResult = Type.Object({
  index: Whole,
  outcome: oneOf(CELL_OUTCOMES),
  /** What stands in the cell now: of a conflict, what somebody else wrote. */
  measurement: nullable(ref(Measurement)),
  faults: Type.Array(CellFault, { maxItems: 50 }),
  warnings: Type.Array(Check, { maxItems: 50 }),
})

export const CellBatchResult = Type.Object(
  {
    /** For an undo; null where nothing was written. */
    batch: nullable(Id),
    results: Type.Array(CellResult, { maxItems: MOST_CELLS }),
  },
  {
    $id: 'CellBatchResult',
    additionalProperties: false,
    examples: [
      {
        batch: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718290',
        results: [
          { index: 0, outcome: 'saved', measurement: exampleMeasurement(), faults: [], warnings: [] },
          {
            index: 1,
            outcome: 'rejected',
            measurement: null,
            faults: [
              {
                pointer: '/cells/1/numerator',
                in: 'body',
                code: 'numerator_above_denominator',
                params: { numerator: 305, denominator: 290 },
              },
            ],
            warnings: [],
          },
        ],
      },
    ],
  },
)
export type CellBatchResult = Static<typeof CellBatchResult>

function exampleMeasurement() {
  const [approved] = exampleOf(Measurement) as [Static<typeof Measurement>]
  return {
    ...approved,
    revision: 1,
    numerator: 214,
    source: 'Tổ trưởng',
    state: 'draft',
    reason: null,
    decidedBy: null,
    decidedAt: null,
    batch: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718290',
    etag: '"1.1"',
    allowedActions: ['measurement.submit', 'measurement.correct'],
  }
}
