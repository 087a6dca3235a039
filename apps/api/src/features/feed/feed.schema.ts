import { Type } from 'typebox'
import { Code, CursorText, InstantText, nullable, ref, Text, Whole } from '../../http/shapes.ts'

export const ChangeEvent = Type.Object(
  { at: InstantText, action: Text, resource: Text, id: Text, code: nullable(Code), planRevision: Whole },
  { $id: 'ChangeEvent', additionalProperties: false },
)

export const ChangeFeed = Type.Object(
  {
    items: Type.Array(ref(ChangeEvent), { maxItems: 500 }),
    /** Ask again with it: it never skips a change that was still being written. */
    next: CursorText,
    caughtUp: Type.Boolean(),
  },
  { $id: 'ChangeFeed', additionalProperties: false },
)

export const FeedQuery = Type.Object(
  {
    after: Type.Optional(CursorText),
    limit: Type.Integer({ minimum: 1, maximum: 500, default: 100, format: 'int32' }),
  },
  { additionalProperties: false },
)
