// How each kind of cell is read from a file, and how it is written into one.

import type { Day } from './day.ts'
import type { CellKind, Choice, PlannedOutput } from './import-cell-kinds.ts'
import {
  type Cell,
  type DateFormat,
  type RawCell,
  readDay,
  readNumber,
  readText,
} from './import-row-cells.ts'
import { type Dong, LARGEST_AMOUNT, parseAmount, parseQuantity } from './money.ts'
import { type DecimalMark, parseCount, parseMoney } from './number-vi.ts'
import { fold } from './search-fold.ts'

export interface Marks {
  readonly decimal: DecimalMark
  readonly dateFormat: DateFormat
}

type AnyValue = string | number | Dong | readonly string[] | readonly PlannedOutput[]

const LONGEST = { code: 60, name: 200, title: 500, text: 4_000 } as const
const FIRST_YEAR = 2000
const LAST_YEAR = 2199
const LONGEST_WORD = 60

/** A cell by its kind; a blank is nothing, never 0. */
export function readCell(kind: CellKind, raw: RawCell | undefined, marks: Marks): Cell<AnyValue> {
  if (typeof kind === 'object') return readChoice(kind.choice, raw)
  switch (kind) {
    case 'code':
    case 'name':
    case 'title':
    case 'text':
      return readText(raw, LONGEST[kind])
    case 'day':
      return readStorableDay(raw, marks.dateFormat)
    case 'year':
      return readYear(raw)
    case 'count':
      return readCount(raw, marks.decimal)
    case 'number':
      return readNumber(raw, marks.decimal)
    case 'quantity':
      return readQuantityCell(raw, marks.decimal)
    case 'money':
      return readMoney(raw)
    case 'codes':
      return readCodes(raw)
    case 'outputs':
      return readOutputs(raw)
  }
}

function readChoice(choice: Choice, raw: RawCell | undefined): Cell<string> {
  const word = fold(String(raw ?? '').slice(0, LONGEST_WORD))
  if (word === '') return { ok: true, value: null }
  const value = valuesOf(choice).get(word)
  if (value !== undefined) return { ok: true, value }
  return {
    ok: false,
    code: 'unknown_choice',
    params: { choices: Object.values(choice).map(([first]) => first) },
  }
}

const VALUES = new WeakMap<Choice, ReadonlyMap<string, string>>()

/** The value that each word stands for. */
function valuesOf(choice: Choice): ReadonlyMap<string, string> {
  const known = VALUES.get(choice)
  if (known) return known
  const made = new Map(
    Object.entries(choice).flatMap(([value, words]) =>
      [value, ...words].map((word) => [fold(word), value] as const),
    ),
  )
  VALUES.set(choice, made)
  return made
}

/** A day of the years that the rest of the house takes. */
function readStorableDay(raw: RawCell | undefined, format: DateFormat): Cell<Day> {
  const cell = readDay(raw, format)
  return cell.ok && cell.value !== null && !/^(?:19|20|21)/.test(cell.value)
    ? { ok: false, code: 'not_a_day' }
    : cell
}

function readYear(raw: RawCell | undefined): Cell<number> {
  const text = String(raw ?? '').trim()
  if (text === '') return { ok: true, value: null }
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? { ok: true, value: year }
    : { ok: false, code: 'not_a_year', params: { minimum: FIRST_YEAR, maximum: LAST_YEAR } }
}

function readCount(raw: RawCell | undefined, mark: DecimalMark): Cell<number> {
  if (typeof raw === 'number' || mark !== 'auto') {
    const cell = readNumber(raw, mark)
    if (!cell.ok || cell.value === null) return cell
    if (!Number.isInteger(cell.value)) return { ok: false, code: 'not_whole' }
    return cell.value < 0 ? { ok: false, code: 'negative' } : cell
  }
  const parsed = parseCount(raw ?? '')
  if (parsed.kind === 'none') return { ok: true, value: null }
  if (parsed.kind === 'value') return readNumber(parsed.value, mark)
  const { fault } = parsed
  return { ok: false, code: fault === 'above_100' ? 'not_a_number' : fault }
}

function readQuantityCell(raw: RawCell | undefined, mark: DecimalMark): Cell<string> {
  const cell = readNumber(raw, mark)
  if (!cell.ok) return cell
  if (cell.value === null) return { ok: true, value: null }
  const quantity = parseQuantity(String(cell.value))
  return quantity === null ? { ok: false, code: 'quantity_wrong' } : { ok: true, value: quantity }
}

function readMoney(raw: RawCell | undefined): Cell<Dong> {
  if (typeof raw === 'number') {
    if (!Number.isInteger(raw)) return { ok: false, code: 'not_whole_dong' }
    const amount = parseAmount(String(raw))
    if (amount !== null) return { ok: true, value: amount }
    return { ok: false, code: raw < 0 ? 'negative' : 'too_large' }
  }
  const parsed = parseMoney(raw ?? '')
  if (parsed.kind === 'none') return { ok: true, value: null }
  if (parsed.kind === 'value')
    return parsed.value > LARGEST_AMOUNT
      ? { ok: false, code: 'too_large' }
      : { ok: true, value: parsed.value }
  const { fault } = parsed
  if (fault === 'not_whole') return { ok: false, code: 'not_whole_dong' }
  return { ok: false, code: fault === 'above_100' ? 'not_a_number' : fault }
}

function readCodes(raw: RawCell | undefined): Cell<readonly string[]> {
  const text = readText(raw, LONGEST.text)
  if (!text.ok || text.value === null) return text as Cell<never>
  const codes = text.value
    .split(/[;,\n]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
  return codes.some((code) => code.length > LONGEST.code)
    ? { ok: false, code: 'too_long' }
    : { ok: true, value: codes.length > 0 ? codes : null }
}

function readOutputs(raw: RawCell | undefined): Cell<readonly PlannedOutput[]> {
  const text = readText(raw, LONGEST.text)
  if (!text.ok || text.value === null) return text as Cell<never>
  const outputs: PlannedOutput[] = []
  for (const part of splitOutside(text.value, /[;\n]/)) {
    if (part.trim() === '') continue
    const [unit = '', planned = '', ...more] = splitOutside(part, /=/).map((side) => side.trim())
    const count = parseCount(planned)
    if (unit === '' || more.length > 0 || count.kind !== 'value') return { ok: false, code: 'outputs_wrong' }
    outputs.push({ unit: unit.replace(/\\(.)/gu, '$1'), planned: count.value })
  }
  return { ok: true, value: outputs.length > 0 ? outputs : null }
}

/** The parts between the marks; one behind a backslash belongs to the text. */
function splitOutside(text: string, mark: RegExp): string[] {
  return text.split(new RegExp(`(?<=^(?:[^\\\\]|\\\\[^])*)${mark.source}`, 'u'))
}

/** For people: words and days as they write them, amounts as numbers. For programs: codes, ISO days, amounts as digits. */
export type Writing = 'people' | 'programs'

/** The cell that `readCell` reads back as the same value. */
export function writeCell(kind: CellKind, value: AnyValue | null | undefined, writing: Writing): RawCell {
  if (value === null || value === undefined) return null
  if (typeof kind === 'object')
    return writing === 'people' ? (kind.choice[String(value)]?.[0] ?? String(value)) : String(value)
  switch (kind) {
    case 'day':
      return writing === 'people' ? String(value).split('-').reverse().join('/') : String(value)
    case 'quantity':
      return Number(value)
    case 'money':
      // The largest amount is far below 2^53.
      return writing === 'people' ? Number(value) : String(value)
    case 'codes':
      return (value as readonly string[]).join('; ')
    case 'outputs':
      return (value as readonly PlannedOutput[])
        .map(({ unit, planned }) => `${unit.replace(/[\\;=]/g, '\\$&')}=${planned}`)
        .join('; ')
    default:
      return typeof value === 'number' ? value : String(value)
  }
}

/** A number as text that reads back in one way only: 1.234 becomes 1.2340, which is no thousand. */
export function writeNumber(value: number, mark: '.' | ','): string {
  const digits = String(value)
  const clear = /^-?[1-9]\d{0,2}\.\d{3}$/.test(digits) ? `${digits}0` : digits
  return clear.replace('.', mark)
}
