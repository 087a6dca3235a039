import type { Day } from '@tien-do/domain/day'
import type { HomeCell } from '@tien-do/domain/home'
import type { PersonId, PlanId } from '@tien-do/domain/ids'
import { and, asc, count, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Reader } from '../../core/context.ts'
import { apiKey, area, authAccount, indicator, measurement, person } from '../../db/schema/index.ts'

/** A cell of the year, and who filled it in. */
export interface EnteredCell extends HomeCell {
  readonly enteredBy: PersonId
}

/** What stands in each cell of a year: the newest revision that counts. */
export async function listCellsOfYear(read: Reader, planId: PlanId, year: number): Promise<EnteredCell[]> {
  const rows = await read
    .select({
      indicator: indicator.code,
      area: sql<string | null>`case when ${area.kind} = 'ward' then null else ${area.code} end`,
      state: measurement.state,
      note: measurement.decisionNote,
      at: sql<string>`coalesce(${measurement.decidedAt}, ${measurement.submittedAt}, ${measurement.enteredAt})`,
      enteredBy: measurement.enteredBy,
    })
    .from(measurement)
    .innerJoin(indicator, eq(indicator.id, measurement.indicatorId))
    .innerJoin(area, eq(area.id, measurement.areaId))
    .where(
      and(
        eq(measurement.planId, planId),
        gte(measurement.on, `${year}-01-01` as Day),
        lte(measurement.on, `${year}-12-31` as Day),
        ne(measurement.state, 'superseded'),
      ),
    )
    .orderBy(asc(measurement.on), asc(measurement.revision))
  const newest = new Map(rows.map((row) => [`${row.indicator}/${row.area ?? ''}`, row]))
  return [...newest.values()].map((row) => ({
    ...row,
    at: Date.parse(row.at),
    enteredBy: row.enteredBy as PersonId,
  }))
}

/** Keys in force that end before a day, soonest first. */
export async function listKeysEnding(read: Reader, planId: PlanId, from: Date, until: Date) {
  return read
    .select({ name: apiKey.name, expiresAt: apiKey.expiresAt })
    .from(apiKey)
    .where(
      and(
        eq(apiKey.planId, planId),
        isNull(apiKey.revokedAt),
        gte(apiKey.expiresAt, from.toISOString()),
        lte(apiKey.expiresAt, until.toISOString()),
      ),
    )
    .orderBy(asc(apiKey.expiresAt))
}

/** People who hold an office and cannot sign in: their invitation was never opened. */
export async function countWithoutAccount(read: Reader): Promise<number> {
  const [row] = await read
    .select({ people: count() })
    .from(person)
    .leftJoin(authAccount, eq(authAccount.userId, sql`${person.id}::text`))
    .where(and(isNull(person.disabledAt), isNull(authAccount.id)))
  return row?.people ?? 0
}
