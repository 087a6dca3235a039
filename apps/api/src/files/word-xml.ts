// WordprocessingML as text, for what a long report has thousands of: plain paragraphs and the cells of its tables. As
// objects of `docx` they cost seconds; elements stand in the order of the schema (ECMA-376, part 1).
import { halfPoints, SIZE } from './page.ts'

export interface ParagraphLook {
  readonly align: 'left' | 'center' | 'right' | 'both'
  readonly points?: number
  readonly bold?: boolean
  readonly italics?: boolean
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  /** Twips. */
  readonly firstLine?: number
  readonly before?: number
  readonly after?: number
  /** In 240ths of a line. */
  readonly line?: number
}

export function paragraphXml(text: string, look: ParagraphLook): string {
  const { align, points = SIZE.body, bold, italics, keepNext, keepLines, firstLine = 0 } = look
  const { before = 0, after = 0, line = 240 } = look
  const size = halfPoints(points)
  const properties = [
    keepNext ? '<w:keepNext/>' : '',
    keepLines ? '<w:keepLines/>' : '',
    '<w:widowControl/>',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`,
    firstLine > 0 ? `<w:ind w:firstLine="${firstLine}"/>` : '',
    `<w:jc w:val="${align}"/>`,
  ].join('')
  const run = `${bold ? '<w:b/><w:bCs/>' : ''}${italics ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
}

const UNSAFE = /[&<>]|(?![\t\n\r])\p{Cc}/gu
const SAFE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What a text may hold in XML 1.0; control characters have no place in it. */
function escapeXml(text: string): string {
  return text.replace(UNSAFE, (character) => SAFE[character] ?? '')
}
