// Text that is no UTF-8, as older programs save it: recognised by whether its words are Vietnamese.
import type { Encoding } from '@tien-do/domain/import-options'
import { recogniseLegacy, syllables } from '@tien-do/domain/legacy-text'

export interface DecodedText {
  readonly text: string
  /** Null where the letters are those of a font, which whoever reads the cells will recognise. */
  readonly encoding: 'windows-1258' | null
}

const LOOKED_AT = 64 * 1024
const FEWEST_WORDS = 2

/** Null where nobody could say what it is. */
export function decodeText(body: Buffer, encoding: Encoding): DecodedText | null {
  if (body[0] === 0xff && body[1] === 0xfe) return { text: decode('utf-16le', body), encoding: null }
  const found = encoding === 'auto' ? recognise(body.subarray(0, LOOKED_AT)) : encoding
  if (found === 'windows-1258')
    return { text: decode('windows-1258', body).normalize('NFC'), encoding: 'windows-1258' }
  if (found === 'tcvn3' || found === 'vni') return { text: decode('latin1', body), encoding: null }
  return null
}

function recognise(start: Buffer): Encoding | null {
  const asLatin = decode('latin1', start)
  const windows = syllables(decode('windows-1258', start))
  const legacy = recogniseLegacy(asLatin)
  if (legacy === null) return windows >= FEWEST_WORDS ? 'windows-1258' : null
  return windows >= legacy.words ? 'windows-1258' : legacy.script
}

function decode(encoding: 'latin1' | 'utf-16le' | 'windows-1258', body: Buffer): string {
  if (encoding === 'latin1') return body.toString('latin1')
  return new TextDecoder(encoding).decode(body)
}
