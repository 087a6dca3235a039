// Addresses are plain `?nhom=DP&tim=cap+quang`, short enough to paste into a chat.

export type RawSearch = Record<string, string>

export function parseSearch(text: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Empty and absent values leave the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text && `?${text}`
}

/** A value of a vocabulary, or nothing: a made-up filter in the address is no filter. */
export function oneOf<Value extends string>(values: readonly Value[], raw: unknown): Value | undefined {
  return values.find((value) => value === raw)
}

export function textOf(raw: unknown): string | undefined {
  return typeof raw === 'string' && raw !== '' ? raw : undefined
}
