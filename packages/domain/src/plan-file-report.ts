// How the yearly report of a plan is laid out, where the plan brings its own sections.

import { pointerStep, type Report } from './plan-file-fault.ts'
import {
  code,
  list,
  nullable,
  object,
  oneOf,
  type Read,
  since,
  slug,
  text,
  typeName,
  UNREAD,
} from './plan-file-reader.ts'
import {
  APPENDIX_KINDS,
  PLACEHOLDERS,
  REPORT_PARTS,
  type ReportSection,
  type ReportTemplate,
} from './report-template.ts'

/** Two levels of headings, I and 1: below them stand the points that are drafted. */
const none: Read<readonly []> = (value, pointer, report) => {
  if (Array.isArray(value) && value.length === 0) return []
  if (Array.isArray(value)) report(pointer, 'out_of_range', { value: value.length, max: 0 })
  else report(pointer, 'wrong_type', { expected: 'array', found: typeName(value) })
  return UNREAD
}

const section = (inner: Read<readonly ReportSection[]>): Read<ReportSection> =>
  object({
    key: slug,
    title: text,
    part: since(null, nullable(oneOf(REPORT_PARTS))),
    text: since(null, nullable(text)),
    sections: since([], inner),
  })

export const readReportTemplate: Read<ReportTemplate> = object({
  title: text,
  abstract: text,
  opening: text,
  closing: text,
  typeSymbol: code,
  sections: list(section(list(section(none))), 1),
  appendices: list(object({ kind: oneOf(APPENDIX_KINDS), title: text })),
})

/** Keys and parts are each used once, so that a paragraph is found again; words name only what the report knows. */
export function checkReportTemplate(template: ReportTemplate | null, report: Report): void {
  if (template === null) return
  const at = '/reportTemplate'
  for (const name of ['title', 'abstract', 'opening', 'closing'] as const)
    checkPlaceholders(template[name], `${at}/${name}`, report)
  template.appendices.forEach(({ title }, index) => {
    checkPlaceholders(title, `${at}/appendices/${index}/title`, report)
  })
  checkSections(template.sections, `${at}/sections`, { keys: new Map(), parts: new Map() }, report)
}

interface Used {
  readonly keys: Map<string, string>
  readonly parts: Map<string, string>
}

function checkSections(sections: readonly ReportSection[], at: string, used: Used, report: Report): void {
  sections.forEach(({ key, title, part, text: words, sections: inner }, index) => {
    const pointer = at + pointerStep(index)
    reportTwice(used.keys, key, `${pointer}/key`, report)
    if (part !== null) reportTwice(used.parts, part, `${pointer}/part`, report)
    checkPlaceholders(title, `${pointer}/title`, report)
    if (words !== null) checkPlaceholders(words, `${pointer}/text`, report)
    if (part === null && words === null && inner.length === 0)
      report(pointer, 'empty_section', { value: key })
    checkSections(inner, `${pointer}/sections`, used, report)
  })
}

function reportTwice(seen: Map<string, string>, value: string, pointer: string, report: Report): void {
  const first = seen.get(value)
  if (first === undefined) seen.set(value, pointer)
  else report(pointer, 'duplicate_entry', { value, first })
}

function checkPlaceholders(words: string, pointer: string, report: Report): void {
  for (const [, name = ''] of words.matchAll(/\{([^{}]*)\}/g))
    if (!(PLACEHOLDERS as readonly string[]).includes(name))
      report(pointer, 'unknown_placeholder', { value: name, allowed: PLACEHOLDERS })
}
