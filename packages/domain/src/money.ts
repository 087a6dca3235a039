// Money is whole đồng as BigInt: no float ever holds an amount. On the wire it is a decimal string, in the database bigint.

import { groupThousands, type ParsedNumber, parseDecimal } from './number-vi.ts'

/** Whole đồng. */
export type Dong = bigint

/** More than any ward will ever see, and far inside a bigint column even summed up. */
export const LARGEST_AMOUNT: Dong = 1_000_000_000_000_000n

const QUANTITY_DECIMALS = 3
const THOUSANDTHS = 10n ** BigInt(QUANTITY_DECIMALS)
const LARGEST_QUANTITY = 1_000_000_000n * THOUSANDTHS

/** "123456789" as an amount; null where the text is no whole number of đồng, or too large. */
export function parseAmount(text: string): Dong | null {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return null
  const amount = BigInt(text)
  return amount <= LARGEST_AMOUNT ? amount : null
}

export function sumOf(amounts: Iterable<Dong>): Dong {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/** The sum of what is known; null where nothing is: blank is not 0. */
export function sumOfKnown(amounts: Iterable<Dong | null>): Dong | null {
  const known = [...amounts].filter((amount) => amount !== null)
  return known.length === 0 ? null : sumOf(known)
}

/** A quantity above 0 with up to three decimals ("1.5"), in its shortest writing; null where the text is none. */
export function parseQuantity(text: string): string | null {
  const thousandths = thousandthsOf(text)
  if (thousandths === null || thousandths === 0n || thousandths > LARGEST_QUANTITY) return null
  const whole = thousandths / THOUSANDTHS
  const rest = String(thousandths % THOUSANDTHS)
    .padStart(QUANTITY_DECIMALS, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

export type LineAmount =
  | { readonly ok: true; readonly amount: Dong }
  | { readonly ok: false; readonly fault: 'quantity_wrong' | 'not_whole_dong' | 'too_large' }

/** Quantity × unit price, exactly: a product that is no whole đồng is refused, not rounded. */
export function lineAmount(quantity: string, unitPrice: Dong): LineAmount {
  const parsed = parseQuantity(quantity)
  const thousandths = parsed === null ? null : thousandthsOf(parsed)
  if (thousandths === null) return { ok: false, fault: 'quantity_wrong' }
  const product = thousandths * unitPrice
  if (product % THOUSANDTHS !== 0n) return { ok: false, fault: 'not_whole_dong' }
  const amount = product / THOUSANDTHS
  return amount <= LARGEST_AMOUNT ? { ok: true, amount } : { ok: false, fault: 'too_large' }
}

/** 1234567 is written "1.234.567". */
export function formatDong(amount: Dong): string {
  const digits = groupThousands(String(amount < 0n ? -amount : amount))
  return amount < 0n ? `-${digits}` : digits
}

/** How people type a quantity ("1,5"), as the wire writes it ("1.5"). */
export function readQuantity(text: string): string | null {
  const parsed: ParsedNumber = parseDecimal(text, 'auto')
  return parsed.kind === 'value' ? parseQuantity(String(parsed.value)) : null
}

function thousandthsOf(text: string): bigint | null {
  const [, whole, fraction = ''] = /^(\d{1,10})(?:\.(\d{1,3}))?$/.exec(text) ?? []
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(QUANTITY_DECIMALS, '0'))
}
