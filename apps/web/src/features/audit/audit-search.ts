/** Which events the page shows: `?tu=01/11/2026&viec=measurement.approve`. */
export interface AuditSearch {
  /** `he-thong`: sign-ins, refusals, keys and people, which belong to no plan. */
  cua?: 'he-thong' | undefined
  viec?: string | undefined
  tu?: string | undefined
  den?: string | undefined
}

const WORD = /^[a-z][a-z.-]{2,59}$/

export function readAuditSearch({ cua, viec, tu, den }: Record<string, unknown>): AuditSearch {
  return {
    cua: cua === 'he-thong' ? cua : undefined,
    viec: typeof viec === 'string' && WORD.test(viec) ? viec : undefined,
    tu: dayText(tu),
    den: dayText(den),
  }
}

/** What only looks like a day is left to whoever asks the service: the address is read on every page. */
const DAY = /^\d{1,2}\/\d{1,2}\/\d{4}$/

function dayText(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) ? value : undefined
}
