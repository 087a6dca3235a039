// Numbers as quotients of whole numbers, for the decisions that a rounding error must never make.

export interface Exact {
  readonly over: bigint
  /** Above 0. */
  readonly under: bigint
}

/** The number that its decimal writing says: 12.5 is 125/10, whatever its binary form. */
export function exact(value: number): Exact {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0
    ? { over: digits, under: 10n ** BigInt(scale) }
    : { over: digits * 10n ** BigInt(-scale), under: 1n }
}

/** `100·n/d`, for a `d` above 0. */
export function exactPercent(numerator: number, denominator: number): Exact {
  const n = exact(numerator)
  const d = exact(denominator)
  return { over: 100n * n.over * d.under, under: n.under * d.over }
}

/** Below 0, 0 or above 0, as the first is below, equal to or above the second. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The value times `10^decimals` as a whole number; halves go away from zero, as people round. */
export function roundExact(value: Exact, decimals: number): bigint {
  const scaled = value.over * 10n ** BigInt(decimals)
  const magnitude = scaled < 0n ? -scaled : scaled
  const rounded = (2n * magnitude + value.under) / (2n * value.under)
  return scaled < 0n ? -rounded : rounded
}
