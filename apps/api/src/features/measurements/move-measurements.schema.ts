import { type Static, Type } from 'typebox'
import { ERROR_CODES } from '../../core/errors.ts'
import { EtagText, exampleOf, Id, nullable, oneOf, ref, Whole } from '../../http/shapes.ts'
import { Measurement } from './measurements.schema.ts'

const MOST_MOVES = 500
const Remark = Type.Union([Type.String({ maxLength: 1_000, pattern: '^[^\\u0000]*$' }), Type.Null()])

const Move = Type.Object(
  { id: Id, etag: EtagText, note: Type.Optional(Remark) },
  { additionalProperties: false },
)
export type MeasurementMove = Static<typeof Move>

/** `note` is for all of them; a note on one of them stands in its place. A return wants one or the other. */
export const MeasurementMoves = Type.Object(
  { items: Type.Array(Move, { minItems: 1, maxItems: MOST_MOVES }), note: Type.Optional(Remark) },
  {
    $id: 'MeasurementMoves',
    additionalProperties: false,
    examples: [
      {
        items: [
          { id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293', etag: '"1.1"' },
          {
            id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718294',
            etag: '"2.1"',
            note: 'Tổ 7: mẫu số khác sổ hộ',
          },
        ],
        note: 'Đề nghị kiểm tra lại',
      },
    ],
  },
)

export const MeasurementMoveResults = Type.Object(
  {
    results: Type.Array(
      Type.Object({
        index: Whole,
        id: Id,
        outcome: oneOf(['done', 'conflict', 'rejected'] as const),
        code: nullable(oneOf(ERROR_CODES)),
        measurement: nullable(ref(Measurement)),
      }),
      { maxItems: MOST_MOVES },
    ),
  },
  {
    $id: 'MeasurementMoveResults',
    additionalProperties: false,
    examples: [
      {
        results: [
          {
            index: 0,
            id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
            outcome: 'done',
            code: null,
            measurement: exampleOf(Measurement)[0] ?? null,
          },
          {
            index: 1,
            id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718294',
            outcome: 'rejected',
            code: 'permission.own-entry',
            measurement: null,
          },
        ],
      },
    ],
  },
)
export type MoveResults = Static<typeof MeasurementMoveResults>
