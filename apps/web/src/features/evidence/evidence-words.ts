// What is wrong with a file or a link, and how large it is, in words.

import { MOST_EVIDENCE_BYTES } from '@tien-do/domain/evidence'
import { ApiProblem } from '../../lib/api.ts'
import { formatNumber } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'

const FAULTS: Readonly<Record<string, () => string>> = {
  name_missing: m.evidence_fault_name,
  kind_not_accepted: m.evidence_fault_kind,
  type_differs: m.evidence_fault_content,
  content_differs: m.evidence_fault_content,
  has_macros: m.evidence_fault_macros,
  empty_file: m.evidence_fault_empty,
  link_not_https: m.evidence_fault_link,
}

const BYTES_PER_MB = 1024 * 1024

export function faultSentence(code: string): string {
  return FAULTS[code]?.() ?? m.error_evidence_refused()
}

/** What became of a file that was not taken, and the way out. */
export function refusalSentence(error: unknown): string {
  if (error instanceof ApiProblem && error.code === 'evidence.refused')
    return faultSentence(error.faults[0]?.code ?? '')
  if (error instanceof ApiProblem && error.code === 'body.too-large') return tooLarge()
  return errorSentence(error)
}

export function tooLarge(): string {
  return m.evidence_fault_large({ limit: MOST_EVIDENCE_BYTES / BYTES_PER_MB })
}

/** "1,2 MB", "48 kB". */
export function sizeInWords(bytes: number): string {
  return bytes >= BYTES_PER_MB
    ? `${formatNumber(bytes / BYTES_PER_MB, 1)} MB`
    : `${Math.ceil(bytes / 1024)} kB`
}
