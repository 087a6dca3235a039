// Files as people and attackers send them, made in memory: small office files are zips without compression.
import { crc32, deflateRawSync } from 'node:zlib'

interface ZipEntry {
  readonly name: string
  readonly content: string | Buffer
  /** Compressed; otherwise stored. */
  readonly deflate?: boolean
}

/** A zip of these entries, by the format's own layout (APPNOTE 4.3). */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, deflate = false } of entries) {
    const plain = Buffer.from(content)
    const data = deflate ? deflateRawSync(plain) : plain
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(deflate ? 8 : 0, 4)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(plain.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared, rest, Buffer.from(name)]),
    )
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const contentTypes = (main: string): ZipEntry => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`,
})
const DOCUMENT: ZipEntry = { name: 'word/document.xml', content: '<w:document/>' }

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
export const DOCX = zipOf([contentTypes(WORD), DOCUMENT])
/** Says that it is a document without macros, and carries some. */
export const DOCX_WITH_MACROS = zipOf([
  contentTypes(WORD),
  DOCUMENT,
  { name: 'word/vbaProject.bin', content: 'x' },
])
export const DOCM = zipOf([
  contentTypes('application/vnd.ms-word.document.macroEnabled'),
  DOCUMENT,
  { name: 'word/vbaProject.bin', content: 'x' },
])
export const ODT = zipOf([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
  { name: 'content.xml', content: '<x/>' },
])
export const ODT_WITH_MACROS = zipOf([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
  { name: 'Basic/Standard/Module1.xml', content: '<x/>' },
])
/** Some tens of kilobytes that would be `megabytes` when unpacked. */
export const bomb = (megabytes: number) =>
  zipOf([
    contentTypes(WORD),
    { name: 'word/document.xml', content: Buffer.alloc(megabytes * 1024 * 1024), deflate: true },
  ])

export const TYPES = { docx: WORD, odt: 'application/vnd.oasis.opendocument.text' } as const
