// What keeps an account to its person: wrong tries, and the second factor.
import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { authSession, person } from './person.ts'

/** Wrong tries of an account. An address from which it was opened before has a row of its own: others cannot lock its owner out. */
export const signInTry = pgTable(
  'sign_in_try',
  {
    /** sha256 of what was typed as the address: it may be anything. */
    account: text('account').notNull(),
    /** An address that is known to this account, or `*` for all others together. */
    origin: text('origin').notNull(),
    failures: integer('failures').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.origin] })],
)

export const secondFactor = pgTable('second_factor', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  /** Encrypted with the secret of the installation. */
  secret: text('secret').notNull(),
  /** Null: begun, and not proved yet. */
  confirmedAt: instant('confirmed_at'),
  /** The time step of the last code: each is taken once. */
  lastStep: bigint('last_step', { mode: 'number' }),
  /** sha256 of those that are left. */
  recovery: text('recovery').array().notNull().default([]),
})

/** An account of the office's identity provider: one for each person. */
export const identity = pgTable(
  'identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .unique()
      .references(() => person.id),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
)

/** When the person of a session last proved who they are after they signed in. Ended with the session. */
export const sessionProof = pgTable('session_proof', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => authSession.id, { onDelete: 'cascade' }),
  provedAt: instant('proved_at').notNull(),
})
