import { parseDay } from '@tien-do/domain/day-vi'

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

/** As the service asks for it; a day that cannot be read filters nothing. */
export function filtersOf({ viec, tu, den }: AuditSearch) {
  const [from, to] = [tu, den].map((text) => text && parseDay(text))
  return { ...(viec && { action: viec }), ...(from && { from }), ...(to && { to }) }
}

function dayText(value: unknown): string | undefined {
  return typeof value === 'string' && parseDay(value) !== null ? value : undefined
}
