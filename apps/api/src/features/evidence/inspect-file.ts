// What a file is, by its bytes: its kind by a library that knows many, its macros by the names inside it. Nothing is unpacked.
import { fileTypeFromFile } from 'file-type'
import yauzl from 'yauzl'

export interface Inspected {
  /** Media type; null where nobody knows. */
  readonly sniffed: string | null
  readonly macros: boolean
}

/** Where office files keep macros: VBA projects, Excel 4 sheets, OpenDocument scripts. */
const MACROS = /(?:^|\/)(?:vba(?:project|data)[^/]*|macrosheets|basic|scripts)(?:\/|$)|\.bas$/i
const MOST_ENTRIES = 20_000

export async function inspectFile(path: string): Promise<Inspected> {
  const sniffed = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? null
  return { sniffed, macros: await hasMacros(path, sniffed) }
}

/** Reads the list of names at a zip's end; one that cannot be listed is trusted as little as one with macros. */
async function hasMacros(path: string, sniffed: string | null): Promise<boolean> {
  if (sniffed === null || !isZip(sniffed)) return false
  if (sniffed.toLowerCase().includes('macroenabled')) return true
  try {
    const zip = await yauzl.openPromise(path, { autoClose: true })
    let entries = 0
    for await (const { fileName } of zip.eachEntry()) {
      entries += 1
      if (MACROS.test(fileName) || entries > MOST_ENTRIES) return true
    }
    return false
  } catch {
    return true
  }
}

function isZip(mediaType: string): boolean {
  return /zip|officedocument|opendocument|macroenabled/i.test(mediaType)
}
