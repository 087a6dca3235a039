import { textOf } from '../lib/search-params.ts'

export interface WayBack {
  /** Where to go on after signing in: an address of this house only. */
  tiep?: string | undefined
}

export function readWayBack(search: Record<string, unknown>): WayBack {
  const tiep = textOf(search.tiep)
  return tiep && /^\/(?![/\\])/.test(tiep) ? { tiep } : {}
}

interface IdentityStep {
  buoc?: string | undefined
}

/** Where one stands on the way back from the office's identity provider. */
export function readIdentityStep(search: Record<string, unknown>): IdentityStep {
  const buoc = textOf(search.buoc)
  return buoc ? { buoc } : {}
}

interface ProviderAnswer {
  state?: string | undefined
}

/** Whether the browser comes from the office's identity provider; the rest of its answer is read by the service alone. */
export function readProviderAnswer(search: Record<string, unknown>): ProviderAnswer {
  const state = textOf(search.state)
  return state ? { state } : {}
}
