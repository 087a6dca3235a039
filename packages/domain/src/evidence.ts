// What shows that a figure, a task or an item is as it was said: files of a few well-known kinds, and links.

/** What evidence can be about, and the word its code is written in. */
export const EVIDENCE_RESOURCES = [
  'measurement',
  'task',
  'sub-task',
  'checklist-item',
  'obstacle',
  'report',
] as const
export type EvidenceResource = (typeof EVIDENCE_RESOURCES)[number]

/** The code of the ward's own report as a subject; a department's report is named by its department. */
export const WARD_REPORT = 'ward'

/** A figure is named by its indicator and area, not by its revision: evidence outlives a correction. */
export interface EvidenceSubject {
  readonly resource: EvidenceResource
  readonly code: string
  /** The year it speaks for; null where it speaks for no year in particular. */
  readonly year: number | null
}

export const MOST_EVIDENCE_BYTES = 20 * 1024 * 1024
export const MOST_EVIDENCE_OF_SUBJECT = 20

/** The kinds of files that are taken, by the ending of their names. */
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
} as const

export type EvidenceMediaType = (typeof EVIDENCE_TYPES)[keyof typeof EVIDENCE_TYPES]

export type EvidenceFault =
  | 'name_missing'
  | 'kind_not_accepted'
  | 'type_differs'
  | 'content_differs'
  | 'has_macros'
  | 'empty_file'

/** The last part of a name after its dot, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** A name without its folders and without what would mislead: control and direction marks, quotes of a shell. */
export function fileNameOf(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  return last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim()
}

/** Before a file is read: its name ends in a kind that is taken, and it is declared as what it ends in. */
export function declaredFault(name: string, declared: string): EvidenceFault | null {
  const clean = fileNameOf(name)
  if (clean === '') return 'name_missing'
  const expected = typeOfName(clean)
  if (expected === null) return 'kind_not_accepted'
  return expected === declared ? null : 'type_differs'
}

/** Once it is read: it is what it says it is, and carries no macros. `sniffed` is null where nobody knows. */
export function contentFault(
  name: string,
  content: { readonly bytes: number; readonly sniffed: string | null; readonly macros: boolean },
): EvidenceFault | null {
  if (content.bytes === 0) return 'empty_file'
  if (content.macros) return 'has_macros'
  return content.sniffed === typeOfName(fileNameOf(name)) ? null : 'content_differs'
}

function typeOfName(name: string): EvidenceMediaType | null {
  const extension = extensionOf(name)
  return Object.hasOwn(EVIDENCE_TYPES, extension)
    ? EVIDENCE_TYPES[extension as keyof typeof EVIDENCE_TYPES]
    : null
}

const LINK = /^https:\/\/[^\s/?#:@\\]+(?::\d{1,5})?(?:[/?#]\S*)?$/

/** Links go to a page over https, without a name and password in them. */
export function isEvidenceLink(url: string): boolean {
  return LINK.test(url)
}

/** The code of a figure as a subject: `FB-02` for the ward, `FB-02/TDP-05` for an area. */
export function figureCode(indicator: string, area: string | null): string {
  return area === null ? indicator : `${indicator}/${area}`
}

/** Figures of one year and how many of them have evidence; evidence of the whole indicator covers all its areas. */
export interface EvidenceRate {
  readonly figures: number
  readonly withEvidence: number
}

/** Of the areas (or the ward) with an approved figure of the year, those with evidence; a figure counts once a year. */
export function evidenceRate(
  indicator: string,
  areas: readonly (string | null)[],
  evidenced: ReadonlySet<string>,
): EvidenceRate {
  const figures = [...new Set(areas.map((area) => figureCode(indicator, area)))]
  const whole = evidenced.has(figureCode(indicator, null))
  return {
    figures: figures.length,
    withEvidence: figures.filter((code) => whole || evidenced.has(code)).length,
  }
}
