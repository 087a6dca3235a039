// What is being filled in stays on this phone until it is sent: a call comes in, the browser is closed, nothing is lost.

export interface SlipText {
  readonly numerator: string
  readonly denominator: string
  readonly value: string
}

type Texts = Readonly<Record<string, SlipText>>

/** A part of the secret is enough to tell slips apart, and too little to open one. */
const nameOf = (secret: string) => `tien-do.phieu.${secret.slice(0, 8)}`

export function kept(secret: string): Texts {
  try {
    return JSON.parse(localStorage.getItem(nameOf(secret)) ?? '{}')
  } catch {
    return {}
  }
}

export function keep(secret: string, texts: Texts): void {
  try {
    localStorage.setItem(nameOf(secret), JSON.stringify(texts))
  } catch {
    // Storage is closed to us: the page alone keeps it.
  }
}

export function forget(secret: string): void {
  try {
    localStorage.removeItem(nameOf(secret))
  } catch {
    // Nothing was kept either.
  }
}
