import { ROLES } from '@tien-do/domain/permission'
import {
  boolean,
  index,
  integer,
  pgSchema,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { department, plan } from './plan.ts'

/** Accounts outlive posts: a person keeps the name on what they signed. */
export const person = pgTable('person', {
  id: id(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
})

export const grant = pgTable(
  'role_grant',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role', { enum: ROLES }).notNull(),
    /** Null: in every plan of this installation. */
    planId: uuid('plan_id').references(() => plan.id),
    departmentId: uuid('department_id').references(() => department.id),
    validFrom: day('valid_from'),
    /** Exclusive. */
    validTo: day('valid_to'),
  },
  (table) => [
    index().on(table.personId),
    unique().on(table.personId, table.role, table.planId, table.departmentId).nullsNotDistinct(),
  ],
)

/** A one-time link with which a person sets the first password. Only the hash of its secret is kept. */
export const invitation = pgTable('invitation', {
  id: id(),
  secretHash: text('secret_hash').notNull().unique(),
  /** Null: whoever opens it becomes the first administrator. */
  personId: uuid('person_id').references(() => person.id),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

export const apiKey = pgTable(
  'api_key',
  {
    id: id(),
    /** The public part, in the key itself. */
    prefix: text('prefix').notNull().unique(),
    /** sha256 of the secret: it has 256 bits of chance, so a plain hash is right. */
    secretHash: text('secret_hash').notNull(),
    name: text('name').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => person.id),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    scopes: text('scopes').array().notNull(),
    /** Empty: all the departments of its maker. */
    departments: uuid('departments').array().notNull(),
    /** Addresses and networks it may come from; empty: from anywhere. */
    addresses: text('addresses').array().notNull().default([]),
    requestsPerMinute: integer('requests_per_minute').notNull().default(600),
    /** The key that it takes over from: both live until the older one is over. */
    replacesId: uuid('replaces_id'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index().on(table.planId)],
)

// The tables of better-auth, in a schema of their own: accounts and sessions, nothing of the ward.
export const auth = pgSchema('auth')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const authUser = auth.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
})

export const authSession = auth.table(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [index().on(table.userId)],
)

export const authAccount = auth.table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => authUser.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [index().on(table.userId)],
)

export const authVerification = auth.table('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
})
