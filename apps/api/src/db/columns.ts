// The column kinds that every table shares. Days and instants are text: node-postgres would shift a date at UTC+7.
import { bigint, date, timestamp, uuid } from 'drizzle-orm/pg-core'

export const id = () => uuid('id').primaryKey()
export const day = (name: string) => date(name, { mode: 'string' })
export const instant = (name: string) => timestamp(name, { mode: 'string', withTimezone: true, precision: 3 })
export const count = (name: string) => bigint(name, { mode: 'number' })
