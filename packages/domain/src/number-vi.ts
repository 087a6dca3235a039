// How counts, shares and money are written in Vietnam ("1.234", "85,5"), and how what people type is read.

import { exact, roundExact } from './exact.ts'

export const NUMBER_FAULTS = [
  'not_a_number',
  'not_whole',
  'negative',
  'above_100',
  'too_large',
  'ambiguous_number',
] as const
export type NumberFault = (typeof NUMBER_FAULTS)[number]

/** A blank is none, never 0. */
export type ParsedNumber =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly fault: NumberFault }

export const DECIMAL_MARKS = ['auto', '.', ','] as const
export type DecimalMark = (typeof DECIMAL_MARKS)[number]

const NONE: ParsedNumber = { kind: 'none' }

/** 1234 is written "1.234". */
export function formatCount(count: number): string {
  return formatDecimal(count, 0)
}

/** 1234.5 is written "1.234,5"; halves are rounded away from zero, and what rounds to 0 has no sign. */
export function formatDecimal(value: number, decimals: number): string {
  const rounded = roundExact(exact(value), decimals)
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, '0')
  const whole = groupThousands(digits.slice(0, digits.length - decimals))
  const fraction = decimals > 0 ? `,${digits.slice(-decimals)}` : ''
  return `${rounded < 0n ? '-' : ''}${whole}${fraction}`
}

/** 71.6 is written "71,6%". */
export function formatPercent(value: number, decimals: number): string {
  return `${formatDecimal(value, decimals)}%`
}

/** An amount in đồng, given exactly as a whole number in text: "123456789" is written "123.456.789". */
export function formatMoney(amount: string): string {
  return amount.startsWith('-') ? `-${groupThousands(amount.slice(1))}` : groupThousands(amount)
}

/**
 * A count is whole: "1234", "1.234", "1,234" and "1 234" are the same, and so is "1.234,00" as a sheet may show it;
 * "85.5" and "12.34" are refused.
 */
export function parseCount(text: string): ParsedNumber {
  const typed = normalise(text).replace(/^(\d[\d ]*\.[\d.]*),00?$|^(\d[\d ]*,[\d,]*)\.00?$/, '$1$2')
  if (typed === '') return NONE
  if (typed.startsWith('-')) return /^-[\d., ]+$/.test(typed) ? fault('negative') : fault('not_a_number')
  if (isWhole(typed, '.') || isWhole(typed, ',') || isWhole(typed, ' ')) return whole(typed)
  return /^\d[\d., ]*$/.test(typed) ? fault('not_whole') : fault('not_a_number')
}

/** A share between 0 and 100: "85,5" and "85.5" are the same, with or without the sign of per cent. */
export function parsePercent(text: string): ParsedNumber {
  const typed = normalise(text).replace(/ ?%$/, '')
  if (typed === '') return normalise(text) === '' ? NONE : fault('not_a_number')
  if (/^-\d+([.,]\d+)?$/.test(typed)) return fault('negative')
  if (!/^\d+([.,]\d+)?$/.test(typed)) return fault('not_a_number')
  const value = Number(typed.replace(',', '.'))
  return value > 100 ? fault('above_100') : { kind: 'value', value }
}

/**
 * A number in a file, by the file's decimal mark. Where it is not said, "1234,5", "1234.5" and "1.234,5" are clear, and
 * "1.234" is refused: it may be a thousand or a fraction, and nobody guesses.
 */
export function parseDecimal(text: string, mark: DecimalMark): ParsedNumber {
  const typed = normalise(text)
  if (typed === '') return NONE
  const unsigned = typed.replace(/^-/, '')
  if (!/^\d[\d., ]*$/.test(unsigned)) return fault('not_a_number')
  const decimal = mark === 'auto' ? markOf(unsigned) : mark
  if (decimal === 'unclear') return fault('ambiguous_number')
  const [head = '', tail, ...more] = decimal === 'none' ? [unsigned] : unsigned.split(decimal)
  const groups = decimal === 'none' ? ['.', ',', ' '] : [decimal === '.' ? ',' : '.', ' ']
  if (more.length > 0 || (tail !== undefined && !/^\d+$/.test(tail))) return fault('not_a_number')
  if (!groups.some((separator) => isWhole(head, separator))) return fault('not_a_number')
  const value = Number(`${typed.startsWith('-') ? '-' : ''}${head.replace(/\D/g, '')}.${tail ?? '0'}`)
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? fault('too_large') : { kind: 'value', value: value + 0 }
}

/** The mark that parts the decimals of this number; null where it has none, is none, or may be read both ways. */
export function decimalMarkOf(text: string): '.' | ',' | null {
  const unsigned = normalise(text).replace(/^-/, '')
  if (!/^\d[\d., ]*$/.test(unsigned)) return null
  const mark = markOf(unsigned)
  return mark === '.' || mark === ',' ? mark : null
}

/** Which mark must be the decimal one: the later of two kinds; a single kind that cannot be grouping. */
function markOf(unsigned: string): '.' | ',' | 'none' | 'unclear' {
  const point = unsigned.lastIndexOf('.')
  const comma = unsigned.lastIndexOf(',')
  if (point === -1 && comma === -1) return 'none'
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ','
  const only = point === -1 ? ',' : '.'
  const parts = unsigned.split(only)
  if (parts.length > 2) return 'none'
  return isWhole(unsigned, only) ? 'unclear' : only
}

/** Digits alone, or in threes behind one kind of separator. */
function isWhole(text: string, separator: string): boolean {
  const [first = '', ...rest] = text.split(separator)
  if (rest.length === 0) return /^\d+$/.test(first)
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group))
}

function whole(typed: string): ParsedNumber {
  const value = Number(typed.replace(/\D/g, ''))
  return value > Number.MAX_SAFE_INTEGER ? fault('too_large') : { kind: 'value', value }
}

function fault(name: NumberFault): ParsedNumber {
  return { kind: 'fault', fault: name }
}

/** Spaces that do not break are spaces, and a minus sign is a minus. */
function normalise(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/^(\s*)\u2212/, '$1-')
    .trim()
}

/** 1234567 is written "1.234.567". */
export function groupThousands(digits: string): string {
  const first = digits.length % 3 || 3
  const groups = [digits.slice(0, first)]
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3))
  return groups.join('.')
}

/** What people write behind an amount, and how many đồng one of it is. */
const MONEY_UNITS: readonly (readonly [RegExp, bigint])[] = [
  [/ ?(?:tỷ|tỉ)(?: đồng)?$/i, 1_000_000_000n],
  [/ ?(?:triệu|tr)(?: đồng)?$/i, 1_000_000n],
  [/ ?(?:nghìn|ngàn)(?: đồng)?$/i, 1_000n],
  [/ ?(?:đồng|đ|vnđ|vnd|₫)$/i, 1n],
]

export type ParsedMoney =
  | { readonly kind: 'value'; readonly value: bigint }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly fault: NumberFault }

/**
 * An amount in whole đồng: "1.500.000", "1,500,000 đ" and "1,5 triệu" are the same. "1.500 triệu" is refused: it may be
 * one and a half or one thousand five hundred; what is less than a đồng ("0,0000001 triệu") is refused, never rounded.
 */
export function parseMoney(text: string): ParsedMoney {
  const typed = normalise(text.normalize('NFC'))
  if (typed === '') return { kind: 'none' }
  const [unit, scale] = MONEY_UNITS.find(([word]) => word.test(typed)) ?? [null, 1n]
  const digits = unit ? typed.replace(unit, '') : typed
  if (/^-[\d., ]+$/.test(digits)) return { kind: 'fault', fault: 'negative' }
  if (!/^\d[\d., ]*$/.test(digits)) return { kind: 'fault', fault: 'not_a_number' }
  if (scale === 1n) return wholeMoney(digits)
  const decimal = markOf(digits)
  if (decimal === 'unclear') return { kind: 'fault', fault: 'ambiguous_number' }
  const [head = '', tail = '', ...more] = decimal === 'none' ? [digits] : digits.split(decimal)
  const groups = decimal === '.' ? [',', ' '] : decimal === ',' ? ['.', ' '] : ['.', ',', ' ']
  if (more.length > 0 || !/^\d*$/.test(tail) || !groups.some((separator) => isWhole(head, separator)))
    return { kind: 'fault', fault: 'not_a_number' }
  const scaled = BigInt(head.replace(/\D/g, '') + tail) * scale
  const under = 10n ** BigInt(tail.length)
  return scaled % under === 0n
    ? { kind: 'value', value: scaled / under }
    : { kind: 'fault', fault: 'not_whole' }
}

function wholeMoney(digits: string): ParsedMoney {
  if (['.', ',', ' '].some((separator) => isWhole(digits, separator)))
    return { kind: 'value', value: BigInt(digits.replace(/\D/g, '')) }
  return { kind: 'fault', fault: 'not_whole' }
}
