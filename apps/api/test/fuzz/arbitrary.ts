// From a shape of the document to values of it: mostly ones that are really there, so that requests get far in.
import * as fc from 'fast-check'

export interface Shape {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly maxItems?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly examples?: readonly unknown[]
}

/** Values by the name of the field or parameter in which they were seen. */
export type Seen = ReadonlyMap<string, readonly unknown[]>

const MOST_ITEMS = 4
const MOST_CHARS = 40
const DEEPEST = 6

export function arbitraryOf(
  shape: Shape,
  name: string,
  seen: Seen,
  resolve: (ref: string) => Shape,
  depth = 0,
): fc.Arbitrary<unknown> {
  const inner = (each: Shape, its: string) => arbitraryOf(each, its, seen, resolve, depth + 1)
  if (shape.$ref !== undefined) return inner(resolve(shape.$ref), name)
  const known = seen.get(name) ?? []
  const plain = ofType(shape, name, inner, depth)
  const isSimple = shape.type !== 'object' && shape.type !== 'array' && shape.enum === undefined
  return isSimple && known.length > 0
    ? fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, { arbitrary: plain, weight: 1 })
    : plain
}

function ofType(
  shape: Shape,
  name: string,
  inner: (shape: Shape, name: string) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  const { type, properties = {}, required = [], items = {} } = shape
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
  if (shape.const !== undefined) return fc.constant(shape.const)
  const either = shape.anyOf ?? shape.oneOf
  if (either !== undefined) return fc.oneof(...either.map((each) => inner(each, name)))
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer')
    return fc.integer({ min: shape.minimum ?? 0, max: Math.min(shape.maximum ?? 9_999, 2_147_483_647) })
  if (type === 'number')
    return fc.double({ min: shape.minimum ?? -1e6, max: shape.maximum ?? 1e6, noNaN: true })
  if (type === 'array') {
    const maxLength = depth > DEEPEST ? 0 : Math.min(shape.maxItems ?? MOST_ITEMS, MOST_ITEMS)
    return fc.array(inner(items, name), { minLength: Math.min(shape.minItems ?? 0, maxLength), maxLength })
  }
  if (type === 'object' || shape.properties !== undefined)
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([its, each]) => [its, inner(each, its)])),
      { requiredKeys: [...required] },
    )
  return textOf(shape)
}

function textOf({
  format,
  pattern = '',
  maxLength = MOST_CHARS,
  minLength = 0,
}: Shape): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date' || pattern.includes('(19|20|21)[0-9]{2}-'))
    return fc
      .date({ min: new Date('2022-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2022-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString())
  if (/^\^\[(A-Za-z0-9|0-9a-f|a-z|0-9)/.test(pattern) || pattern.startsWith('^(0|'))
    return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, MOST_CHARS) })
}

/** What is wrong in ways that nobody who is well would send. */
const WRONG = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    'a'.repeat(5_000),
    '\u0000',
    '\ud800',
    "'; drop table plan; --",
    '=1+1',
    '../../etc/passwd',
    '9'.repeat(40),
    -1,
    0,
    1.5,
    1e308,
    2 ** 53 + 2,
    '2026-02-30',
    '',
    null,
    [],
    {},
  ),
)

/** A body with something done to it at one place: a field missing, one too many, one of another kind. */
export function harmed(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value)
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom('drop', 'add', 'replace'), WRONG)
    .map(([place, how, wrong]) => changed(value, place, how, wrong))
}

function placesOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, [...at, name]))]
}

function changed(
  value: unknown,
  [first, ...rest]: readonly (string | number)[],
  how: string,
  wrong: unknown,
): unknown {
  if (first === undefined) {
    if (how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ...value, version: wrong, role: 'admin' }
    return wrong
  }
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(first) ? changed(item, rest, how, wrong) : item))
  const { [first]: member, ...others } = value as Record<string, unknown>
  return rest.length === 0 && how === 'drop'
    ? others
    : { ...others, [first]: changed(member, rest, how, wrong) }
}
