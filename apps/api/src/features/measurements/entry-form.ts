// The empty form of a year, filled with what is known: so that nobody types what somebody else has typed already.
import { areasOn } from '@tien-do/domain/areas-on'
import { type CellKind, cellKind } from '@tien-do/domain/cell-kind'
import type { Day } from '@tien-do/domain/day'
import { deadlineDay } from '@tien-do/domain/deadline'
import { livingDay, newEntryDay } from '@tien-do/domain/entry-day'
import type { RegisterEntry } from '@tien-do/domain/figure-checks'
import type { AreaId, DepartmentId, IndicatorId } from '@tien-do/domain/ids'
import { type Action, allowedAmong, can } from '@tien-do/domain/permission'
import type { PlanArea, PlanIndicator } from '@tien-do/domain/plan'
import type { Context } from '../../core/context.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { rowsOf } from './cells.repo.ts'
import { type LivingFigure, listLivingFigures } from './entry-form.repo.ts'
import { type EntryLock, type LockOf, readLocks } from './entry-locks.ts'
import { indicatorOf } from './figure-in-plan.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { readRegisters } from './registers.ts'

const ENTRY_ACTS = [
  'measurement.save',
  'measurement.submit',
  'measurement.approve',
] as const satisfies Action[]

export interface FormCell {
  /** Null: the whole ward. */
  readonly area: PlanArea | null
  readonly on: Day
  readonly underWay: MeasurementRow | null
  readonly inForce: MeasurementRow | null
  readonly last: LivingFigure | null
  readonly register: RegisterEntry | null
}

export interface FormIndicator {
  readonly indicator: PlanIndicator
  readonly kind: CellKind
  /** The day a new figure describes. */
  readonly on: Day
  readonly lock: EntryLock | null
  readonly allowedActions: readonly Action[]
  readonly wardRegister: RegisterEntry | null
  readonly cells: readonly FormCell[]
}

export interface EntryForm {
  readonly plan: PlanInForce
  readonly year: number
  readonly today: Day
  readonly cutOff: Day
  readonly indicators: readonly FormIndicator[]
}

/** The cells of a year for some indicators; without any named, for all that the caller may enter. */
export async function getEntryForm(
  context: Context,
  planCode: string,
  year: number,
  codes: readonly string[] | undefined,
): Promise<EntryForm> {
  const plan = await getPlan(context, planCode)
  const now = today(context)
  const chosen = codes
    ? [...new Set(codes)].map((code) => indicatorOf(plan, code).indicator)
    : plan.plan.indicators.filter(
        (each) => can(context.actor, 'measurement.save', subjectOf(plan, each)).allowed,
      )
  const figures = await listLivingFigures(
    context.read,
    chosen.map(({ code }) => plan.indicators.get(code) as IndicatorId),
  )
  const lockOf = await readLocks(context.read, plan, context.now())
  const drawn = chosen.map((indicator) => draw(plan, indicator, figures, year, now))
  const days = drawn.flatMap(({ on, cells }) => [on, ...cells.map((cell) => cell.on)])
  const registerOf = await readRegisters(context.read, plan, days)
  const shown = drawn.flatMap(({ cells }) =>
    cells.flatMap(({ underWay, inForce }) => [underWay?.id, inForce?.id]),
  )
  const rows = await rowsOf(
    context.read,
    shown.filter((id) => id !== undefined),
  )
  return {
    plan,
    year,
    today: now,
    cutOff: deadlineDay(plan.plan.cycle.dataCutOff, year),
    indicators: drawn.map(({ indicator, on, cells }) => ({
      indicator,
      kind: cellKind(indicator),
      on,
      ...mayDo(context, plan, indicator, lockOf, on),
      wardRegister: indicator.perArea ? registerOf(indicator, null, on) : null,
      cells: cells.map((cell) => ({
        ...cell,
        register: registerOf(indicator, cell.area?.code ?? null, cell.on),
        underWay: rows.get(cell.underWay?.id ?? '') ?? null,
        inForce: rows.get(cell.inForce?.id ?? '') ?? null,
      })),
    })),
  }
}

function draw(
  plan: PlanInForce,
  indicator: PlanIndicator,
  figures: readonly LivingFigure[],
  year: number,
  now: Day,
) {
  const { cycle, thresholds } = plan.plan
  const id = plan.indicators.get(indicator.code)
  const on = newEntryDay(cycle.dataCutOff, year, now)
  const places: readonly (PlanArea | null)[] = indicator.perArea ? areasOn(plan.plan, on) : [null]
  const byArea = Map.groupBy(
    figures.filter((figure) => figure.indicatorId === id),
    (figure) => figure.areaId,
  )
  const cells = places.map((area) => {
    const areaId = area === null ? plan.ward : (plan.areas.get(area.code) as AreaId)
    const ofArea = byArea.get(areaId) ?? []
    const cellDay = livingDay(ofArea, year, thresholds.verdictDaysBefore) ?? on
    const ofDay = ofArea.filter((figure) => figure.on === cellDay)
    return {
      area,
      on: cellDay,
      underWay: ofDay.find(({ state }) => state !== 'approved') ?? null,
      inForce: ofDay.find(({ state }) => state === 'approved') ?? null,
      last: newestBefore(ofArea, cellDay),
    }
  })
  return { indicator, on, cells }
}

function newestBefore(figures: readonly LivingFigure[], on: Day): LivingFigure | null {
  return figures.reduce<LivingFigure | null>((last, figure) => {
    if (figure.state !== 'approved' || figure.on >= on) return last
    return last === null || figure.on > last.on ? figure : last
  }, null)
}

function mayDo(context: Context, plan: PlanInForce, indicator: PlanIndicator, lockOf: LockOf, on: Day) {
  const subject = subjectOf(plan, indicator)
  const lock = lockOf(subject.department, on)
  return { lock, allowedActions: lock ? [] : allowedAmong(context.actor, ENTRY_ACTS, subject) }
}

function subjectOf(
  plan: PlanInForce,
  { owner }: PlanIndicator,
): { plan: string; department: DepartmentId | null } {
  return { plan: plan.code, department: owner === null ? null : (plan.departments.get(owner) ?? null) }
}
