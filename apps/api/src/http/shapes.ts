// Wire shapes that belong to no feature: references, days, problems, pages.

import { type Static, type TSchema, Type } from 'typebox'
import { ERROR_CODES } from '../core/errors.ts'

/** A reference that keeps its type and, in OpenAPI, its component's name. */
export function ref<T extends TSchema & { $id?: string }>(schema: T) {
  return Type.Unsafe<Static<T>>(Type.Ref(schema.$id ?? ''))
}

/** "No value yet" is null, never a zero. */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

const MAX_CODE = 60
const MAX_TEXT = 4_000
const MAX_SAFE_COUNT = 9_000_000_000_000

export const Code = Type.String({ minLength: 1, maxLength: MAX_CODE, pattern: '^[^\\u0000-\\u001f]+$' })
export const Text = Type.String({ maxLength: MAX_TEXT, pattern: '^[^\\u0000]*$' })
/** One line of words, such as a name. */
export const Name = Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' })
/** A word of ours: a code, a key, a signed cursor. */
const Token = Type.String({ maxLength: 600, pattern: '^[!-~]*$' })
export const CursorText = Type.String({ ...Token, description: 'Opaque: the `next` of the page before' })
export const EtagText = Type.String({ maxLength: 40, pattern: '^"[^"]+"$', description: 'For If-Match' })
export const Id = Type.String({ format: 'uuid', maxLength: 36 })
export const DayText = Type.String({
  format: 'date',
  // A calendar's days, not a database's: the year 0 is an error to Postgres, the year 9999 has no tomorrow.
  pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$',
  maxLength: 10,
  description: 'A civil day in Asia/Ho_Chi_Minh',
})
export const InstantText = Type.String({ format: 'date-time', maxLength: 40 })
export const Count = Type.Integer({ minimum: 0, maximum: MAX_SAFE_COUNT, format: 'int64' })
export const Whole = Type.Integer({ minimum: -2147483648, maximum: 2147483647, format: 'int32' })

/** The values of a vocabulary of the domain, as a closed string. */
export function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))
}

export const Problem = Type.Object(
  {
    type: Type.String({ maxLength: 200, format: 'uri' }),
    title: Name,
    status: Type.Integer({ minimum: 400, maximum: 599, format: 'int32' }),
    code: oneOf(ERROR_CODES),
    detail: Type.Optional(Text),
    instance: Type.String({ maxLength: 200, format: 'uri' }),
    requestId: Id,
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({
            maxLength: MAX_TEXT,
            pattern: '^[^\\u0000]*$',
            description: 'JSON pointer (RFC 6901)',
          }),
          in: oneOf(['body', 'query', 'header', 'path'] as const),
          code: Type.String({ ...Token, maxLength: 80 }),
          message: Type.Optional(Text),
          params: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
        }),
        { maxItems: 10_000 },
      ),
    ),
  },
  {
    $id: 'Problem',
    additionalProperties: true,
    examples: [
      {
        type: 'https://tien-do.example/problems/plan.not-found',
        title: 'Không có kế hoạch này',
        status: 404,
        code: 'plan.not-found',
        instance: 'urn:req:0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        requestId: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
      },
    ],
    description: 'RFC 9457; `code` is stable, title and detail follow Accept-Language',
  },
)

type Named = TSchema & { $id?: string; examples?: readonly unknown[] }
/** The first example of a shape, where it has one. */
export const exampleOf = (shape: Named) => shape.examples?.slice(0, 1) ?? []

/** One page of a keyset-ordered list. */
export function page<T extends Named>(item: T, name: string) {
  return Type.Object(
    {
      items: Type.Array(ref(item), { maxItems: 200 }),
      next: nullable(CursorText),
      // Only where it was asked for with `Prefer: return=total-count`.
      total: Type.Optional(Count),
    },
    { $id: name, additionalProperties: false, examples: [{ items: exampleOf(item), next: null }] },
  )
}

/** A whole small list: a plan has dozens of these, never thousands. */
export function list<T extends Named>(item: T, name: string) {
  return Type.Object(
    { items: Type.Array(ref(item), { maxItems: 2_000 }) },
    { $id: name, additionalProperties: false, examples: [{ items: exampleOf(item) }] },
  )
}

/** The caller already has this version. */
export const NotModified = Type.Null({ description: 'Not modified' })

export const PlanParams = Type.Object({ plan: Code })
