// A cell that begins like a formula would run when a spreadsheet opens it: it is written with an apostrophe before it.

const RISKY = /^'*[=+\-@\t\r\0＝＋－＠]/
const ESCAPED = /^'+[=+\-@\t\r\0＝＋－＠]/

export function escapeFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** Takes back what `escapeFormula` did. */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text
}
