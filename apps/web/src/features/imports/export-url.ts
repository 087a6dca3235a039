import type { ImportResource } from '@tien-do/domain/import-options'
import { getLocale } from '../../paraglide/runtime.js'

interface Wanted {
  readonly format: 'xlsx' | 'csv'
  /** Only the headings, to be filled in. */
  readonly template?: boolean
}

/** Where the rows of a resource lie as a file, with headings in the language of the screen. */
export function exportUrl(plan: string, resource: ImportResource, { format, template }: Wanted): string {
  const query = new URLSearchParams({ format, language: getLocale() })
  if (template) query.set('template', 'true')
  return `/api/v1/plans/${encodeURIComponent(plan)}/exports/${resource}?${query}`
}
