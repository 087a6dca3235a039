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

const BODY = 'word/document.xml'
/** A file is written once and sent once: a quick pass is worth more than the last tenth of its size. */
const LEVEL = 3

export function placedXml(): PlacedXml {
  const placed: string[] = []
  return {
    place: (xml) => new Place(placed.push(xml) - 1),
    pack: async (document) => {
      const parts = unzipSync(await Packer.toBuffer(document))
      const body = strFromU8(parts[BODY] ?? new Uint8Array())
      const filled = body.replace(
        /<w:place(\d+)\/>/g,
        (_place, number: string) => placed[Number(number)] ?? '',
      )
      return zipSync(packed({ ...parts, [BODY]: strToU8(filled) }))
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
