// The small parts a plan file is read with: each takes any JSON, gives a value or reports a fault. Nothing is coerced.

import { type Day, isDay } from './day.ts'
import { type PlanFaultParams, pointerStep, type Report } from './plan-file-fault.ts'

/** What a reader gives where it has reported a fault: never part of a plan. */
export const UNREAD = Symbol('unread')
export interface Read<T> {
  (value: unknown, pointer: string, report: Report): T | typeof UNREAD
  /** What a file from before this field stands for; where it is not given, the field must be there. */
  readonly absent?: T
}

type Fields = Readonly<Record<string, Read<unknown>>>
type Shape<F extends Fields> = { readonly [K in keyof F]: F[K] extends Read<infer T> ? T : never }

const CODE = /^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MONTH_DAY = /^(?:0[1-9]|1[0-2])-\d{2}$/
const MAX_CODE_LENGTH = 40

export function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Text in precomposed Unicode, as state bodies exchange it (Circular 07/2002/TT-BKHCN, article 4); never blank. */
export const text: Read<string> = (value, pointer, report) => {
  if (typeof value !== 'string') return wrongType('string', value, pointer, report)
  if (value.trim() === '') return fault(pointer, report, 'empty_text')
  if (hasControlCharacter(value)) return fault(pointer, report, 'control_character')
  return value.normalize('NFC')
}

/** A code: letters and digits without accents, joined by single hyphens or dots. */
export const code: Read<string> = (value, pointer, report) => matching(CODE, value, pointer, report)

/** A code for addresses: lower-case letters, digits, hyphens. */
export const slug: Read<string> = (value, pointer, report) => matching(SLUG, value, pointer, report)

/** A code, or `*` for every section. */
export const codeOrAll: Read<string> = (value, pointer, report) =>
  value === '*' ? '*' : code(value, pointer, report)

export const day: Read<Day> = (value, pointer, report) => {
  if (typeof value !== 'string') return wrongType('string', value, pointer, report)
  return isDay(value) ? value : fault(pointer, report, 'not_a_day', { value })
}

/** A day of every year, `MM-DD`; 29 February is none. */
export const monthDay: Read<string> = (value, pointer, report) => {
  if (typeof value !== 'string') return wrongType('string', value, pointer, report)
  return MONTH_DAY.test(value) && isDay(`2023-${value}`)
    ? value
    : fault(pointer, report, 'not_a_month_day', { value })
}

export const boolean: Read<boolean> = (value, pointer, report) =>
  typeof value === 'boolean' ? value : wrongType('boolean', value, pointer, report)

export function number(
  limits: { readonly min?: number; readonly max?: number; readonly above?: number } = {},
): Read<number> {
  return (value, pointer, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return wrongType('number', value, pointer, report)
    const { min = -Infinity, max = Infinity, above = -Infinity } = limits
    return value >= min && value <= max && value > above
      ? value
      : fault(pointer, report, 'out_of_range', { value, ...limits })
  }
}

export function integer(limits: { readonly min?: number; readonly max?: number } = {}): Read<number> {
  const inRange = number(limits)
  return (value, pointer, report) =>
    typeof value === 'number' && Number.isFinite(value) && !Number.isSafeInteger(value)
      ? fault(pointer, report, 'not_an_integer', { value })
      : inRange(value, pointer, report)
}

export function oneOf<const T extends string>(allowed: readonly T[]): Read<T> {
  return (value, pointer, report) => {
    if (typeof value !== 'string') return wrongType('string', value, pointer, report)
    return allowed.find((one) => one === value) ?? fault(pointer, report, 'not_one_of', { value, allowed })
  }
}

export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, pointer, report) => (value === null ? null : read(value, pointer, report))
}

export function list<T>(read: Read<T>, least: 0 | 1 = 0): Read<readonly T[]> {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return wrongType('array', value, pointer, report)
    if (value.length < least) return fault(pointer, report, 'empty_list')
    const items = value.map((item: unknown, index) => read(item, pointer + pointerStep(index), report))
    return items.some((item) => item === UNREAD) ? UNREAD : (items as readonly T[])
  }
}

/** A field that plan files did not have from the start: one without it is read as if it said `absent`. */
export function since<T>(absent: T, read: Read<T>): Read<T> {
  return Object.assign((...given: Parameters<Read<T>>) => read(...given), { absent })
}

/** Exactly these fields: none left out (but for those that came later), none added. */
export function object<F extends Fields>(fields: F): Read<Shape<F>> {
  return (value, pointer, report) => {
    if (typeName(value) !== 'object') return wrongType('object', value, pointer, report)
    const given = value as Readonly<Record<string, unknown>>
    const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name))
    for (const name of unknown) report(pointer + pointerStep(name), 'unknown_field')
    const entries = Object.entries(fields).map(([name, read]) => {
      const at = pointer + pointerStep(name)
      if (Object.hasOwn(given, name)) return [name, read(given[name], at, report)] as const
      return [name, read.absent === undefined ? fault(at, report, 'missing') : read.absent] as const
    })
    const whole = unknown.length === 0 && entries.every(([, read]) => read !== UNREAD)
    return whole ? (Object.fromEntries(entries) as Shape<F>) : UNREAD
  }
}

function matching(pattern: RegExp, value: unknown, pointer: string, report: Report): string | typeof UNREAD {
  if (typeof value !== 'string') return wrongType('string', value, pointer, report)
  return value.length <= MAX_CODE_LENGTH && pattern.test(value)
    ? value
    : fault(pointer, report, 'not_a_code', { value })
}

function hasControlCharacter(value: string): boolean {
  for (const character of value) if (character < ' ' && character !== '\n') return true
  return false
}

function wrongType(expected: string, value: unknown, pointer: string, report: Report): typeof UNREAD {
  return fault(pointer, report, 'wrong_type', { expected, found: typeName(value) })
}

function fault(
  pointer: string,
  report: Report,
  code: Parameters<Report>[1],
  params: PlanFaultParams = {},
): typeof UNREAD {
  report(pointer, code, params)
  return UNREAD
}
