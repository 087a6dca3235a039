// The text of the document, and its foot: recipients on the left, level with the signer's title on the right.
import type { ReportBlock, ReportDocument } from '@tien-do/domain/report-document'
import { plainText } from '@tien-do/domain/report-figures'
import { AlignmentType, type FileChild, HeadingLevel, ImageRun, Paragraph, type Table } from 'docx'
import { centred, run, sideBySide } from './docx-parts.ts'
import { BETWEEN, INDENT, LINE, SIZE, TEXT_WIDTH } from './page.ts'
import type { PlacedXml } from './placed-xml.ts'
import type { Picture } from './report-job.ts'
import { type ParagraphLook, paragraphXml } from './word-xml.ts'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const SPACING = { before: 0, after: BETWEEN, line: LINE, lineRule: 'auto' } as const
const TEXT: ParagraphLook = { align: 'both', firstLine: INDENT, after: BETWEEN, line: LINE }

export function bodyOf(
  document: ReportDocument,
  pictures: ReadonlyMap<string, Picture>,
  place: PlacedXml['place'],
): FileChild[] {
  const last = document.blocks.at(-1)
  // The last paragraph goes with the closing words, and they with the signature: it never stands alone on a page.
  const text = document.blocks.flatMap((block) => blockOf(block, document, pictures, place, block === last))
  return [
    ...text,
    place(paragraphXml(`${document.closing}./.`, { ...TEXT, keepNext: true, keepLines: true })),
  ]
}

function blockOf(
  block: ReportBlock,
  document: ReportDocument,
  pictures: ReadonlyMap<string, Picture>,
  place: PlacedXml['place'],
  keepNext: boolean,
): FileChild[] {
  if (block.kind === 'paragraph')
    return [place(paragraphXml(plainText(block.text, document.figures), { ...TEXT, keepNext }))]
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: HEADINGS[block.level],
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: INDENT },
        spacing: SPACING,
        keepNext: true,
        children: [run(block.text, { bold: block.level < 3 })],
      }),
    ]
  const picture = pictures.get(block.indicator)
  return picture
    ? [
        drawn(picture, block.caption),
        centred(block.caption, { italics: true, points: 13 }, { spacing: SPACING }),
      ]
    : []
}

const PICTURE_WIDTH_PX = 560

function drawn({ png, width, height }: Picture, caption: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: BETWEEN, after: BETWEEN },
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: PICTURE_WIDTH_PX, height: Math.round((PICTURE_WIDTH_PX * height) / width) },
        altText: { name: caption, title: caption, description: caption },
      }),
    ],
  })
}

const RECIPIENTS_WIDTH = 4_200
/** Room for the signature and the stamp. */
const SIGNATURE_SPACE = 1_500

export function footOf({ recipients, signatureLines, signer }: ReportDocument): Table {
  const list = recipients.map((name, index) =>
    leftLine(`- ${name}${index === recipients.length - 1 ? '.' : ';'}`, { points: SIZE.recipientList }),
  )
  const left = [leftLine('Nơi nhận:', { points: SIZE.recipients, bold: true, italics: true }), ...list]
  const right = [
    ...signatureLines.map((line) => centred(line, { bold: true }, { keepNext: true })),
    centred(
      signer,
      { bold: true },
      { spacing: { before: SIGNATURE_SPACE, after: 0, line: 240, lineRule: 'auto' } },
    ),
  ]
  return sideBySide([RECIPIENTS_WIDTH, TEXT_WIDTH - RECIPIENTS_WIDTH], [[left, right]])
}

function leftLine(text: string, look: Parameters<typeof run>[1]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
    children: [run(text, look)],
  })
}
