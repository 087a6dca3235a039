import type { PersonId } from '@tien-do/domain/ids'
import { eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { person, personSetting } from '../../db/schema/index.ts'

export async function findCalendarOwner(read: Reader, calendarHash: string): Promise<PersonId | undefined> {
  const [row] = await read
    .select({ id: personSetting.personId })
    .from(personSetting)
    .where(eq(personSetting.calendarHash, calendarHash))
  return row?.id as PersonId | undefined
}

export interface SettingRow {
  readonly email: string
  readonly mailReminders: boolean
  readonly calendarSince: string | null
}

export async function findSetting(read: Reader | Tx, personId: PersonId): Promise<SettingRow | undefined> {
  const [row] = await read
    .select({
      email: person.email,
      mailReminders: sql<boolean>`coalesce(${personSetting.mailReminders}, false)`,
      calendarSince: personSetting.calendarSince,
    })
    .from(person)
    .leftJoin(personSetting, eq(personSetting.personId, person.id))
    .where(eq(person.id, personId))
  return row
}

export async function storeSetting(
  tx: Tx,
  personId: PersonId,
  change: Partial<{ mailReminders: boolean; calendarHash: string | null; calendarSince: string | null }>,
): Promise<void> {
  await tx
    .insert(personSetting)
    .values({ personId, ...change })
    .onConflictDoUpdate({ target: personSetting.personId, set: change })
}
