// What keeps an account to its person: wrong tries, and the second factor.
import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { person } from './person.ts'

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
