// Figures in prose: a text with tokens such as {FB-02:value}, and beside it what each token says and where it is from.

import type { Day } from './day.ts'

export const FIGURE_SOURCES = ['indicator', 'task', 'obstacle', 'budget', 'department', 'plan'] as const
export type FigureSourceKind = (typeof FIGURE_SOURCES)[number]

export interface ReportFigure {
  readonly text: string
  readonly source: {
    readonly resource: FigureSourceKind
    /** Codes of the things that it was made from. */
    readonly codes: readonly string[]
    readonly on: Day | null
  }
}

export type FigureBook = Readonly<Record<string, ReportFigure>>

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly key: string; readonly text: string; readonly known: boolean }

const TOKEN = /\{([A-Za-z0-9][A-Za-z0-9.:_-]{0,79})\}/g

/** Cuts a text at its tokens; a token that the book does not know says "chưa có số liệu". */
export function partsOf(text: string, book: FigureBook): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    const key = match[1] ?? ''
    const figure = Object.hasOwn(book, key) ? book[key] : undefined
    parts.push({ kind: 'figure', key, text: figure?.text ?? NO_FIGURE, known: figure !== undefined })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

export const NO_FIGURE = 'chưa có số liệu'

/** The text as it is printed. */
export function plainText(text: string, book: FigureBook): string {
  return partsOf(text, book)
    .map((part) => part.text)
    .join('')
}

/** The tokens of a text, each once. */
export function tokensIn(text: string): string[] {
  return [...new Set([...text.matchAll(TOKEN)].map((match) => match[1] ?? ''))]
}

/** Writes a figure down and gives the token to write in its place. */
export type PutFigure = (
  key: string,
  text: string,
  resource: FigureSourceKind,
  codes: readonly string[],
  on?: Day | null,
) => string

/** Collects figures while sentences are drafted. */
export function collectFigures(): { readonly book: FigureBook; readonly put: PutFigure } {
  const book: Record<string, ReportFigure> = {}
  return {
    book,
    put: (key, text, resource, codes, on = null) => {
      book[key] = { text, source: { resource, codes, on } }
      return `{${key}}`
    },
  }
}
