// How one cell of a file is read: a value, nothing, or the code of what is wrong with it.

import { type Day, isDay } from './day.ts'
import type { ImportFaultCode } from './import-row-fault.ts'
import { METHOD_WORDS } from './import-words.ts'
import { METHODS, type Method } from './indicator.ts'
import { type DecimalMark, parseDecimal } from './number-vi.ts'
import { fold } from './search-fold.ts'

export type RawCell = string | number | null

/** A blank is nothing (null), never 0. */
export type Cell<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | {
      readonly ok: false
      readonly code: ImportFaultCode
      readonly params?: Readonly<Record<string, unknown>>
    }

export const DATE_FORMATS = ['auto', 'iso', 'dmy'] as const
/** `auto` reads 2026-11-14 and 14/11/2026; never the American order. */
export type DateFormat = (typeof DATE_FORMATS)[number]

const LARGEST = 9_000_000_000_000
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

const METHOD_OF = new Map(
  METHODS.flatMap((method) => [method, ...METHOD_WORDS[method]].map((word) => [fold(word), method] as const)),
)

/** Text is stored composed (NFC), without the spaces around it; a character that cannot be stored is refused. */
export function readText(raw: RawCell | undefined, longest: number): Cell<string> {
  const text = String(raw ?? '')
    .normalize('NFC')
    .trim()
  if (text.includes('\0') || !text.isWellFormed()) return { ok: false, code: 'invalid_text' }
  if (text.length > longest) return { ok: false, code: 'too_long' }
  return { ok: true, value: text === '' ? null : text }
}

/** A number by the file's decimal mark; 1.234 is refused where the mark is not said. */
export function readNumber(raw: RawCell | undefined, mark: DecimalMark): Cell<number> {
  if (typeof raw === 'number') return Number.isFinite(raw) ? within(raw) : { ok: false, code: 'not_a_number' }
  const parsed = parseDecimal(raw ?? '', mark)
  if (parsed.kind === 'none') return { ok: true, value: null }
  if (parsed.kind === 'value') return within(parsed.value)
  const { fault } = parsed
  return { ok: false, code: fault === 'ambiguous_number' || fault === 'too_large' ? fault : 'not_a_number' }
}

function within(value: number): Cell<number> {
  return Math.abs(value) > LARGEST ? { ok: false, code: 'too_large' } : { ok: true, value: value + 0 }
}

/** A day that exists, written 2026-11-14 or 14/11/2026. */
export function readDay(raw: RawCell | undefined, format: DateFormat): Cell<Day> {
  const text = String(raw ?? '').trim()
  if (text === '') return { ok: true, value: null }
  if (format !== 'dmy' && isDay(text)) return { ok: true, value: text }
  const [, dayOfMonth = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return format !== 'iso' && isDay(written) ? { ok: true, value: written } : { ok: false, code: 'not_a_day' }
}

/** How the figure was obtained, in the words of either language. */
export function readMethod(raw: RawCell | undefined): Cell<Method> {
  const word = fold(String(raw ?? ''))
  if (word === '') return { ok: true, value: null }
  const method = METHOD_OF.get(word)
  return method ? { ok: true, value: method } : { ok: false, code: 'unknown_method' }
}
