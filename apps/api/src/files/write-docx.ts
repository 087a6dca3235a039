// A document as .docx, laid out by Decree 30/2020/NĐ-CP, annex I, point by point.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { appendixOf } from './docx-appendix.ts'
import { bodyOf, footOf } from './docx-body.ts'
import { headOf } from './docx-head.ts'
import { run } from './docx-parts.ts'
import { FONT, halfPoints, PAGE, SIZE } from './page.ts'
import { placedXml } from './placed-xml.ts'
import type { DocxJob } from './report-job.ts'

const HEADING = { run: { font: FONT, size: halfPoints(SIZE.body), color: '000000' } }

export async function writeDocx({ document, pictures, properties }: DocxJob): Promise<Uint8Array> {
  const { place, pack } = placedXml()
  const file = new Document({
    title: document.abstract,
    creator: document.agencyLines.join(' '),
    description: document.abstract,
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: halfPoints(SIZE.body), color: '000000', language: { value: 'vi-VN' } },
        },
        heading1: HEADING,
        heading2: HEADING,
        heading3: HEADING,
      },
    },
    sections: [
      {
        properties: { page: page(false), titlePage: true },
        headers: numberedFromTwo(),
        footers: footersOf(document.appendices.length === 0 ? document.proof : null),
        children: [...headOf(document), ...bodyOf(document, pictures, place), footOf(document)],
      },
      ...document.appendices.map((appendix, at) => ({
        properties: { page: page(true), titlePage: true },
        headers: numberedFromTwo(),
        footers: footersOf(at === document.appendices.length - 1 ? document.proof : null),
        children: appendixOf(appendix, document, place),
      })),
    ],
  })
  return pack(file)
}

/** In small print at the foot of the last part's first page, where it takes no room from the text. */
function footersOf(proof: string | null) {
  const small = (text: string) =>
    new Footer({ children: [new Paragraph({ children: [run(text, { points: SIZE.proof })] })] })
  return { first: small(proof ?? ''), default: small('') }
}

/** A page that lies keeps its margins; each section counts its pages from 1. */
function page(landscape: boolean) {
  const { width, height, top, bottom, left, right, header } = PAGE
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    size: { width, height, orientation },
    margin: { top, bottom, left, right, header, footer: header },
    pageNumbers: { start: 1 },
  }
}

/** The number stands in the middle of the top margin, and not on the first page. */
function numberedFromTwo() {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(SIZE.body) })],
  })
  return { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph({})] }) }
}
