import type { QualitativeState } from '@tien-do/domain/indicator'
import { m } from '../../paraglide/messages.js'

const WORDS: Record<QualitativeState, () => string> = {
  not_started: m.entry_qualitative_not_started,
  in_progress: m.entry_qualitative_in_progress,
  done: m.entry_qualitative_done,
}

export const qualitativeInWords = (state: QualitativeState): string => WORDS[state]()
