// What can be asked of the thread that makes files.
import type { ReportChoices } from '@tien-do/domain/compose-report'
import type { Day } from '@tien-do/domain/day'
import type { AppendixColumn, AppendixRow, ReportDocument } from '@tien-do/domain/report-document'
import type { ReportTemplate } from '@tien-do/domain/report-template'

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

export const REPORT_FORMATS = ['docx', 'xlsx', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** A report of the ward as it is stored. */
export interface ReportJob {
  readonly kind: 'report'
  readonly format: ReportFormat
  readonly head: {
    readonly report: string
    readonly year: number
    readonly state: string
    readonly number: number | null
    readonly issuedOn: string | null
    /** Of the snapshot's canonical JSON. */
    readonly sha256: string
  }
  /** The snapshot to the letter. */
  readonly content: string
  /** As it was issued; or what a draft is composed from. */
  readonly made:
    | { readonly document: ReportDocument }
    | { readonly template: ReportTemplate; readonly choices: ReportChoices; readonly on: Day }
  readonly pictures: ReadonlyMap<string, Picture>
}

export type FileJob = DocxJob | XlsxJob | ReportJob
