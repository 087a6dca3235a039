// What the rest of the house knows of accounts.

type SignedIn =
  | { readonly outcome: 'signed-in'; readonly personId: string; readonly cookies: readonly string[] }
  /** The address or the password is wrong: the same for both. */
  | { readonly outcome: 'wrong-credentials' }
  /** The password is right, and a code of the second factor is owed. */
  | { readonly outcome: 'code-required' | 'wrong-code'; readonly personId: string }
  | { readonly outcome: 'wait'; readonly seconds: number }

interface OpenSession {
  readonly personId: string
  readonly sessionId: string
  /** When it was used last, to the minute. */
  readonly seenAt: Date
}

export interface Accounts {
  readonly signIn: (
    credentials: { readonly email: string; readonly password: string; readonly code?: string },
    client: { ip: string; userAgent: string },
  ) => Promise<SignedIn>
  /** For somebody whom the office's identity provider has named; returns the cookies. */
  readonly open: (personId: string, client: { ip: string; userAgent: string }) => Promise<readonly string[]>
  /** Ends the session of a cookie header; returns the cookies that clear it. */
  readonly signOut: (cookie: string) => Promise<readonly string[]>
  readonly sessionOf: (cookie: string) => Promise<OpenSession | null>
}
