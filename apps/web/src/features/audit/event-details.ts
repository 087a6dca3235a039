// What stood there before and what stands there now, field by field: only what differs.

export interface Difference {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

const LONGEST = 300

/** At most one level deep: what lies deeper is shown as it is written. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({ field, before: said(old[field]), after: said(now[field]) }))
    .filter((each) => each.before !== each.after)
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { value }
}

function said(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
