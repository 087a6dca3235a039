// Which area somebody means who writes "Tổ 5", "TDP05", "to dan pho so 5" or "5".

import { fold } from './search-fold.ts'

export interface NamedArea {
  readonly code: string
  readonly name: string
}

interface Said {
  readonly words: readonly string[]
  /** Without zeros in front; none where nothing is numbered. */
  readonly numbers: readonly string[]
}

/** "số" before a number says no more than the number. */
const FILLER = 'so'

/** The one area that the text can mean; null where it is none, or could be several. */
export function matchArea<Area extends NamedArea>(text: string, areas: readonly Area[]): Area | null {
  const folded = fold(text)
  if (folded === '') return null
  const exact = areas.filter(({ code, name }) => fold(code) === folded || fold(name) === folded)
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  const said = read(text)
  const meant = areas.filter(({ name }) => means(said, read(name)))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** A number alone may be an area's, or a figure: the caller must know from elsewhere. */
export function isBareNumber(text: string): boolean {
  return /^\s*\d+\s*$/.test(text)
}

function means(said: Said, name: Said): boolean {
  if (said.numbers.join() !== name.numbers.join()) return false
  const words = said.words.filter((word) => word !== FILLER)
  if (words.length === 0) return said.numbers.length > 0
  return isInitials(words, name.words) || isPartOf(words, name.words)
}

function isInitials(words: readonly string[], of: readonly string[]): boolean {
  return of.length > 1 && words.join('') === of.map((word) => word[0]).join('')
}

/** The words in their order, some left out: "Tổ 5" for "Tổ dân phố 5". */
function isPartOf(words: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const word of whole) if (word === words[at]) at += 1
  return at === words.length
}

function read(text: string): Said {
  const tokens = fold(text).match(/\p{L}+|\d+/gu) ?? []
  return {
    words: tokens.filter((token) => !/^\d/.test(token)),
    numbers: tokens.filter((token) => /^\d/.test(token)).map((token) => token.replace(/^0+(?=\d)/, '')),
  }
}
