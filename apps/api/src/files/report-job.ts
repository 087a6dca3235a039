// What can be asked of the thread that makes files.
import type { AppendixColumn, AppendixRow, ReportDocument } from '@tien-do/domain/report-document'

/** A chart that was drawn: its sides in pixels. */
export interface Picture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

export interface DocxJob {
  readonly kind: 'docx'
  readonly document: ReportDocument
  /** By the code of the indicator. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** Written into the file's own properties. */
  readonly properties: Readonly<Record<string, string>>
}

/** One table as a sheet: what stands above it, its columns, its rows with numbers as numbers. */
export interface SheetPage {
  readonly name: string
  readonly heading: readonly string[]
  readonly columns: readonly AppendixColumn[]
  readonly rows: readonly AppendixRow[]
  readonly note: string | null
  /** Columns (from 0) in which the last row adds up those above it; a blank sum stays blank. */
  readonly sums?: readonly number[]
}

export interface XlsxJob {
  readonly kind: 'xlsx'
  readonly book: {
    readonly title: string
    readonly properties: Readonly<Record<string, string>>
    readonly sheets: readonly SheetPage[]
  }
}

export type FileJob = DocxJob | XlsxJob
