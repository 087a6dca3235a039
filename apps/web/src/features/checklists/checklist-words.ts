import type { OwnerLevel } from '@tien-do/domain/checklist'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'
import type { Checklist, Counts, Item, Status } from './queries.ts'

export const STATUS: Readonly<Record<Status, () => string>> = {
  done: m.checklist_done,
  not_done: m.checklist_not_done,
  not_applicable: m.checklist_not_applicable,
}

export const STATUS_TONE: Readonly<Record<Status, Tone>> = {
  done: 'ok',
  not_done: 'late',
  not_applicable: 'none',
}

export const LEVEL: Readonly<Record<OwnerLevel, () => string>> = {
  central: m.level_central,
  province: m.level_province,
  city: m.level_city,
  ward: m.level_ward,
}

/** "12/17 đã có · còn thiếu 5 · 1 không áp dụng". */
export function countsInWords({ all, done, missing, notApplicable, unreviewed }: Counts): string {
  if (all === 0) return m.checklist_empty_short()
  const parts = [m.checklist_counted({ done, applicable: done + missing })]
  if (missing > 0) parts.push(m.checklist_missing({ count: missing }))
  if (unreviewed > 0) parts.push(m.checklist_unreviewed({ count: unreviewed }))
  if (notApplicable > 0) parts.push(m.checklist_na_count({ count: notApplicable }))
  return parts.join(' · ')
}

export function isMissing({ status }: Item): boolean {
  return status !== 'done' && status !== 'not_applicable'
}

/** Whether it is there on the day of the reading: what has not appeared yet, or is gone, is neither done nor missing. */
export function isThere({ validFrom, validTo }: Item, { asOf }: Pick<Checklist, 'asOf'>): boolean {
  return (validFrom === null || validFrom <= asOf) && (validTo === null || asOf < validTo)
}
