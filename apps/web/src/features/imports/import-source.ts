// What is to be imported: a file as it is, byte for byte, or a block pasted from a sheet.

import type { Delimiter } from '@tien-do/domain/import-options'
import { m } from '../../paraglide/messages.js'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export type MediaType = 'text/csv' | 'application/x-ndjson' | 'application/json' | typeof XLSX

export interface ImportSource {
  /** Made once per file: sending the same file twice writes it once. */
  readonly id: string
  readonly name: string
  readonly mediaType: MediaType
  readonly delimiter: Delimiter
  readonly body: Blob
}

export type RefusedFile = 'excel' | 'not_a_table' | 'empty'

const MEDIA_TYPE: Readonly<Record<string, MediaType>> = {
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
  xlsx: XLSX,
}
const EXCEL = ['xls', 'xlsm', 'xlsb', 'ods']

export const ACCEPTED = Object.keys(MEDIA_TYPE)
  .map((extension) => `.${extension}`)
  .join(',')

/** By its name: browsers call the same CSV by many types. */
export function sourceOfFile(file: File): ImportSource | RefusedFile {
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  if (EXCEL.includes(extension)) return 'excel'
  const mediaType = MEDIA_TYPE[extension]
  if (!mediaType) return 'not_a_table'
  if (file.size === 0) return 'empty'
  return { id: randomId(), name: file.name, mediaType, delimiter: 'auto', body: file }
}

/** Sheets put a tab between two cells. */
export function sourceOfPaste(text: string): ImportSource {
  return {
    id: randomId(),
    name: m.import_paste_name(),
    mediaType: 'text/csv',
    delimiter: text.includes('\t') ? 'tab' : 'auto',
    body: new Blob([text]),
  }
}

/** What a pasted block holds, at a glance; a line break inside quotation marks is no row. */
export function sizeOfPaste(text: string): { columns: number; rows: number } {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  const columns = (lines[0]?.match(/\t/g)?.length ?? 0) + 1
  return { columns, rows: Math.max(0, lines.length - 1) }
}

/** `randomUUID` is missing where the house is reached by http in the office's own network. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
