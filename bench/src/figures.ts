// Figures by the hundred thousand: every indicator in every area, on one day after another.
import type { Pool } from 'pg'
import { addDays, day } from '../../packages/domain/src/day.ts'

const INDICATORS = ['MB-02', 'MB-03', 'MB-04', 'FB-02']
const AREAS = Array.from({ length: 14 }, (_, index) => `TDP-${String(index + 1).padStart(2, '0')}`)
const FIRST_DAY = day('1990-01-01')
const SOURCE = 'Tổ trưởng'

export interface Figure {
  readonly indicator: string
  readonly area: string
  readonly on: string
  readonly numerator: number
  readonly denominator: number
}

/** The n-th lot of figures: no two lots have a figure in common. */
export function figuresFrom(lot: number, count: number): Figure[] {
  const perDay = INDICATORS.length * AREAS.length
  const skipped = lot * Math.ceil(count / perDay)
  return Array.from({ length: count }, (_, index) => ({
    indicator: INDICATORS[index % INDICATORS.length] as string,
    area: AREAS[Math.floor(index / INDICATORS.length) % AREAS.length] as string,
    on: addDays(FIRST_DAY, skipped + Math.floor(index / perDay)),
    numerator: index % 250,
    denominator: 260,
  }))
}

export function csvOf(figures: readonly Figure[]): string {
  const lines = figures.map(
    ({ indicator, area, on, numerator, denominator }) =>
      `${indicator},${area},${on},${numerator},${denominator},${SOURCE}`,
  )
  return ['indicator,area,on,numerator,denominator,source', ...lines].join('\n')
}

interface Ids {
  readonly plan: string
  readonly person: string
  readonly indicators: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
}

/** What the service looks up for itself is given to COPY for nothing. */
export async function idsOf(pool: Pool): Promise<Ids> {
  const all = async (text: string) => (await pool.query<{ id: string; code: string }>(text)).rows
  const [plan, person] = await Promise.all([
    all('select id, code from plan limit 1'),
    all("select id, '' as code from person limit 1"),
  ])
  const byCode = (rows: { id: string; code: string }[]) => new Map(rows.map(({ code, id }) => [code, id]))
  return {
    plan: plan[0]?.id ?? '',
    person: person[0]?.id ?? '',
    indicators: byCode(await all('select id, code from indicator')),
    areas: byCode(await all('select id, code from area')),
  }
}

/** Lines for COPY, in the order of the columns that it names. */
export function copyLines(figures: readonly Figure[], ids: Ids): string {
  const at = new Date().toISOString()
  return figures
    .map(({ indicator, area, on, numerator, denominator }, index) =>
      [
        orderedId(index),
        ids.plan,
        ids.indicators.get(indicator),
        ids.areas.get(area),
        on,
        1,
        numerator,
        denominator,
        SOURCE,
        'counted',
        'approved',
        ids.person,
        at,
        ids.person,
        at,
        ids.person,
        at,
      ].join(','),
    )
    .join('\n')
}

/** A UUID of version 7, like the service's own: later ones sort after earlier ones, which spares the index. */
function orderedId(index: number): string {
  const time = Date.now().toString(16).padStart(12, '0')
  const counter = index.toString(16).padStart(8, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-8${counter.slice(3, 6)}-${counter.slice(6)}${process.hrtime.bigint().toString(16).slice(-10).padStart(10, '0')}`
}
