// One indicator: what it says, how it moved, how it is counted; and the chart to put elsewhere.
import type { Day } from '@tien-do/domain/day'
import { formulaInWords, methodSentences } from '@tien-do/domain/method-words'
import { publicDay, publicSentence, publicValue } from '@tien-do/domain/public-words'
import { isShown } from '@tien-do/domain/publication'
import { indicatorToPublic, type PublicReading, planToPublic } from '../public-data/index.ts'
import { type Charted, figure, picture } from './chart.ts'
import { html, type Markup } from './html.ts'
import { inLanguage, layout } from './layout.ts'
import { bar, decision, nameOf, origin, type Shown, statusChip } from './parts.ts'
import { downloads } from './plan-page.ts'
import type { Words } from './words.ts'

type Read = PublicReading['indicators'][number]

export function indicatorPage(read: Read, reading: PublicReading, publicUrl: URL, words: Words): string {
  const plan = planToPublic(reading)
  const shown = indicatorToPublic(read, reading)
  const home = `/cong-khai/${encodeURIComponent(plan.code)}`
  const path = `${home}/${encodeURIComponent(shown.code)}`
  const name = nameOf(shown, words)
  const body = html`<p class="back"><a href="${inLanguage(home, words)}">← ${words.back}</a></p>
<header><p class="issuer">${plan.issuer}</p><h1>${name}</h1>${statusChip(shown, words)}
${plan.sample && html`<p class="sample">${words.sample}</p>`}</header>
<section>${bar(read.assessed, words)}<p class="said">${publicSentence(read.assessed, words.language)}</p>${decision(shown, words)}${origin(shown, words)}</section>
${targets(shown, words)}
${isShown(reading.publication, 'series') && history(read, shown, path, publicUrl, words)}
${method(read, shown, reading, words)}
<section class="data"><h2>${words.data}</h2>${downloads(plan.code, words)}</section>`
  return layout({ title: `${name} – ${plan.shortTitle}`, path, words, body })
}

function targets({ targets: all, unit, decimals }: Shown, words: Words): Markup | null {
  if (all.length === 0) return null
  return html`<section><h2>${words.targets}</h2><ul class="plain">${all.map(
    ({ target, on, verdict }) =>
      html`<li>${words.targetOf(publicValue(target, unit, decimals, words.language), publicDay(on as Day, words.language))}${verdict && `: ${words.verdicts[verdict]}`}</li>`,
  )}</ul></section>`
}

/** What the chart draws; the path alone where the series is not shown. */
function chartedOf({ assessed }: Read, reading: PublicReading, words: Words): Charted {
  const { indicator, series, path, shownDecimals } = assessed
  return {
    name: nameOf(indicator, words),
    unit: indicator.unit,
    decimals: shownDecimals,
    series: isShown(reading.publication, 'series') ? series : [],
    path,
  }
}

function history(read: Read, shown: Shown, path: string, publicUrl: URL, words: Words): Markup | null {
  const { series, path: planned, indicator, shownDecimals } = read.assessed
  const drawn = figure(
    { ...indicator, name: nameOf(shown, words), decimals: shownDecimals, series, path: planned },
    words,
  )
  if (!drawn) return null
  const svg = `${path}/bieu-do.svg`
  const embed = `<img src="${new URL(inLanguage(svg, words), publicUrl).href}" alt="${nameOf(shown, words)}" width="800">`
  return html`<section><h2>${words.chart}</h2>${drawn}
<ul class="legend"><li class="figures">${words.lineFigures}</li><li class="planned">${words.linePath}</li></ul>
${table(read, words)}
<details><summary>${words.embed}</summary><p><code>${embed}</code></p><p><a href="${inLanguage(svg, words)}" download>${words.picture}</a></p></details></section>`
}

function table({ assessed: { series, indicator, shownDecimals } }: Read, words: Words): Markup | null {
  if (series.length === 0) return null
  const shownValue = (value: number | null) =>
    value === null ? '–' : publicValue(value, indicator.unit, shownDecimals, words.language)
  return html`<h3>${words.table}</h3><div class="scroll" role="region" tabindex="0" aria-label="${words.table}"><table><thead><tr><th scope="col">${words.day}</th><th scope="col" class="number">${words.value}</th><th scope="col" class="number">${words.counts}</th><th scope="col" class="number">${words.coverage}</th></tr></thead>
<tbody>${series
    .toReversed()
    .map(
      ({ on, value, numerator, denominator, coverage, estimated }) =>
        html`<tr><th scope="row">${publicDay(on as Day, words.language)}</th><td class="number">${shownValue(value)}${estimated && html`<small>${words.estimate}</small>`}</td><td class="number">${numerator === null || denominator === null ? '–' : `${count(numerator, words)} / ${count(denominator, words)}`}</td><td class="number">${coverage ? `${coverage.reported}/${coverage.expected}` : '–'}</td></tr>`,
    )}</tbody></table></div>`
}

const count = (value: number, words: Words) => publicValue(value, '', 0, words.language).trim()

function method(read: Read, shown: Shown, reading: PublicReading, words: Words): Markup {
  const { indicator } = read.assessed
  return html`<section><h2>${words.method}</h2><dl>
<div><dt>${words.formula}</dt><dd>${formulaInWords(indicator, words.language) ?? words.formulaOpen}</dd></div>
${shown.definition && html`<div><dt>${words.definition}</dt><dd>${shown.definition.text}</dd></div>`}
<div><dt>${words.weight}</dt><dd>${publicValue(shown.weight, '', 2, words.language).trim()}</dd></div></dl>
<h3>${words.rules}</h3><ul class="rules">${methodSentences(reading.plan.plan.thresholds, words.language).map((text) => html`<li>${text}</li>`)}</ul></section>`
}

/** The chart with its name, its sentence and its origin: what another page shows. */
export function indicatorPicture(read: Read, reading: PublicReading, words: Words): string {
  const { issuer, sample } = planToPublic(reading)
  const { approvedOn } = read
  const approved = approvedOn ? ` · ${words.approved(publicDay(approvedOn as Day, words.language))}` : ''
  const sentence = publicSentence(read.assessed, words.language)
  const said = sample ? `${sentence} ${words.sample}` : sentence
  return picture(chartedOf(read, reading, words), said, `${issuer}${approved}`, words).text
}
