// HTML and SVG as text: what is put in is escaped, whatever it is, unless it was made here.

export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | null | false | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** `html\`<p>${name}</p>\``: names are escaped, lists are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < parts.length ? shown(parts[index]) : '')).join(''),
  )
}

function shown(part: Part | undefined): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (Array.isArray(part)) return part.map((each: Part) => shown(each)).join('')
  return String(part).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
