// The cells of an entry grid, many at once: what stands in each, and the writes of a whole batch.
import type { Day } from '@tien-do/domain/day'
import type { FigureCheck, LastFigure } from '@tien-do/domain/figure-checks'
import type { AreaId, IndicatorId, PersonId, PlanId } from '@tien-do/domain/ids'
import { inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { measurement } from '../../db/schema/index.ts'
import { type MeasurementRow, type NewRevision, selectFrom } from './measurements.repo.ts'

export interface CellKey {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly on: Day
}

/** What stands in a cell: the revision under way, the one in force, the one of the period before. */
export interface CellStanding {
  readonly underWay: MeasurementRow | null
  readonly inForce: MeasurementRow | null
  readonly last: LastFigure | null
  readonly nextRevision: number
}

/** Batches into one plan take turns, so that none of them finds the ground moving between its look and its write. */
export async function lockEntries(tx: Tx, planId: PlanId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`entries ${planId}`}, 0))`)
}

/** By position in `keys`. */
export async function findCells(tx: Tx, keys: readonly CellKey[]): Promise<CellStanding[]> {
  if (keys.length === 0) return []
  const { rows } = await tx.execute<FoundCell>(sql`
    select x.n::int - 1 as n, a.id as in_force, u.id as under_way,
      greatest(a.revision, u.revision, s.revision, 0) as revision,
      l."on"::text as last_on, l.numerator::float8 as last_numerator, l.denominator::float8 as last_denominator,
      l.value::float8 as last_value, l.not_applicable as last_not_applicable
    from unnest(${column(keys, 'indicatorId')}::uuid[], ${column(keys, 'areaId')}::uuid[], ${column(keys, 'on')}::date[])
      with ordinality as x(indicator_id, area_id, "on", n)
    left join lateral (${ofCell('=', "m.state = 'approved'")}) a on true
    left join lateral (${ofCell('=', "m.state in ('draft', 'submitted', 'returned')")}) u on true
    left join lateral (${ofCell('=', "m.state = 'superseded'", 'm.revision')}) s on true
    left join lateral (${ofCell('<', "m.state = 'approved'", 'm."on"')}) l on true
    order by x.n`)
  const known = await rowsOf(
    tx,
    rows.flatMap((row) => [row.in_force, row.under_way]).filter((id) => id !== null),
  )
  return rows.map((row) => ({
    underWay: known.get(row.under_way ?? '') ?? null,
    inForce: known.get(row.in_force ?? '') ?? null,
    last: row.last_on === null ? null : lastOf(row),
    nextRevision: row.revision + 1,
  }))
}

/** Each look goes into the partial index that holds its condition. */
function ofCell(order: '=' | '<', state: string, newestBy = 'm.revision') {
  return sql.raw(`select m.* from measurement m where m.indicator_id = x.indicator_id and m.area_id = x.area_id
    and m."on" ${order} x."on" and ${state} order by ${newestBy} desc limit 1`)
}

type FoundCell = {
  n: number
  in_force: string | null
  under_way: string | null
  revision: number
  last_on: string | null
  last_numerator: number | null
  last_denominator: number | null
  last_value: number | null
  last_not_applicable: boolean | null
}

function lastOf(row: FoundCell): LastFigure {
  return {
    on: row.last_on as Day,
    numerator: row.last_numerator,
    denominator: row.last_denominator,
    value: row.last_value,
    notApplicable: row.last_not_applicable ?? false,
  }
}

/** Revisions by their ids. */
export async function rowsOf(
  read: Reader | Tx,
  ids: readonly string[],
): Promise<Map<string, MeasurementRow>> {
  if (ids.length === 0) return new Map()
  const rows = await selectFrom(read).where(inArray(measurement.id, [...ids]))
  return new Map((rows as MeasurementRow[]).map((row) => [row.id, row]))
}

interface Ending {
  readonly batch: string | null
  readonly by: PersonId
  readonly at: string
}

/** Ends revisions that still have the version that was seen; returns which of them it could. */
export async function endRevisions(
  tx: Tx,
  seen: readonly Pick<MeasurementRow, 'id' | 'version'>[],
  { batch, by, at }: Ending,
): Promise<Set<string>> {
  if (seen.length === 0) return new Set()
  const { rows } = await tx.execute<{ id: string }>(sql`
    update ${measurement} set state = 'superseded', version = measurement.version + 1,
      ended_batch = ${batch}::uuid, ended_by = ${by}::uuid, ended_at = ${at}::timestamptz
    from unnest(${column(seen, 'id')}::uuid[], ${column(seen, 'version')}::int[]) as x(id, version)
    where measurement.id = x.id and measurement.version = x.version and measurement.state <> 'superseded'
    returning measurement.id`)
  return new Set(rows.map(({ id }) => id))
}

interface Moving {
  readonly id: string
  readonly version: number
  readonly remark: string | null
  /** What the checks say of it now; absent: as they said before. */
  readonly warnings?: readonly FigureCheck[] | undefined
}

/** Moves revisions that still have the version that was seen, each with its remark; returns which of them it could. */
export async function moveRevisions(
  tx: Tx,
  moving: readonly Moving[],
  { state, ...stamps }: Partial<NewRevision>,
): Promise<Set<string>> {
  if (moving.length === 0) return new Set()
  const seen = moving.map(({ warnings, ...each }) => ({
    ...each,
    warnings: warnings ? JSON.stringify(warnings) : null,
  }))
  const { submittedBy, submittedAt, decidedBy, decidedAt, approvedAt } = stamps
  const { rows } = await tx.execute<{ id: string }>(sql`
    update ${measurement} set state = ${state}::text, version = measurement.version + 1,
      submitted_by = case when ${state}::text = 'draft' then null else coalesce(${submittedBy ?? null}::uuid, submitted_by) end,
      submitted_at = case when ${state}::text = 'draft' then null else coalesce(${submittedAt ?? null}::timestamptz, submitted_at) end,
      decided_by = coalesce(${decidedBy ?? null}::uuid, decided_by),
      decided_at = coalesce(${decidedAt ?? null}::timestamptz, decided_at),
      approved_at = coalesce(${approvedAt ?? null}::timestamptz, approved_at),
      decision_note = case when ${decidedBy ?? null}::uuid is null then decision_note else x.remark end,
      warnings = coalesce(x.warnings::jsonb, measurement.warnings)
    from unnest(${column(seen, 'id')}::uuid[], ${column(seen, 'version')}::int[], ${column(seen, 'remark')}::text[],
      ${column(seen, 'warnings')}::text[]) as x(id, version, remark, warnings)
    where measurement.id = x.id and measurement.version = x.version
    returning measurement.id`)
  return new Set(rows.map(({ id }) => id))
}

/** Writes what nobody else wrote meanwhile; returns the ids of what is there now. */
export async function insertRevisions(tx: Tx, rows: readonly NewRevision[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const written = await tx
    .insert(measurement)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: measurement.id })
  return new Set(written.map(({ id }) => id))
}

function column<Row, Key extends keyof Row>(rows: readonly Row[], key: Key) {
  return sql.param(rows.map((row) => row[key]))
}
