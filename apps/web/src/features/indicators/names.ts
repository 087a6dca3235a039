// What an indicator is called, and all by which it may be looked for.

import { getLocale } from '../../paraglide/runtime.js'
import type { Indicator } from './status.ts'

const isEnglish = getLocale() === 'en'

/** The plan's own name; the English one where the screen speaks English. */
export function nameOf({ name, nameEn }: { name: string; nameEn: string }): string {
  return isEnglish ? nameEn : name
}

/** All by which an indicator may be looked for: also by the plan's own words, which people know by heart. */
export function searchText({ code, name, nameEn, owner, targets }: Indicator): string {
  return [code, name, nameEn, owner?.name, ...targets.map(({ text }) => text)].join(' ')
}
