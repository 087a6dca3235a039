import { parseDay } from '@tien-do/domain/day-vi'
import type { AuditSearch } from './audit-search.ts'

/** As the service asks for it; a day that cannot be read filters nothing. */
export function filtersOf({ viec, ai, tu, den }: AuditSearch) {
  const [from, to] = [tu, den].map((text) => text && parseDay(text))
  return { ...(viec && { action: viec }), ...(ai && { actor: ai }), ...(from && { from }), ...(to && { to }) }
}
