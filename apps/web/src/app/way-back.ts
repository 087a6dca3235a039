import { textOf } from '../lib/search-params.ts'

export interface WayBack {
  /** Where to go on after signing in: an address of this house only. */
  tiep?: string | undefined
}

export function readWayBack(search: Record<string, unknown>): WayBack {
  const tiep = textOf(search.tiep)
  return tiep && /^\/(?![/\\])/.test(tiep) ? { tiep } : {}
}
