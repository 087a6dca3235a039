// Reads a zip as far as the tests need it: the central directory, stored and deflated entries, as text.
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30

/** The texts of all entries, by their names. */
export async function readXml(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = Buffer.from(file)
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  const texts = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const local = zip.readUInt32LE(at + 42)
    const key = zip.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + name!)
    const from = local + LOCAL_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + size)
    texts.set(key, (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'))
    at += ENTRY_LENGTH + name! + extra! + comment!
  }
  return texts
}
