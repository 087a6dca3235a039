// What a template has in it before anybody writes: of figures a row for each one that is owed, of all else nothing.
import { areasOn } from '@tien-do/domain/area'
import type { ImportResource } from '@tien-do/domain/import-options'
import { formatCount, formatDecimal } from '@tien-do/domain/number-vi'
import type { Context } from '../../core/context.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { figuresByPage } from './figures.ts'
import type { CodeLists, TemplateRow } from './write-template.ts'

const MOST_DECIMALS = 6

/** The figures that a department owes (or all), by indicator and area, each with what was said of it the last time. */
export async function templateRows(
  context: Context,
  plan: PlanInForce,
  resource: ImportResource,
  department: string | undefined,
): Promise<TemplateRow[]> {
  if (resource !== 'measurements') return []
  const last = await lastFigures(context, plan)
  const areas = areasOn(plan.plan, today(context))
  return plan.plan.indicators
    .filter(({ measure }) => measure !== 'qualitative')
    .filter(({ owner }) => department === undefined || owner === department)
    .flatMap(({ code, name, perArea }) =>
      (perArea ? areas : [null]).map((area) => ({
        codes: { indicator: code, area: area?.code ?? null },
        titles: { indicator: name, area: area?.name ?? null },
        lastTime: last.get(`${code} ${area?.code ?? ''}`)?.text ?? null,
      })),
    )
}

async function lastFigures(context: Context, plan: PlanInForce) {
  const last = new Map<string, { on: string; text: string }>()
  for await (const page of figuresByPage(context, plan))
    for (const { row } of page) {
      const key = `${row.indicator} ${row.area ?? ''}`
      if ((last.get(key)?.on ?? '') < row.on) last.set(key, { on: row.on, text: sentenceOf(row) })
    }
  return last
}

function sentenceOf({
  on,
  numerator,
  denominator,
  value,
}: {
  on: string
  numerator: number | null
  denominator: number | null
  value: number | null
}) {
  const day = on.split('-').reverse().join('/')
  const said =
    value !== null
      ? formatDecimal(value, decimalsOf(value))
      : `${formatCount(numerator ?? 0)}/${formatCount(denominator ?? 0)}`
  return `${said} (${day})`
}

function decimalsOf(value: number): number {
  return Math.min(MOST_DECIMALS, String(value).split('.')[1]?.length ?? 0)
}

/** The codes of the plan that a column may hold. */
export function codeLists(context: Context, plan: PlanInForce, department: string | undefined): CodeLists {
  const departments = department === undefined ? [...plan.departments.keys()] : [department]
  const areas = areasOn(plan.plan, today(context)).map(({ code }) => code)
  return {
    department: departments,
    lead: [...plan.departments.keys()],
    area: areas,
    task: [...plan.tasks.keys()],
    indicator: plan.plan.indicators.map(({ code }) => code),
    source: plan.plan.fundingSources.map(({ code }) => code),
  }
}
