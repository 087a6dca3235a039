// The plan on one page: what is reached and what is not, where each figure comes from, and how it is counted.
import type { Day } from '@tien-do/domain/day'
import { methodSentences } from '@tien-do/domain/method-words'
import { publicDay } from '@tien-do/domain/public-words'
import { isShown } from '@tien-do/domain/publication'
import {
  indicatorToPublic,
  type PublicReading,
  planToPublic,
  type readPublicDeadlines,
  type readPublicReports,
  reportToPublic,
} from '../public-data/index.ts'
import { html, type Markup } from './html.ts'
import { inLanguage, layout } from './layout.ts'
import { bar, decision, nameOf, origin, qrCode, statusChip } from './parts.ts'
import type { Words } from './words.ts'

export interface PlanPageData {
  readonly reading: PublicReading
  readonly reports: Awaited<ReturnType<typeof readPublicReports>>
  readonly deadlines: Awaited<ReturnType<typeof readPublicDeadlines>>
  readonly publicUrl: URL
}

export function planPage({ reading, reports, deadlines, publicUrl }: PlanPageData, words: Words): string {
  const plan = planToPublic(reading)
  const path = `/cong-khai/${encodeURIComponent(plan.code)}`
  const day = (on: string) => publicDay(on as Day, words.language)
  const body = html`<header>
<p class="issuer">${plan.issuer}</p>
<h1>${plan.title}</h1>
<p>${plan.figuresUntil ? words.until(day(plan.figuresUntil)) : words.noFigures} ${words.readOn(day(plan.asOf))}</p>
${plan.sample && html`<p class="sample">${words.sample}</p>`}
</header>
${headline(plan.counts, words)}
${plan.groups.map((group) => groupSection(group, reading, path, words))}
${isShown(reading.publication, 'reports') && reportSection(reports, day, words)}
${isShown(reading.publication, 'deadlines') && deadlineSection(deadlines, words)}
<section><h2>${words.rules}</h2><ul class="rules">${methodSentences(reading.plan.plan.thresholds, words.language).map((text) => html`<li>${text}</li>`)}</ul></section>
<section class="data"><h2>${words.data}</h2>${downloads(plan.code, words)}</section>
<section class="scan"><h2>${words.qr}</h2>${qrCode(new URL(path, publicUrl).href, words.qr)}<p>${new URL(path, publicUrl).href}</p></section>`
  return layout({ title: `${plan.shortTitle} – ${words.title}`, path, words, body })
}

type Counts = ReturnType<typeof planToPublic>['counts']

function headline({ total, reached, notReached, unknown }: Counts, words: Words): Markup {
  const parts = [
    ['ok', 0, reached],
    ['late', reached, notReached],
    ['none', reached + notReached, unknown],
  ] as const
  return html`<section class="headline"><h2>${words.headline(reached, total)}</h2>
<svg class="counts" viewBox="0 0 ${Math.max(total, 1)} 1" preserveAspectRatio="none" aria-hidden="true">${parts.map(
    ([tone, x, width]) => html`<rect class="${tone}" x="${x}" width="${width}" height="1"/>`,
  )}</svg>
<ul class="legend"><li class="ok">${words.reached(reached)}</li><li class="late">${words.notReached(notReached)}</li><li class="none">${words.unknown(unknown)}</li></ul></section>`
}

function groupSection(
  { code, title }: { code: string; title: string },
  reading: PublicReading,
  path: string,
  words: Words,
): Markup {
  const items = reading.indicators.filter(({ assessed }) => assessed.indicator.group === code)
  return html`<section><h2>${title}</h2><ul class="items">${items.map((read) => {
    const shown = indicatorToPublic(read, reading)
    const href = inLanguage(`${path}/${encodeURIComponent(shown.code)}`, words)
    return html`<li><div class="name"><h3><a href="${href}">${nameOf(shown, words)}</a></h3>${statusChip(shown, words)}</div>
${bar(read.assessed, words)}
<p>${shown.sentence[words.language]}</p>
${decision(shown, words)}${origin(shown, words)}</li>`
  })}</ul></section>`
}

function reportSection(reports: PlanPageData['reports'], day: (on: string) => string, words: Words): Markup {
  const items = reports.map((row) => {
    const { year, numberLine, issuedOn, sentOn, corrected } = reportToPublic(row)
    const said = [
      ...(issuedOn ? [words.issued(day(issuedOn))] : []),
      ...(sentOn ? [words.sent(day(sentOn))] : []),
      ...(corrected ? [words.corrected] : []),
    ]
    return html`<li><strong>${year}</strong> – ${numberLine}, ${said.join(', ')}</li>`
  })
  return html`<section><h2>${words.reports}</h2>${items.length > 0 ? html`<ul class="plain">${items}</ul>` : html`<p>${words.noReports}</p>`}</section>`
}

function deadlineSection(deadlines: PlanPageData['deadlines'], words: Words): Markup {
  if (deadlines.length === 0)
    return html`<section><h2>${words.deadlines}</h2><p>${words.noDeadlines}</p></section>`
  const day = (on: Day) => publicDay(on, words.language)
  return html`<section><h2>${words.deadlines}</h2><div class="scroll" role="region" tabindex="0" aria-label="${words.deadlines}"><table><thead><tr><th scope="col">${words.year}</th><th scope="col">${words.ward}</th><th scope="col">${words.departments}</th></tr></thead>
<tbody>${deadlines.map(
    ({ year, ward, departments }) =>
      html`<tr><th scope="row">${year}</th><td>${words.outcome[ward.outcome]}<small>${words.lastDay(day(ward.lastDay))}</small></td><td>${departments.onTime}/${departments.expected}<small>${words.lastDay(day(departments.lastDay))}</small></td></tr>`,
  )}</tbody></table></div></section>`
}

export function downloads(plan: string, words: Words): Markup {
  const base = `/public/v1/plans/${encodeURIComponent(plan)}`
  return html`<ul class="plain"><li><a href="${base}/data/indicators.csv" download>${words.csvIndicators}</a></li><li><a href="${base}/data/series.csv" download>${words.csvSeries}</a></li><li><a href="${base}/datapackage.json">${words.json}</a></li></ul>`
}
