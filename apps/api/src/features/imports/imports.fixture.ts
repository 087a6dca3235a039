// What the tests of imports share: sending a file, and seeing what is stored.
import { addDays, day } from '@tien-do/domain/day'
import type supertest from 'supertest'
import { type Harness, PLAN } from '../../../test/harness.ts'

export const URL = `${PLAN}/imports`
const COLUMNS = 'indicator,area,on,numerator,denominator,source'

let days = 0
let keys = 0

/** A day on which no other test has a figure, before all those that had: none is the last one of another. */
export const freshDay = () => addDays(day('2025-12-31'), -days++)
export const freshKey = () => `key-${process.pid}-${keys++}`

/** A CSV of rows under the usual columns. */
export const csv = (...rows: string[]) => `${[COLUMNS, ...rows].join('\n')}\n`

export interface Sending {
  readonly query?: Readonly<Record<string, string>>
  readonly type?: string
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a file to be imported, as commit unless the query says otherwise. */
export function send(
  agent: supertest.Agent,
  body: string | Buffer,
  { query, type = 'text/csv', key, headers }: Sending = {},
) {
  const request = agent
    .post(URL)
    .query({ mode: 'commit', ...query })
    .set('content-type', type)
    .set(headers ?? {})
  if (key !== null) request.set('idempotency-key', key ?? freshKey())
  return request.send(body)
}

export interface StoredFigure {
  readonly revision: number
  readonly state: string
  readonly numerator: number | null
}

/** The revisions of the figure of one indicator and day, oldest first. */
export async function revisionsOn(house: Harness, on: string, indicator = 'FB-02'): Promise<StoredFigure[]> {
  const { rows } = await house.database.pool.query<StoredFigure>(
    `select m.revision, m.state, m.numerator::int as numerator from measurement m join indicator i on i.id = m.indicator_id
     where i.code = $1 and m."on" = $2 order by m.revision`,
    [indicator, on],
  )
  return rows
}

/** All that a change leaves behind: unequal before and after means that something was written. */
export async function trace(house: Harness) {
  const { rows } = await house.database.pool.query(
    `select (select count(*)::int from measurement) as figures, (select count(*)::int from audit_event) as audits,
       (select count(*)::int from outbox) as changes, (select max(revision) from plan) as revision`,
  )
  return rows[0] as { figures: number; audits: number; changes: number; revision: number }
}

export async function lastAudit(house: Harness) {
  const { rows } = await house.database.pool.query(
    'select action, resource, resource_id, after from audit_event order by seq desc limit 1',
  )
  return rows[0] as { action: string; resource: string; resource_id: string; after: Record<string, unknown> }
}
