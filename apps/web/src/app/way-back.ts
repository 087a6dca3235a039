import { textOf } from '../lib/search-params.ts'

export interface WayBack {
  /** Where to go on after signing in: an address of this house only. */
  tiep?: string | undefined
}

export function readWayBack(search: Record<string, unknown>): WayBack {
  const tiep = textOf(search.tiep)
  return tiep && /^\/(?![/\\])/.test(tiep) ? { tiep } : {}
}

/** What is left to do, or went wrong, on the way back from the office's identity provider. */
interface IdentityStep {
  buoc?: string | undefined
  loi?: string | undefined
}

export function readIdentityStep(search: Record<string, unknown>): IdentityStep {
  const [buoc, loi] = [textOf(search.buoc), textOf(search.loi)]
  return { ...(buoc && { buoc }), ...(loi && { loi }) }
}
