import type { DenominatorKind } from '@tien-do/domain/denominator'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Area, Areas } from './queries.ts'

export const KIND: Readonly<Record<DenominatorKind, () => string>> = {
  households: m.denominator_households,
  population: m.denominator_population,
  adults: m.denominator_adults,
  id_eligible: m.denominator_id_eligible,
  enterprises: m.denominator_enterprises,
}

const FAULTS: Readonly<Record<string, () => string>> = {
  unknown_area: m.area_fault_unknown,
  area_not_in_force: m.area_fault_not_in_force,
  duplicate_code: m.area_fault_code,
  duplicate_name: m.area_fault_name,
  too_few: m.area_fault_too_few,
  names_out_of_order: m.area_fault_order,
  same_name: m.area_fault_same_name,
}

export function areaFaultSentence(code: string): string {
  return FAULTS[code]?.() ?? m.area_fault_field()
}

const EVENT: Readonly<
  Record<Areas['events'][number]['kind'], (inputs: { from: string; to: string }) => string>
> = {
  opened: m.area_event_opened,
  closed: m.area_event_closed,
  renamed: m.area_event_renamed,
  merged: m.area_event_merged,
  split: m.area_event_split,
}

/** "01/07/2026: Tổ 1, Tổ 2 nhập thành Tổ 15 (Nghị quyết …)". */
export function eventSentence(event: Areas['events'][number], areas: readonly Area[]): string {
  const named = (codes: readonly string[]) =>
    codes.map((code) => areas.find((area) => area.code === code)?.name ?? code).join(', ')
  const words = EVENT[event.kind]({ from: named(event.from), to: named(event.to) })
  return `${formatDay(event.on)}: ${words}${event.legalBasis ? ` (${event.legalBasis})` : ''}`
}
