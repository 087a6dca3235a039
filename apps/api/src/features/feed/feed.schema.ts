import { Type } from 'typebox'
import { Code, CursorText, InstantText, nullable, ref, Text, Whole } from '../../http/shapes.ts'

const EVENT_EXAMPLE = {
  at: '2026-11-22T02:00:00.000Z',
  action: 'measurement.record',
  resource: 'measurement',
  id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
  code: 'FB-02',
  planRevision: 1,
}

export const ChangeEvent = Type.Object(
  { at: InstantText, action: Text, resource: Text, id: Text, code: nullable(Code), planRevision: Whole },
  { $id: 'ChangeEvent', additionalProperties: false, examples: [EVENT_EXAMPLE] },
)

export const ChangeFeed = Type.Object(
  {
    items: Type.Array(ref(ChangeEvent), { maxItems: 500 }),
    /** Ask again with it: it never skips a change that was still being written. */
    next: CursorText,
    caughtUp: Type.Boolean(),
  },
  {
    $id: 'ChangeFeed',
    additionalProperties: false,
    examples: [{ items: [EVENT_EXAMPLE], next: 'WyI3ODEiLDZd.lKtAnt9RLAScyl2AGRNwTQ', caughtUp: true }],
  },
)

export const FeedQuery = Type.Object(
  {
    after: Type.Optional(CursorText),
    limit: Type.Integer({ minimum: 1, maximum: 500, default: 100, format: 'int32' }),
  },
  { additionalProperties: false },
)
