// The register of denominators: what there is of each kind, in the ward and in its areas, as counted on a day.

import type { Day } from './day.ts'

/** Households, residents, adults, residents who are to have an e-identity, enterprises. */
export const DENOMINATOR_KINDS = ['households', 'population', 'adults', 'id_eligible', 'enterprises'] as const
export type DenominatorKind = (typeof DENOMINATOR_KINDS)[number]

/** What an indicator can be counted from: something of the register, or the ward's own departments, which have names. */
export const DENOMINATOR_SOURCES = [...DENOMINATOR_KINDS, 'departments'] as const
export type DenominatorSource = (typeof DENOMINATOR_SOURCES)[number]

export interface Denominator {
  readonly kind: DenominatorKind
  /** Code of an area; null for the whole ward. */
  readonly area: string | null
  /** The day on which it was counted: it holds from then until the next count. */
  readonly on: Day
  readonly value: number
}

export type DenominatorFaultCode = 'not_whole' | 'negative' | 'future_day' | 'area_not_in_force'

export interface DenominatorFault {
  readonly field: 'value' | 'on' | 'area'
  readonly code: DenominatorFaultCode
  readonly params?: Readonly<Record<string, unknown>>
}

/** A count is whole and not negative, of a day that has come, and of an area that is there on that day. */
export function denominatorFaults(
  { value, on, area }: Denominator,
  today: Day,
  areasInForce: readonly string[],
): readonly DenominatorFault[] {
  const faults: DenominatorFault[] = []
  if (!Number.isSafeInteger(value)) faults.push({ field: 'value', code: 'not_whole', params: { value } })
  else if (value < 0) faults.push({ field: 'value', code: 'negative', params: { value } })
  if (on > today) faults.push({ field: 'on', code: 'future_day', params: { today } })
  if (area !== null && !areasInForce.includes(area))
    faults.push({ field: 'area', code: 'area_not_in_force', params: { area, on } })
  return faults
}

/** What is known on a day: of each kind and area the newest count that is not younger than the day. */
export function latestDenominators<Entry extends Denominator>(
  entries: readonly Entry[],
  day: Day,
): readonly Entry[] {
  const newest = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.on > day) continue
    const key = `${entry.kind} ${entry.area ?? ''}`
    const other = newest.get(key)
    if (!other || entry.on > other.on) newest.set(key, entry)
  }
  return [...newest.values()]
}

export interface DenominatorTotal {
  readonly kind: DenominatorKind
  /** The count of the ward itself; null where nobody made one. */
  readonly ward: number | null
  /** The areas of the day added up; null where none of them has a count. */
  readonly sum: number | null
  readonly known: number
  readonly expected: number
}

/** The ward's own count beside the sum of its areas, with how many of them have one: a gap is never filled in. */
export function denominatorTotals(
  entries: readonly Denominator[],
  areas: readonly string[],
  day: Day,
): readonly DenominatorTotal[] {
  const latest = latestDenominators(entries, day)
  return DENOMINATOR_KINDS.map((kind) => {
    const ofKind = latest.filter((entry) => entry.kind === kind)
    const counted = ofKind.filter(({ area }) => area !== null && areas.includes(area))
    return {
      kind,
      ward: ofKind.find(({ area }) => area === null)?.value ?? null,
      sum: counted.length === 0 ? null : counted.reduce((sum, { value }) => sum + value, 0),
      known: counted.length,
      expected: areas.length,
    }
  })
}
