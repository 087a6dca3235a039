const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_PIXELS = 4_000

/** The sides of a PNG given as base64, read from its header; null where it is none, or too large to print. */
export function readPng(base64: string): { width: number; height: number } | null {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return null
  if (bytes.subarray(12, 16).toString('latin1') !== 'IHDR') return null
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const fits = (side: number) => side > 0 && side <= MOST_PIXELS
  return fits(width) && fits(height) ? { width, height } : null
}
