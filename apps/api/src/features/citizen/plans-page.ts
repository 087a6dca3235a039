// The first page: which plans are public.
import { type PublicReading, planToPublic } from '../public-data/index.ts'
import { html } from './html.ts'
import { inLanguage, layout } from './layout.ts'
import type { Words } from './words.ts'

export function plansPage(readings: readonly PublicReading[], words: Words): string {
  const plans = readings.map(planToPublic)
  const body = html`<header><h1>${words.plansTitle}</h1></header>
${
  plans.length === 0
    ? html`<p>${words.none}</p>`
    : html`<ul class="items">${plans.map(
        ({ code, title, issuer, counts }) =>
          html`<li><h2><a href="${inLanguage(`/cong-khai/${encodeURIComponent(code)}`, words)}">${title}</a></h2><p>${issuer}</p><p>${words.headline(counts.reached, counts.total)}</p></li>`,
      )}</ul>`
}`
  return layout({ title: words.plansTitle, path: '/cong-khai', words, body })
}
