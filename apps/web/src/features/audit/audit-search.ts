/** Which events the page shows: `?tu=01/11/2026&viec=measurement.approve`. */
export interface AuditSearch {
  /** `he-thong`: sign-ins, refusals, keys and people, which belong to no plan. */
  cua?: 'he-thong' | undefined
  viec?: string | undefined
  /** Only what this person did. */
  ai?: string | undefined
  tu?: string | undefined
  den?: string | undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const WORD = /^[a-z][a-z.-]{2,59}$/

export function readAuditSearch({ cua, viec, ai, tu, den }: Record<string, unknown>): AuditSearch {
  return {
    cua: cua === 'he-thong' ? cua : undefined,
    viec: typeof viec === 'string' && WORD.test(viec) ? viec : undefined,
    ai: typeof ai === 'string' && UUID.test(ai) ? ai : undefined,
    tu: dayText(tu),
    den: dayText(den),
  }
}

/** What only looks like a day is left to whoever asks the service: the address is read on every page. */
const DAY = /^\d{1,2}\/\d{1,2}\/\d{4}$/

function dayText(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) ? value : undefined
}
