// How an official document writes letters, numerals, days and counts (Decree 30/2020/NĐ-CP, annexes I and II).

import { type Day, yearOf } from './day.ts'
import { formatCount, formatDecimal, formatPercent } from './number-vi.ts'

/** Points are lettered by the Vietnamese alphabet: a, b, c, d, đ, e, g; there is no f, j, w or z. */
const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ')

/** The letter of a point, counted from 0; after y come aa, ab and so on. */
export function pointLetter(index: number): string {
  const letter = LETTERS[index % LETTERS.length] ?? ''
  return index < LETTERS.length ? letter : pointLetter(Math.floor(index / LETTERS.length) - 1) + letter
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 4 is IV. */
export function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

/** "ngày 05 tháng 01 năm 2026", "ngày 29 tháng 6 năm 2026": a zero before days below 10 and the months 1 and 2 only. */
export function dayInWords(on: Day): string {
  const month = Number(on.slice(5, 7))
  return `ngày ${on.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${yearOf(on)}`
}

/** The place and the day of a document; a blank where the clerk has not given the day yet. */
export function placeAndDay(place: string, on: Day | null, year: number): string {
  return `${place}, ${on === null ? `ngày      tháng      năm ${year}` : dayInWords(on)}`
}

/** 14/11/2026. */
export function shortDay(on: Day): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** "Số: 05/BC-UBND": numbers below 10 get a zero; a blank before the clerk has given the number. */
export function numberLine(number: number | null, symbol: string): string {
  return `Số: ${number === null ? '     ' : twoDigits(number)}/${symbol}`
}

/** Counts below 10 are written with a zero in official prose: "04 cấp", "01 thiết bị". */
export function countInProse(count: number): string {
  return Number.isInteger(count) && count >= 0 && count < 10 ? twoDigits(count) : formatCount(count)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** A value with its unit: "71,6%" stands close, "1.234 cây" apart; a whole value has no decimals. */
export function valueInWords(value: number, unit: string, decimals: number): string {
  const shown = Number.isInteger(value) ? 0 : decimals
  return unit === '%' ? formatPercent(value, shown) : `${formatDecimal(value, shown)} ${unit}`
}

/** A distance between two values: of shares it is counted in points, never in per cent. */
export function differenceInWords(difference: number, unit: string, decimals: number): string {
  const size = Math.abs(difference)
  const number = formatDecimal(size, Number.isInteger(size) ? 0 : decimals)
  return `${number} ${unit === '%' ? 'điểm phần trăm' : unit}`
}

/** The first letter small inside a sentence, unless the word is an abbreviation. */
export function inSentence(text: string): string {
  const [first = '', second = ''] = text
  const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
  return isAbbreviation ? text : first.toLowerCase() + text.slice(first.length)
}

/** What people wrote, on one line: braces are not tokens. */
export function oneLine(text: string): string {
  return text.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim()
}

/** What people wrote, as a sentence of a document: it ends with one full stop. */
export function sentence(text: string): string {
  return ended(oneLine(text))
}

export function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** "a, b và c". */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`
}

const KINDS_OF_PLACE = ['phường', 'xã', 'đặc khu', 'thị trấn', 'quận', 'huyện', 'thị xã', 'thành phố', 'tỉnh']

/** "Ủy ban nhân dân phường Chánh Lộ" in its two lines of capitals; a name without a place keeps to one. */
export function agencyLines(name: string): string[] {
  const at = placeStart(name)
  const lines = at > 0 ? [name.slice(0, at).trim(), name.slice(at)] : [name]
  return lines.map((line) => line.toUpperCase())
}

/** "Chánh Lộ" of "Ủy ban nhân dân phường Chánh Lộ"; null where the name has no place. */
export function placeOf(name: string): string | null {
  const at = placeStart(name)
  if (at < 0) return null
  const kind = KINDS_OF_PLACE.find((each) => name.slice(at).startsWith(`${each} `))
  return kind ? name.slice(at + kind.length + 1).trim() : null
}

function placeStart(name: string): number {
  const starts = KINDS_OF_PLACE.map((kind) => name.search(new RegExp(`(^|\\s)${kind}\\s+\\p{Lu}`, 'u')))
  const found = starts.filter((at) => at >= 0)
  if (found.length === 0) return -1
  const at = Math.min(...found)
  return name[at] === ' ' ? at + 1 : at
}
