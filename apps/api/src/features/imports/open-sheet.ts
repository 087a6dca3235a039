// From the bytes of a request to a sheet: checked against its digest, inflated within bounds, read by its content type.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Columns } from '@tien-do/domain/import-columns'
import { AppError } from '../../core/errors.ts'
import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readJson, readNdjson } from './read-json.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Sheet, SheetOptions, SheetReader } from './sheet.ts'

export interface ImportSource {
  readonly contentType: string
  readonly body: Buffer
  readonly contentEncoding?: string | undefined
  readonly contentDigest?: string | undefined
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type AnyReader = SheetReader | typeof readXlsx
const READERS: Readonly<Record<string, AnyReader>> = {
  'text/csv': readCsv,
  'application/x-ndjson': readNdjson,
  'application/json': readJson,
  [XLSX]: readXlsx,
}
export const CONTENT_TYPES = Object.keys(READERS)

const MOST_INFLATED = 200 * 1024 * 1024
const inflate = promisify(gunzip)

/** Throws `media-type.unsupported`. */
export function readerOf({ contentType }: Pick<ImportSource, 'contentType'>): AnyReader {
  const reader = READERS[contentType.split(';')[0]?.trim().toLowerCase() ?? '']
  if (!reader) throw new AppError('media-type.unsupported')
  return reader
}

/** The sheet, and the sha-256 of the file itself. */
export async function openSheet<Column extends string>(
  source: ImportSource,
  columns: Columns<Column>,
  options: SheetOptions,
): Promise<{ sheet: Sheet<Column>; checksum: string }> {
  const reader = readerOf(source)
  checkDigest(source)
  const body = await inflated(source)
  const checksum = createHash('sha256').update(body).digest('hex')
  if (reader === readXlsx || isUtf8(body)) return { sheet: await reader(body, columns, options), checksum }
  const decoded = reader === readCsv ? decodeText(body, options.encoding) : null
  if (decoded === null) throw new AppError('import.not-utf8')
  const sheet = await reader(Buffer.from(decoded.text), columns, options)
  const encoding = decoded.encoding
  return {
    sheet: encoding ? { ...sheet, reading: () => ({ ...sheet.reading(), encoding }) } : sheet,
    checksum,
  }
}

/** Content-Digest (RFC 9530) is of the bytes as they were sent, before they are inflated. */
function checkDigest({ contentDigest, body }: ImportSource): void {
  if (contentDigest === undefined) return
  const given = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(contentDigest)?.[1]
  if (given !== createHash('sha256').update(body).digest('base64')) throw new AppError('digest.mismatch')
}

async function inflated({ contentEncoding, body }: ImportSource): Promise<Buffer> {
  if (contentEncoding === undefined || contentEncoding === 'identity') return body
  if (contentEncoding !== 'gzip') throw new AppError('media-type.unsupported')
  try {
    return await inflate(body, { maxOutputLength: MOST_INFLATED })
  } catch (error) {
    throw new AppError(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'body.too-large' : 'malformed-body',
      { cause: error },
    )
  }
}
