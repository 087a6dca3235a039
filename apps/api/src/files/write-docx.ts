// A document as .docx, laid out by Decree 30/2020/NĐ-CP, annex I, point by point.
import type { ReportDocument } from '@tien-do/domain/report-document'
import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { appendixOf } from './docx-appendix.ts'
import { bodyOf, footOf } from './docx-body.ts'
import { headOf } from './docx-head.ts'
import { BETWEEN, FONT, halfPoints, PAGE, SIZE } from './page.ts'
import { type PlacedXml, placedXml } from './placed-xml.ts'
import type { DocxJob } from './report-job.ts'
import { paragraphXml } from './word-xml.ts'

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
        children: [
          ...headOf(document),
          ...bodyOf(document, pictures, place),
          footOf(document),
          ...(document.appendices.length === 0 ? proofOf(document, place) : []),
        ],
      },
      ...document.appendices.map((appendix, at) => ({
        properties: { page: page(true), titlePage: true },
        headers: numberedFromTwo(),
        children: [
          ...appendixOf(appendix, document, place),
          ...(at === document.appendices.length - 1 ? proofOf(document, place) : []),
        ],
      })),
    ],
  })
  return pack(file)
}

/** The very last line, in small print. */
function proofOf({ proof }: ReportDocument, place: PlacedXml['place']): FileChild[] {
  return proof === null
    ? []
    : [place(paragraphXml(proof, { align: 'left', points: SIZE.proof, before: BETWEEN }))]
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
