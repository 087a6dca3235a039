// Figures as a resource: judged by the indicators' rules, written as revisions.

import type { Day } from '@tien-do/domain/day'
import type { ImportState } from '@tien-do/domain/import-options'
import type { ResourceDeclaration } from '@tien-do/domain/import-resource'
import { MEASUREMENTS } from '@tien-do/domain/import-resources'
import { type ImportedFigure, type RowRules, readMeasurementRow } from '@tien-do/domain/import-row'
import { maySubmitUnder } from '@tien-do/domain/period'
import { can } from '@tien-do/domain/permission'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { periodLocks } from '../periods/index.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import type { Judging, Resource } from './resource.ts'
import { planFigures, writeFigures } from './write-figures.ts'

export const FIGURES: Resource<ImportedFigure> = {
  declaration: MEASUREMENTS as unknown as ResourceDeclaration,
  act: 'measurement.import',
  judge: async (context, plan, options) => {
    const rules = rulesOf(context, plan, options)
    const isLocked = await locksOf(context.read, context, plan)
    return {
      read: (raw) => {
        const { figure, ...judged } = readMeasurementRow(raw, rules)
        return { ...judged, row: figure }
      },
      mayBeRefused: ({ indicator, on }) =>
        options.strategy !== 'upsert' || options.state === 'submitted' || isLocked(indicator, on),
    }
  },
  plan: async (tx, context, plan, rows, options) => {
    const isLocked = await locksOf(tx, context, plan)
    const planned = await planFigures(tx, plan, rows, options, isLocked)
    const { counts, refused, steps } = planned
    const state: ImportState = options.state
    const write = (id: string) => writeFigures(tx, context, plan, steps, state, id)
    return { counts, refused, write: steps.length > 0 ? write : null }
  },
}

/** Whether the period of a day is closed to the department that owns the indicator. */
async function locksOf(read: Reader | Tx, context: Context, plan: PlanInForce) {
  const lockOf = await periodLocks(read, plan.id, context.now())
  const ownerOf = new Map(plan.plan.indicators.map(({ code, owner }) => [code, owner]))
  return (indicator: string, on: Day) =>
    !maySubmitUnder(lockOf(departmentOf(plan, ownerOf.get(indicator) ?? null), on))
}

function rulesOf(context: Context, plan: PlanInForce, options: Judging): RowRules {
  const mayNot = plan.plan.indicators.filter(
    ({ owner }) =>
      !can(context.actor, 'measurement.import', { plan: plan.code, department: departmentOf(plan, owner) })
        .allowed,
  )
  return {
    indicators: new Map(plan.plan.indicators.map((indicator) => [indicator.code, indicator])),
    areas: new Set(plan.areas.keys()),
    forbidden: new Set(mayNot.map((indicator) => indicator.code)),
    today: today(context),
    decimal: options.decimal,
    dateFormat: options.dateFormat,
    vouched: options.state === 'approved',
  }
}

function departmentOf(plan: PlanInForce, code: string | null) {
  return code === null ? null : (plan.departments.get(code) ?? null)
}
