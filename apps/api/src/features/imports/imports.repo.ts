// Figures by the thousand, in set-based SQL: one statement a batch, the same for both databases.
import type { Day } from '@tien-do/domain/day'
import type { AreaId, IndicatorId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { ImportState } from '@tien-do/domain/import-options'
import type { Standing } from '@tien-do/domain/import-outcome'
import type { Method } from '@tien-do/domain/indicator'
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Ledger, Reader, Tx } from '../../core/context.ts'
import { importRun, measurement, person } from '../../db/schema/index.ts'

export interface KeyedFigure {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly on: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly source: string | null
  readonly method: Method
  readonly note: string | null
  readonly reason: string | null
}

type Known = Standing & { readonly id: string }
export interface Standings {
  readonly inForce: Known | null
  readonly underWay: Known | null
  readonly revision: number
}

/** Two imports into one plan take turns: the second one sees what the first one wrote. */
export async function lockImports(tx: Tx, planId: PlanId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${planId}`}, 0))`)
}

/** By position in `figures`: the revisions that still count, and whether they say the same. Absent: there is none. */
export async function findStandings(
  tx: Tx,
  figures: readonly KeyedFigure[],
): Promise<Map<number, Standings>> {
  const said = sql.raw('x.numerator, x.denominator, x.value, x.source, x.method, x.note')
  const { rows } = await tx.execute<StandingRow>(sql`
    select x.n::int - 1 as n, greatest(a.revision, u.revision, s.revision) as revision, u.state,
      a.id as in_force, not a.not_applicable and (a.numerator, a.denominator, a.value, a.source, a.method, a.note) is not distinct from (${said}) as in_force_same,
      u.id as under_way, not u.not_applicable and (u.numerator, u.denominator, u.value, u.source, u.method, u.note) is not distinct from (${said}) as under_way_same
    from ${unnested(figures)}
    left join lateral (${oneOf("state = 'approved'")}) a on true
    left join lateral (${oneOf("state in ('draft', 'submitted', 'returned')")}) u on true
    left join lateral (${oneOf("state = 'superseded' order by m.revision desc")}) s on true
    where a.id is not null or u.id is not null or s.id is not null`)
  return new Map(
    rows.map((row) => [
      row.n,
      {
        revision: row.revision,
        inForce: row.in_force ? { id: row.in_force, state: 'approved', same: row.in_force_same } : null,
        underWay:
          row.under_way && row.state
            ? { id: row.under_way, state: row.state, same: row.under_way_same }
            : null,
      },
    ]),
  )
}

/** One look into the index that holds the condition: joined as a whole, every batch would read the whole table. */
function oneOf(condition: string) {
  return sql`select m.* from ${measurement} m
    where m.indicator_id = x.indicator_id and m.area_id = x.area_id and m."on" = x."on" and m.${sql.raw(condition)} limit 1`
}

type StandingRow = {
  n: number
  revision: number
  state: Standing['state'] | null
  in_force: string | null
  in_force_same: boolean
  under_way: string | null
  under_way_same: boolean
}

/** How many of these revisions were still counting, and are superseded now. */
export async function supersede(
  tx: Tx,
  ids: readonly string[],
  { batch, by, at }: Pick<WrittenBy, 'batch' | 'by' | 'at'>,
): Promise<number> {
  if (ids.length === 0) return 0
  const { rowCount } = await tx.execute(sql`
    update ${measurement} set state = 'superseded', version = version + 1,
      ended_batch = ${batch}::uuid, ended_by = ${by}::uuid, ended_at = ${at}::timestamptz
    where id = any(${sql.param(ids)}::uuid[]) and state <> 'superseded'`)
  return rowCount ?? 0
}

export interface WrittenBy {
  readonly planId: PlanId
  readonly state: ImportState
  readonly by: PersonId
  readonly at: string
  /** The import itself: what it wrote can be found, and undone. */
  readonly batch: string
}

export async function insertFigures(
  tx: Tx,
  figures: readonly (KeyedFigure & { id: string; revision: number; warnings: string })[],
  { planId, state, by, at, batch }: WrittenBy,
): Promise<void> {
  const decided = state === 'approved'
  await tx.execute(sql`
    insert into ${measurement} (
      id, plan_id, indicator_id, area_id, "on", revision, numerator, denominator, value, source, method, note, reason, warnings, state,
      entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at, approved_at, batch
    )
    select i.id, ${planId}::uuid, x.indicator_id, x.area_id, x."on", i.revision, x.numerator, x.denominator, x.value, x.source, x.method, x.note, x.reason, i.warnings::jsonb, ${state}::text,
      ${by}::uuid, ${at}::timestamptz, ${by}::uuid, ${at}::timestamptz, ${decided ? by : null}::uuid, ${decided ? at : null}::timestamptz, ${decided ? at : null}::timestamptz, ${batch}::uuid
    from ${unnested(figures)}
    join unnest(${sql.param(figures.map(({ id }) => id))}::uuid[], ${sql.param(figures.map(({ revision }) => revision))}::int[],
      ${sql.param(figures.map(({ warnings }) => warnings))}::text[])
      with ordinality as i(id, revision, warnings, n) using (n)`)
}

/** The figures as rows `x`, numbered by `n` from 1. */
function unnested(figures: readonly KeyedFigure[]) {
  const column = <Key extends keyof KeyedFigure>(key: Key) => sql.param(figures.map((figure) => figure[key]))
  return sql`unnest(
    ${column('indicatorId')}::uuid[], ${column('areaId')}::uuid[], ${column('on')}::date[], ${column('numerator')}::bigint[],
    ${column('denominator')}::bigint[], ${column('value')}::numeric[], ${column('source')}::text[], ${column('method')}::text[],
    ${column('note')}::text[], ${column('reason')}::text[]
  ) with ordinality as x(indicator_id, area_id, "on", numerator, denominator, value, source, method, note, reason, n)`
}

export type NewRun = typeof importRun.$inferInsert
export type RunRow = typeof importRun.$inferSelect & { readonly byName: string }

export async function insertRun(ledger: Ledger, run: NewRun): Promise<void> {
  await ledger.insert(importRun).values(run)
}

function selectRuns(read: Reader) {
  return read
    .select({ ...getTableColumns(importRun), byName: person.name })
    .from(importRun)
    .innerJoin(person, eq(person.id, importRun.byId))
}

export async function findRun(read: Reader, planId: PlanId, id: string): Promise<RunRow | undefined> {
  const [row] = await selectRuns(read).where(and(eq(importRun.planId, planId), eq(importRun.id, id)))
  return row
}

/** Newest first; one more than `limit`. */
export function listRuns(
  read: Reader,
  planId: PlanId,
  after: string | null,
  limit: number,
): Promise<RunRow[]> {
  return selectRuns(read)
    .where(
      and(eq(importRun.planId, planId), after === null ? undefined : sql`${importRun.id} < ${after}::uuid`),
    )
    .orderBy(desc(importRun.id))
    .limit(limit + 1)
}
