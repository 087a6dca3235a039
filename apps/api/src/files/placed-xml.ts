// A document of `docx` with XML of our own in it: an empty element keeps the place, and is filled once the file is written.
import { type Document, FileChild, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Nobody can write it in a text: a `<` is escaped there. */
class Place extends FileChild {
  constructor(number: number) {
    super(`w:place${number}`)
  }
}

export interface PlacedXml {
  readonly place: (xml: string) => FileChild
  readonly pack: (document: Document) => Promise<Uint8Array>
}

/** What ends a section is a paragraph too: of a twentieth of a point, or it would carry an empty page where the last line is full. */
const SECTION_END = /<w:p><w:pPr><w:sectPr>/g
const NO_HEIGHT =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr><w:sectPr>'
const BODY = 'word/document.xml'
/** A file is written once and sent once: a quick pass is worth more than the last tenth of its size. */
const LEVEL = 3

export function placedXml(): PlacedXml {
  const placed: string[] = []
  return {
    place: (xml) => new Place(placed.push(xml) - 1),
    pack: async (document) => {
      const parts = unzipSync(await Packer.toBuffer(document))
      const written = strFromU8(parts[BODY] ?? new Uint8Array())
      const filled = written.replace(
        /<w:place(\d+)\/>/g,
        (_place, number: string) => placed[Number(number)] ?? '',
      )
      const body = filled.replace(SECTION_END, NO_HEIGHT)
      return zipSync(packed({ ...parts, [BODY]: strToU8(body) }))
    },
  }
}

/** Pictures are small already. */
function packed(parts: Readonly<Record<string, Uint8Array>>): Zippable {
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      [bytes, { level: name.endsWith('.png') ? 0 : LEVEL }],
    ]),
  )
}
