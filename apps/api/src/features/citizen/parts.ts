// The parts that pages share: a status with its shape, how far towards the target, where a figure comes from.
import type { Day } from '@tien-do/domain/day'
import { statusInWords } from '@tien-do/domain/method-words'
import type { IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import { publicDay, publicValue } from '@tien-do/domain/public-words'
import type { IndicatorStatus } from '@tien-do/domain/status'
import { encode } from 'uqr'
import type { indicatorToPublic } from '../public-data/index.ts'
import { html, Markup } from './html.ts'
import type { Words } from './words.ts'

export type Shown = ReturnType<typeof indicatorToPublic>

const TONE: Readonly<Record<IndicatorStatus, string>> = {
  achieved: 'ok',
  on_track: 'track',
  at_risk: 'risk',
  off_track: 'late',
  regressing: 'late',
  missed: 'late',
  awaiting_final: 'none',
  insufficient_data: 'none',
  no_data: 'none',
  not_applicable: 'none',
}

/** A shape for each tone: colour alone says nothing on a black-and-white print. */
const SHAPE: Readonly<Record<string, string>> = {
  ok: 'M3 8.5l3.5 3.5L13 4.5',
  track: 'M4 12L12 4M6 4h6v6',
  risk: 'M8 2.5L14.5 13.5H1.5zM8 6.5v3M8 11.4v.6',
  late: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 5v3.4l2.2 1.6',
  none: 'M3 8h10',
}

export function statusChip({ status, provisional }: Shown, words: Words): Markup {
  const tone = TONE[status]
  const name = statusInWords(status, words.language)
  return html`<span class="chip ${tone}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SHAPE[tone] ?? ''}"/></svg>${provisional ? `${name} (${words.provisional})` : name}</span>`
}

/** How far towards the target, for shares: the bar is the value, the mark the target. */
export function bar(
  { assessment, indicator, shownDecimals }: IndicatorAssessment,
  words: Words,
): Markup | null {
  const { value, milestone } = assessment
  if (value === null || milestone === null || indicator.unit !== '%') return null
  const said = (each: number) => publicValue(each, indicator.unit, shownDecimals, words.language)
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${words.barLabel(said(value), said(milestone.target))}"><rect class="track" width="100" height="6"/><rect class="fill" width="${within(value)}" height="6"/><rect class="mark" x="${Math.min(within(milestone.target), 99.4)}" width="0.6" height="6"/></svg>`
}

const within = (value: number) => Math.min(100, Math.max(0, value))

export function origin({ sources, provider, approvedOn }: Shown, words: Words): Markup {
  const said = [
    `${words.source}: ${sources.length > 0 ? sources.join('; ') : words.noSource}`,
    ...(provider ? [`${words.provider}: ${provider}`] : []),
    ...(approvedOn ? [words.approved(publicDay(approvedOn as Day, words.language))] : []),
  ]
  return html`<p class="origin">${said.join(' · ')}</p>`
}

/** Where the leader judged otherwise than the rule. */
export function decision({ decided }: Shown, words: Words): Markup | null {
  if (decided === null) return null
  const until = publicDay(decided.until as Day, words.language)
  return html`<p class="decided">${words.decided(statusInWords(decided.computed, words.language), decided.reason, until)}</p>`
}

/** A square that a phone's camera reads: dark on light in every theme, or cameras fail. */
export function qrCode(text: string, label: string): Markup {
  const { data, size } = encode(text)
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#ffffff"/><path fill="#000000" d="${new Markup(dark.join(''))}"/></svg>`
}

export const nameOf = ({ name, nameEn }: { name: string; nameEn: string }, { language }: Words) =>
  language === 'vi' ? name : nameEn
