// A snapshot, a template and what people chose and edited make one document: the same for the screen and for paper.

import { type Day, yearOf } from './day.ts'
import { formatCount } from './number-vi.ts'
import { appendixTable, hasAppendix } from './report-appendix.ts'
import type { ReportAppendix, ReportBlock, ReportDocument } from './report-document.ts'
import { collectFigures, type FigureBook, plainText, tokensIn } from './report-figures.ts'
import { type LetterheadChoice, letterheadOn } from './report-letterhead.ts'
import { type Drafting, type DraftParagraph, draftPart } from './report-parts.ts'
import type { ReportSnapshot } from './report-snapshot.ts'
import {
  arranged,
  filled,
  type Placeholder,
  type ReportSection,
  type ReportTemplate,
} from './report-template.ts'
import { numberLine, placeAndDay, pointLetter, roman, shortDay } from './report-words.ts'

/** A person's words instead of the drafted ones, and what the figures said when they were written. */
export interface ParagraphEdit {
  readonly text: string
  readonly seen: Readonly<Record<string, string>>
}

export interface ReportChoices {
  readonly sections: readonly { readonly key: string; readonly on: boolean }[]
  readonly letterhead: LetterheadChoice
  readonly edits: Readonly<Record<string, ParagraphEdit>>
  /** Charts after the section of the given key. */
  readonly charts: readonly { readonly section: string; readonly indicator: string }[]
  /** The issued report that this one takes the place of; null where it is the year's first. */
  readonly corrects: { readonly numberLine: string; readonly on: Day } | null
}

export interface IssuedAs {
  readonly number: number | null
  readonly on: Day | null
}

interface Composing {
  readonly drafting: Drafting
  readonly fill: (text: string) => string
  readonly choices: ReportChoices
  readonly book: FigureBook
}

/**
 * The document of a report on a day: names and recipients as they are valid on that day, sentences drafted from the
 * snapshot, edited paragraphs kept with their figures brought up to date.
 */
export function composeReport(
  snapshot: ReportSnapshot,
  template: ReportTemplate,
  choices: ReportChoices,
  issued: IssuedAs,
  on: Day,
): ReportDocument {
  const letterhead = letterheadOn(snapshot.plan, on, template.typeSymbol, choices.letterhead)
  const { book, put } = collectFigures()
  const kinds = template.appendices.filter(({ kind }) => hasAppendix(kind, snapshot))
  const labels = new Map(kinds.map(({ kind }, index) => [kind, labelOf(index, kinds.length)]))
  const drafting: Drafting = {
    snapshot,
    put,
    issuer: letterhead.issuer,
    labelOf: (kind) => labels.get(kind) ?? null,
  }
  const fill = filler(snapshot, letterhead.issuer)
  const composing: Composing = { drafting, fill, choices, book }
  const opening = paragraphs(
    [
      { key: 'mo-dau', text: fill(template.opening) },
      ...replacing(choices.corrects, letterhead.issuer, template),
    ],
    composing,
  )
  const sections = arranged(template.sections, choices.sections)
  const blocks = [
    ...opening,
    ...sections.flatMap((section, index) => sectionBlocks(section, [index], composing)),
  ]
  const closing = paragraphs([{ key: 'ket', text: fill(template.closing) }], composing)[0]
  const issuerName = letterhead.issuer
  return {
    superiorLines: letterhead.superiorLines,
    agencyLines: letterhead.agencyLines,
    numberLine: numberLine(issued.number, letterhead.symbol),
    placeAndDay: placeAndDay(letterhead.place, issued.on, yearOf(on)),
    title: template.title.toUpperCase(),
    abstract: fill(template.abstract),
    addressees: letterhead.addressees,
    blocks,
    closing: closing?.kind === 'paragraph' ? plainText(closing.text, book).replace(/\.$/, '') : '',
    recipients: letterhead.recipients,
    signatureLines: letterhead.signatureLines,
    signer: letterhead.signer,
    appendices: kinds.map(
      ({ kind, title }): ReportAppendix => ({
        key: kind,
        label: labels.get(kind) ?? '',
        title: fill(title),
        ...appendixTable(kind, snapshot),
      }),
    ),
    attachedTo: `(Kèm theo ${template.title} ${attachedNumber(issued, letterhead.symbol, yearOf(on))} của ${issuerName})`,
    proof: proofOf(snapshot),
    figures: book,
  }
}

/** A correction names what it takes the place of: of the same form, under a number of its own (Decree 30/2020, article 18). */
function replacing(
  corrects: ReportChoices['corrects'],
  issuer: string,
  { title }: ReportTemplate,
): DraftParagraph[] {
  if (corrects === null) return []
  const number = corrects.numberLine.replace('Số:', 'số')
  return [
    {
      key: 'thay-the',
      text: `${title} này thay thế ${title} ${number} ngày ${shortDay(corrects.on)} của ${issuer}.`,
    },
  ]
}

/** Whoever keeps it can later hold the plan's journal against it. */
function proofOf({ auditHead, plan }: ReportSnapshot): string | null {
  return auditHead === null
    ? null
    : `Mã đối chiếu nhật ký của Kế hoạch ở bản cập nhật ${formatCount(plan.revision)} (SHA-256): ${auditHead}`
}

function labelOf(index: number, of: number): string {
  return of === 1 ? 'Phụ lục' : `Phụ lục ${roman(index + 1)}`
}

/** The number and the day stay blank on an electronic document until they are given. */
function attachedNumber({ number, on }: IssuedAs, symbol: string, year: number): string {
  const line = numberLine(number, symbol).replace('Số:', 'số')
  return on === null ? `${line} ngày      tháng      năm ${year}` : `${line} ngày ${shortDay(on)}`
}

function filler(snapshot: ReportSnapshot, issuer: string): (text: string) => string {
  const { plan, year, asOf } = snapshot
  const { document } = plan
  const numbered = document.number
    ? `${document.kind} số ${document.number}${document.issuedOn ? ` ngày ${shortDay(document.issuedOn)}` : ''} về ${plan.title}`
    : `${document.kind} ${plan.title}`
  const values: Readonly<Record<Placeholder, string>> = {
    issuer,
    plan: plan.title,
    planShort: plan.shortTitle,
    basis: numbered,
    year: String(year),
    nextYear: String(year + 1),
    asOf: shortDay(asOf),
  }
  return (text) => filled(text, values)
}

/** Headings by depth: I, then 1, then a). */
function sectionBlocks(
  section: ReportSection,
  place: readonly number[],
  composing: Composing,
): ReportBlock[] {
  const level = place.length as 1 | 2
  const index = place.at(-1) ?? 0
  const title = composing.fill(section.title)
  const heading: ReportBlock = {
    kind: 'heading',
    level,
    key: `muc:${section.key}`,
    text: level === 1 ? `${roman(index + 1)}. ${title.toUpperCase()}` : `${index + 1}. ${title}`,
  }
  const drafts: DraftParagraph[] = [
    ...(section.text === null ? [] : [{ key: `${section.key}:loi`, text: composing.fill(section.text) }]),
    ...(section.part === null ? [] : draftPart(section.part, composing.drafting)),
  ]
  const inner = section.sections.flatMap((each, at) => sectionBlocks(each, [...place, at], composing))
  return [heading, ...paragraphs(drafts, composing), ...chartsAfter(section, composing), ...inner]
}

function chartsAfter({ key }: ReportSection, { choices, drafting }: Composing): ReportBlock[] {
  return choices.charts
    .filter(({ section }) => section === key)
    .flatMap(({ indicator: code }) => {
      const indicator = drafting.snapshot.indicators.find((each) => each.code === code)
      return indicator
        ? [
            {
              kind: 'chart' as const,
              key: `bieu-do:${code}`,
              indicator: code,
              caption: `Biểu đồ: ${indicator.name}`,
            },
          ]
        : []
    })
}

/** Each run of one point gets its lettered heading; an edit replaces the drafted words. */
function paragraphs(drafts: readonly DraftParagraph[], { choices, book }: Composing): ReportBlock[] {
  const blocks: ReportBlock[] = []
  let point: string | undefined
  let points = 0
  for (const draft of drafts) {
    if (draft.point !== undefined && draft.point !== point)
      blocks.push({
        kind: 'heading',
        level: 3,
        key: `${draft.key}:y`,
        text: `${pointLetter(points++)}) ${draft.point}`,
      })
    point = draft.point
    const edit = choices.edits[draft.key]
    const seen = edit?.seen ?? {}
    blocks.push({
      kind: 'paragraph',
      key: draft.key,
      text: edit?.text ?? draft.text,
      drafted: draft.text,
      edited: edit !== undefined,
      changedFigures: Object.keys(seen).filter((key) => (book[key]?.text ?? null) !== seen[key]),
      owed: draft.owed === true && edit === undefined,
    })
  }
  return blocks
}

/** What the figures under a paragraph say now: kept with an edit, so that a later change of them is noticed. */
export function figuresUnder(texts: readonly string[], book: FigureBook): Record<string, string> {
  const keys = new Set(texts.flatMap(tokensIn))
  return Object.fromEntries([...keys].flatMap((key) => (book[key] ? [[key, book[key].text]] : [])))
}
