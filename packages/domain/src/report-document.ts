// A report as a document, before it is paper: what the preview shows and what the .docx and the .xlsx are written from.

import type { FigureBook } from './report-figures.ts'

export type ReportBlock =
  | {
      readonly kind: 'heading'
      /** 1 is "I. KẾT QUẢ", 2 "1. Kết quả", 3 "a) Kết quả". */
      readonly level: 1 | 2 | 3
      readonly key: string
      readonly text: string
    }
  | ReportParagraph
  | {
      readonly kind: 'chart'
      readonly key: string
      readonly indicator: string
      readonly caption: string
    }

export interface ReportParagraph {
  readonly kind: 'paragraph'
  /** Names the paragraph through all refreshes. */
  readonly key: string
  /** With tokens of figures. */
  readonly text: string
  /** What the figures wrote; differs from `text` once a person has edited it. */
  readonly drafted: string
  readonly edited: boolean
  /** Figures under an edited paragraph that say something else than when it was edited. */
  readonly changedFigures: readonly string[]
  /** Nobody has written it yet: a report should not go out with it. */
  readonly owed: boolean
}

/** A number that a sheet shows in the Vietnamese way; null prints as nothing. */
export type CellFormat = 'text' | 'count' | 'money' | `decimal:${number}`

export interface AppendixColumn {
  readonly key: string
  readonly title: string
  /** Share of the table's width. */
  readonly width: number
  readonly align: 'start' | 'center' | 'end'
}

export interface AppendixCell {
  /** As it is printed. */
  readonly text: string
  /** The same as a number, where it is one. */
  readonly number: number | null
  readonly format: CellFormat
}

export interface AppendixRow {
  /** One cell for each column; a row of a group has its title in the first. */
  readonly cells: readonly AppendixCell[]
  readonly group: boolean
  /** What the rows above add up to. */
  readonly total?: boolean
}

export interface ReportAppendix {
  readonly key: string
  /** "Phụ lục I"; without a numeral where there is only one. */
  readonly label: string
  readonly title: string
  readonly columns: readonly AppendixColumn[]
  readonly rows: readonly AppendixRow[]
  readonly note: string | null
}

export interface ReportDocument {
  /** Lines above the issuing agency, not bold; empty for a committee. */
  readonly superiorLines: readonly string[]
  readonly agencyLines: readonly string[]
  readonly numberLine: string
  readonly placeAndDay: string
  readonly title: string
  readonly abstract: string
  /** One stands on the line of "Kính gửi"; several stand below each other. */
  readonly addressees: readonly string[]
  readonly blocks: readonly ReportBlock[]
  /** The last sentence, without its `./.`. */
  readonly closing: string
  readonly recipients: readonly string[]
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  readonly signatureLines: readonly string[]
  /** Empty while nobody is named. */
  readonly signer: string
  readonly appendices: readonly ReportAppendix[]
  /** "(Kèm theo Báo cáo số … ngày … của …)". */
  readonly attachedTo: string
  /** The head of the plan's audit chain, in small print at the very end; null where there is none. */
  readonly proof: string | null
  readonly figures: FigureBook
}
