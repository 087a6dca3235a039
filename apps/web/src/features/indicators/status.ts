// The ten statuses in five tones and six groups: one mapping for chips, bars, counts and filters.

import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'

export type Indicator = Schemas['Indicator']
export type IndicatorDetail = Schemas['IndicatorDetail']
export type Status = Indicator['status']

const STATUSES: Record<Status, { tone: Tone; name: () => string }> = {
  achieved: { tone: 'ok', name: m.status_achieved },
  on_track: { tone: 'track', name: m.status_on_track },
  at_risk: { tone: 'risk', name: m.status_at_risk },
  off_track: { tone: 'late', name: m.status_off_track },
  regressing: { tone: 'late', name: m.status_regressing },
  missed: { tone: 'late', name: m.status_missed },
  awaiting_final: { tone: 'none', name: m.status_awaiting_final },
  insufficient_data: { tone: 'none', name: m.status_insufficient_data },
  no_data: { tone: 'none', name: m.status_no_data },
  not_applicable: { tone: 'none', name: m.status_not_applicable },
}

export const toneOf = (status: Status): Tone => STATUSES[status].tone

export type Judged = Pick<Indicator, 'status' | 'provisional'> & Partial<Pick<Indicator, 'override'>>

export function statusInWords({ status, provisional, override }: Judged): string {
  const name = STATUSES[status].name()
  if (override) return m.status_decided({ status: name })
  return provisional ? m.status_provisional({ status: name }) : name
}

/** What the address says for each group of statuses. */
export const STATUS_GROUP_KEYS = [
  'dat',
  'dung-tien-do',
  'nguy-co',
  'cham',
  'chua-danh-gia',
  'khong-ap-dung',
] as const
export type StatusGroupKey = (typeof STATUS_GROUP_KEYS)[number]

export interface StatusGroup {
  tone: Tone
  name: () => string
  statuses: readonly Status[]
}

export const STATUS_GROUPS: Record<StatusGroupKey, StatusGroup> = {
  dat: { tone: 'ok', name: m.status_group_achieved, statuses: ['achieved'] },
  'dung-tien-do': { tone: 'track', name: m.status_group_on_track, statuses: ['on_track'] },
  'nguy-co': { tone: 'risk', name: m.status_group_at_risk, statuses: ['at_risk'] },
  cham: { tone: 'late', name: m.status_group_behind, statuses: ['off_track', 'regressing', 'missed'] },
  'chua-danh-gia': {
    tone: 'none',
    name: m.status_group_unknown,
    statuses: ['no_data', 'insufficient_data', 'awaiting_final'],
  },
  'khong-ap-dung': { tone: 'none', name: m.status_group_not_applicable, statuses: ['not_applicable'] },
}
