// What the rest of the house knows of accounts.

interface SignedIn {
  readonly personId: string
  readonly cookies: readonly string[]
}

export interface Accounts {
  /** Null when the address or the password is wrong: the same for both. */
  readonly signIn: (
    email: string,
    password: string,
    client: { ip: string; userAgent: string },
  ) => Promise<SignedIn | null>
  /** Ends the session of a cookie header; returns the cookies that clear it. */
  readonly signOut: (cookie: string) => Promise<readonly string[]>
  readonly personOf: (cookie: string) => Promise<string | null>
}
