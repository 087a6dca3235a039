// What the doctor says: in plain words, each fault with the way out; Vietnamese, or English where the console asks for it.

export interface Words {
  readonly vi: string
  readonly en: string
}

export interface Finding {
  /** `fault`: something is lost or does not work; `warning`: it works, and somebody should know. */
  readonly level: 'ok' | 'warning' | 'fault'
  /** Names the check, for tests and for whoever is asked on the telephone. */
  readonly code: string
  readonly says: Words
  /** What to do; null where nothing is to be done. */
  readonly wayOut: Words | null
}

type Said = Omit<Finding, 'level' | 'wayOut'>

export const ok = (code: string, vi: string, en: string): Finding => ({
  level: 'ok',
  code,
  says: { vi, en },
  wayOut: null,
})

export const warning = (said: Said, vi: string, en: string): Finding => ({
  ...said,
  level: 'warning',
  wayOut: { vi, en },
})

export const fault = (said: Said, vi: string, en: string): Finding => ({
  ...said,
  level: 'fault',
  wayOut: { vi, en },
})
