// The chart of an indicator as SVG: approved figures on the planned path. Colours are attributes, so that it can also
// stand alone in another page; on ours the stylesheet has the last word.
import { type Day, daysBetween, yearOf } from '@tien-do/domain/day'
import { type PublicLanguage, publicDay, publicValue } from '@tien-do/domain/public-words'
import { html, type Markup } from './html.ts'
import type { Words } from './words.ts'

export interface Charted {
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly series: readonly { readonly on: Day; readonly value: number | null }[]
  readonly path: readonly { readonly on: Day; readonly value: number }[]
}

const WIDTH = 400
const HEIGHT = 210
const LEFT = 44
const RIGHT = 14
const TOP = 12
const BOTTOM = 28

interface Place {
  readonly x: number
  readonly y: number
}

/** Nothing where there is neither a figure nor a path. */
function chart(charted: Charted, words: Words, y0 = 0): Markup | null {
  const figures = charted.series.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]))
  const all = [...figures, ...charted.path]
  const days = all.map(({ on }) => on).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const top = charted.unit === '%' ? 100 : Math.max(1, ...all.map(({ value }) => value)) * 1.1
  const span = Math.max(1, daysBetween(first, last))
  const at = (on: Day, value: number): Place => ({
    x: round(LEFT + ((WIDTH - LEFT - RIGHT) * daysBetween(first, on)) / span),
    y: round(y0 + TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)),
  })
  const { language } = words
  const shown = (value: number) => publicValue(value, charted.unit, charted.decimals, language)
  return html`${[0, top / 2, top].map((value) => level(at(first, value).y, axisText(value, charted, language)))}
    ${[first, last].map((on, index) => yearMark(at(on, 0), String(yearOf(on)), index === 0 ? 'start' : 'end'))}
    <polyline class="path" fill="none" stroke="#5c6876" stroke-width="1.5" stroke-dasharray="5 4" points="${line(charted.path, at)}"/>
    <polyline class="line" fill="none" stroke="#14508c" stroke-width="2.5" points="${line(figures, at)}"/>
    ${charted.path.map(({ on, value }) => {
      const { x, y } = at(on, value)
      return html`<rect class="goal" fill="#5c6876" x="${x - 3}" y="${y - 3}" width="6" height="6"><title>${publicDay(on, language)}: ${shown(value)}</title></rect>`
    })}
    ${figures.map(({ on, value }) => {
      const { x, y } = at(on, value)
      return html`<circle class="dot" fill="#14508c" cx="${x}" cy="${y}" r="4"><title>${publicDay(on, language)}: ${shown(value)}</title></circle>`
    })}`
}

/** The chart as a picture in a page. */
export function figure(charted: Charted, words: Words): Markup | null {
  const drawn = chart(charted, words)
  return (
    drawn &&
    html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.chartLabel(charted.name)}">${drawn}</svg>`
  )
}

/** The chart as a file of its own: with its name, what it says and where it comes from. */
export function picture(charted: Charted, sentence: string, origin: string, words: Words): Markup {
  const title = wrapped(charted.name, 46)
  const said = wrapped(sentence, 62)
  const head = 14 + title.length * 18 + said.length * 15
  const height = head + HEIGHT + 22
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH * 2}" height="${height * 2}" role="img" font-family="Segoe UI, Roboto, Noto Sans, Arial, sans-serif"><title>${words.chartLabel(charted.name)}</title><rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${title.map((text, index) => html`<text x="12" y="${22 + index * 18}" font-size="15" font-weight="600" fill="#16202b">${text}</text>`)}
${said.map((text, index) => html`<text x="12" y="${20 + title.length * 18 + index * 15}" font-size="12" fill="#46525f">${text}</text>`)}
${chart(charted, words, head)}
<text x="12" y="${height - 8}" font-size="10" fill="#5c6876">${origin}</text></svg>`
}

function level(y: number, text: string): Markup {
  return html`<line class="level" stroke="#dde2e8" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/><text class="tick" fill="#5c6876" font-size="13" x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${text}</text>`
}

function yearMark({ x, y }: Place, text: string, anchor: string): Markup {
  return html`<text class="tick" fill="#5c6876" font-size="13" x="${x}" y="${y + 18}" text-anchor="${anchor}">${text}</text>`
}

const axisText = (value: number, { unit }: Charted, language: PublicLanguage) =>
  unit === '%' ? `${value}%` : publicValue(Math.round(value), '', 0, language).trim()

const line = (points: Charted['path'], at: (on: Day, value: number) => Place) =>
  points
    .map(({ on, value }) => at(on, value))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ')

const round = (value: number) => Math.round(value * 10) / 10

/** Lines of at most so many letters, broken between words. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const current = lines.at(-1)
    if (current !== undefined && current.length + word.length < most)
      lines[lines.length - 1] = `${current} ${word}`
    else lines.push(word)
  }
  return lines
}
