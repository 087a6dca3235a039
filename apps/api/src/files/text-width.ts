// How wide a text is in Times New Roman: the short lines of a letterhead are measured by the words above them.

/** Advance widths of Times New Roman Bold, in thousandths of the size; accents add nothing to their letter. */
const BOLD: Readonly<Record<string, number>> = {
  ' ': 250,
  '-': 333,
  ',': 250,
  '.': 250,
  '&': 833,
  '(': 333,
  ')': 333,
  '/': 278,
  A: 722,
  B: 667,
  C: 722,
  D: 722,
  E: 667,
  G: 778,
  H: 778,
  I: 389,
  K: 778,
  L: 667,
  M: 944,
  N: 722,
  O: 778,
  P: 611,
  Q: 778,
  R: 722,
  S: 556,
  T: 667,
  U: 722,
  V: 722,
  X: 722,
  Y: 722,
  a: 500,
  b: 556,
  c: 444,
  d: 556,
  e: 444,
  g: 500,
  h: 556,
  i: 278,
  k: 556,
  l: 278,
  m: 833,
  n: 556,
  o: 500,
  p: 556,
  q: 556,
  r: 444,
  s: 389,
  t: 333,
  u: 556,
  v: 500,
  x: 500,
  y: 500,
}
const OTHER = 500

/** Twips that a bold text takes at a size in points. */
export function boldWidth(text: string, points: number): number {
  const letters = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
  const thousandths = [...letters].reduce((sum, letter) => sum + (BOLD[letter] ?? OTHER), 0)
  return Math.round((thousandths / 1_000) * points * 20)
}
