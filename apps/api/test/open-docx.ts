// Opens a .docx and says what its XML says, in the words of the decree.

import { boldWidth } from '../src/files/text-width.ts'
import { readXml } from './unzip.ts'

export interface Part {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly points: number
  readonly align: string
  readonly style: string | null
  readonly firstLine: number
  readonly after: number
  readonly line: number
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly inTable: boolean
  /** The indent of a paragraph that is nothing but a ruled line. */
  readonly ruledIndent: number | null
}

const attribute = (xml: string, tag: string, name: string) =>
  new RegExp(`<w:${tag}\\b[^>]*\\bw:${name}="([^"]*)"`).exec(xml)?.[1]
const isOn = (xml: string, tag: string) => new RegExp(`<w:${tag}(/>| w:val="(true|1)"/>)`).test(xml)
const numberAt = (xml: string, tag: string, name: string) => Number(attribute(xml, tag, name) ?? 0)

function partOf(xml: string, inTable: boolean): Part {
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
  const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(xml)?.[0] ?? ''
  const run = /<w:rPr>.*?<\/w:rPr>/s.exec(xml.replace(properties, ''))?.[0] ?? ''
  const ruled = /<w:pBdr><w:top /.test(properties) && text === ''
  return {
    text: text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    bold: isOn(run, 'b'),
    italic: isOn(run, 'i'),
    points: numberAt(run, 'sz', 'val') / 2,
    align: attribute(properties, 'jc', 'val') ?? 'left',
    style: attribute(properties, 'pStyle', 'val') ?? null,
    firstLine: numberAt(properties, 'ind', 'firstLine'),
    after: numberAt(properties, 'spacing', 'after'),
    line: numberAt(properties, 'spacing', 'line'),
    keepNext: isOn(properties, 'keepNext'),
    keepLines: isOn(properties, 'keepLines'),
    inTable,
    ruledIndent: ruled ? numberAt(properties, 'ind', 'left') : null,
  }
}

export async function openDocx(file: Uint8Array) {
  const parts = await readXml(file)
  const xml = parts.get('word/document.xml') ?? ''
  const paragraphs: Part[] = []
  let depth = 0
  for (const match of xml.matchAll(/<w:tbl>|<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs)) {
    if (match[0] === '<w:tbl>') depth += 1
    else if (match[0] === '</w:tbl>') depth -= 1
    else paragraphs.push(partOf(match[0], depth > 0))
  }
  const relations = parts.get('word/_rels/document.xml.rels') ?? ''
  const target = (id: string | undefined) => parts.get(`word/${relationTarget(relations, id)}`) ?? ''
  const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => {
    const referred = (part: 'header' | 'footer', type: string) =>
      target(
        new RegExp(`<w:${part}Reference[^>]*w:type="${type}"[^>]*r:id="([^"]+)"`).exec(section)?.[1] ??
          new RegExp(`<w:${part}Reference[^>]*r:id="([^"]+)"[^>]*w:type="${type}"`).exec(section)?.[1],
      )
    const header = (type: string) => referred('header', type)
    const footer = (type: string) => referred('footer', type)
    return {
      width: numberAt(section, 'pgSz', 'w'),
      height: numberAt(section, 'pgSz', 'h'),
      landscape: attribute(section, 'pgSz', 'orient') === 'landscape',
      margin: {
        top: numberAt(section, 'pgMar', 'top'),
        right: numberAt(section, 'pgMar', 'right'),
        bottom: numberAt(section, 'pgMar', 'bottom'),
        left: numberAt(section, 'pgMar', 'left'),
      },
      titlePage: isOn(section, 'titlePg'),
      pageStart: numberAt(section, 'pgNumType', 'start'),
      headers: { default: header('default'), first: header('first') },
      /** What stands at the foot of its first page, and how large. */
      foot: partOf(footer('first'), false),
    }
  })
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => {
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
    return {
      bordered: /<w:tblBorders>.*?w:val="single"/s.test(/<w:tblPr>.*?<\/w:tblPr>/s.exec(table)?.[0] ?? ''),
      headerRows: rows.filter((row) => isOn(row, 'tblHeader')).length,
      cantSplit: rows.every((row) => isOn(row, 'cantSplit')),
      rows: rows.map((row) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
          [...cell.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([each]) => partOf(each, true).text).join('\n'),
        ),
      ),
    }
  })
  return {
    paragraphs,
    sections,
    tables,
    text: paragraphs.map(({ text }) => text).join('\n'),
    styles: parts.get('word/styles.xml') ?? '',
    custom: parts.get('docProps/custom.xml') ?? '',
    /** The ruled line under a text, and how wide the text itself is at a size. */
    ruledAfter: (text: string) => {
      const at = paragraphs.findIndex((each) => each.text === text)
      const ruled = paragraphs.slice(at + 1).find(({ ruledIndent }) => ruledIndent !== null)
      return { indent: ruled?.ruledIndent ?? Number.NaN, width: (points: number) => boldWidth(text, points) }
    },
  }
}

function relationTarget(relations: string, id: string | undefined): string {
  const relation = [...relations.matchAll(/<Relationship [^>]*>/g)].find(([each]) =>
    each.includes(`Id="${id}"`),
  )
  return /Target="([^"]+)"/.exec(relation?.[0] ?? '')?.[1] ?? ''
}
