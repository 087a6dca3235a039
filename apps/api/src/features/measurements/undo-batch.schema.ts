import { type Static, Type } from 'typebox'
import { ERROR_CODES } from '../../core/errors.ts'
import { Code, DayText, Id, nullable, oneOf, PlanParams, ref } from '../../http/shapes.ts'
import { Measurement } from './measurements.schema.ts'

export const BatchParams = Type.Object({ ...PlanParams.properties, id: Id })

export const BatchUndo = Type.Object(
  {
    /** The undo is a batch of its own: it can be undone too. */
    batch: nullable(Id),
    results: Type.Array(
      Type.Object({
        indicator: Code,
        area: nullable(Code),
        on: DayText,
        outcome: oneOf(['undone', 'refused'] as const),
        /** Why it stays: somebody has built on it, the period is locked, it is another department's. */
        code: nullable(oneOf(ERROR_CODES)),
        /** What stands in the cell now. */
        measurement: nullable(ref(Measurement)),
      }),
      { maxItems: 1_000_000 },
    ),
  },
  {
    $id: 'BatchUndo',
    additionalProperties: false,
    examples: [
      {
        batch: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718297',
        results: [
          {
            indicator: 'FB-02',
            area: 'TDP-05',
            on: '2026-11-14',
            outcome: 'undone',
            code: null,
            measurement: null,
          },
          {
            indicator: 'FB-02',
            area: 'TDP-06',
            on: '2026-11-14',
            outcome: 'refused',
            code: 'batch.built-upon',
            measurement: null,
          },
        ],
      },
    ],
  },
)
export type UndoResults = Static<typeof BatchUndo>
