// "Việc của tôi": what one person owes or decides, and in which order it is dealt with.

import type { BudgetState } from './budget.ts'
import { type Day, dayAtInstant } from './day.ts'
import { daysLeft, lastDayBefore } from './deadline.ts'
import type { MeasurementState } from './measurement.ts'
import type { LackingTask, OwedFigure, TaskLack } from './owed.ts'
import type { WardReportState } from './ward-report.ts'

/** What a row can be about, in the order in which rows of one deadline stand. */
export const HOME_KINDS = [
  'figure_returned',
  'report_returned',
  'request_returned',
  'ward_report_returned',
  'obstacle_returned',
  'obstacle_to_act_on',
  'figures',
  'task_result',
  'task_evidence',
  'report',
  'request',
  'ward_report_to_sign',
  'obstacles_to_decide',
  'departments',
  'report_to_accept',
  'request_to_accept',
  'figures_to_approve',
  'obstacles_to_consolidate',
  'ward_report',
  'tasks_unassigned',
  'jobs_failed',
  'keys_expiring',
  'people_without_account',
] as const
export type HomeKind = (typeof HOME_KINDS)[number]

/** `blocked`: cannot begin before the rows above it are done. */
export const HOME_STATES = ['returned', 'not_started', 'in_progress', 'blocked', 'done'] as const
export type HomeState = (typeof HOME_STATES)[number]

export interface HomeItem {
  readonly kind: HomeKind
  readonly state: HomeState
  /** Code of the indicator, the task or the obstacle; null where the kind says it all. */
  readonly code: string | null
  /** Of a figure: the first one that is still open; null for the whole ward. */
  readonly area: string | null
  readonly department: string | null
  readonly year: number | null
  readonly done: number
  readonly total: number
  /** Instant, exclusive; null where there is no deadline. */
  readonly dueAt: number | null
  /** What came back with it. */
  readonly note: string | null
  /** When it came back, or was last touched; instant. */
  readonly at: number | null
}

const NOTHING = { code: null, area: null, department: null, year: null, dueAt: null, note: null, at: null }

/** A row about something that is counted: nothing to do is no row. */
export function countedItem(
  kind: HomeKind,
  total: number,
  more: Partial<Omit<HomeItem, 'kind' | 'state' | 'total'>> = {},
): HomeItem[] {
  if (total === 0) return []
  return [{ ...NOTHING, done: 0, ...more, kind, total, state: more.done ? 'in_progress' : 'not_started' }]
}

/** What stands in a cell of the year's figures. */
export interface HomeCell extends OwedFigure {
  readonly state: MeasurementState
  /** Why it came back. */
  readonly note: string | null
  readonly at: number | null
}

export interface HomeDuty {
  readonly department: string
  readonly year: number
  readonly dueAt: number
}

/**
 * A department's figures: each one that came back is a row of its own, at its very cell; the rest is a row for each
 * indicator. Sent is done: what is still to be approved is no longer theirs.
 */
export function figureItems(
  owed: readonly OwedFigure[],
  cells: readonly HomeCell[],
  duty: HomeDuty,
): HomeItem[] {
  const key = ({ indicator, area }: OwedFigure) => `${indicator}/${area ?? ''}`
  const standing = new Map(cells.map((cell) => [key(cell), cell]))
  const items: HomeItem[] = []
  for (const code of new Set(owed.map(({ indicator }) => indicator))) {
    const own = owed.filter(({ indicator }) => indicator === code)
    const found = own.flatMap((figure) => standing.get(key(figure)) ?? [])
    for (const cell of found.filter(({ state }) => state === 'returned'))
      items.push({
        ...NOTHING,
        ...duty,
        kind: 'figure_returned',
        state: 'returned',
        code,
        area: cell.area,
        note: cell.note,
        at: cell.at,
        done: 0,
        total: 1,
      })
    const returned = found.filter(({ state }) => state === 'returned').length
    const total = own.length - returned
    if (total === 0) continue
    const done = found.filter(({ state }) => state === 'submitted' || state === 'approved').length
    const begun = found.some(({ state }) => state === 'draft')
    const next = own.find((figure) => (standing.get(key(figure))?.state ?? 'draft') === 'draft')
    items.push({
      ...NOTHING,
      ...duty,
      kind: 'figures',
      state: done === total ? 'done' : done > 0 || begun ? 'in_progress' : 'not_started',
      code,
      area: next?.area ?? null,
      done,
      total,
      at: newest(found),
    })
  }
  return items
}

function newest(cells: readonly HomeCell[]): number | null {
  const times = cells.flatMap(({ at }) => at ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** A department's report: it can be sent once nothing else of the department is left; what came back is mended first. */
export function reportItem(
  step: 'open' | 'submitted' | 'returned' | 'accepted' | 'consolidated' | null,
  left: number,
  duty: HomeDuty,
  returned: { readonly note: string | null; readonly at: number | null },
): HomeItem {
  const base = { ...NOTHING, ...duty, kind: 'report' as const, done: 0, total: 1 }
  if (step === 'returned') return { ...base, ...returned, kind: 'report_returned', state: 'returned' }
  if (step !== null && step !== 'open') return { ...base, state: 'done', done: 1 }
  if (left > 0) return { ...base, state: 'blocked', total: left }
  return { ...base, state: step === null ? 'not_started' : 'in_progress' }
}

/** The tasks that a department leads: a row for each thing that one still lacks; one that lacks nothing is done. */
export function taskItems(
  tasks: readonly string[],
  lacking: readonly LackingTask[],
  duty: HomeDuty,
): HomeItem[] {
  const base = { ...NOTHING, ...duty, done: 0, total: 1 }
  return tasks.flatMap((code): HomeItem[] => {
    const open = lacking.filter(({ task }) => task === code)
    if (open.length === 0) return [{ ...base, code, kind: 'task_result', state: 'done', done: 1 }]
    return open.map(({ lacks }) => ({ ...base, code, kind: KIND_OF[lacks], state: 'not_started' }))
  })
}

const KIND_OF = { result: 'task_result', evidence: 'task_evidence' } as const satisfies Record<
  TaskLack,
  HomeKind
>

/** A department's answer for next year's money: it has no day in the plan. `returned`: what Finance wrote. */
export function requestItem(
  state: BudgetState | null,
  { department, year }: Pick<HomeDuty, 'department' | 'year'>,
  returned: string | null,
): HomeItem {
  const base = { ...NOTHING, department, year, kind: 'request' as const, done: 0, total: 1 }
  if (state === null || state === 'draft')
    return { ...base, state: state === null ? 'not_started' : 'in_progress' }
  if (state === 'returned') return { ...base, kind: 'request_returned', state: 'returned', note: returned }
  return { ...base, state: 'done', done: 1 }
}

/** The ward's own report for whoever writes it: nothing of theirs while it waits for the leader's signature. */
export function wardReportItem(
  state: WardReportState | null,
  { year, dueAt }: Pick<HomeDuty, 'year' | 'dueAt'>,
  returned: string | null,
): HomeItem[] {
  const base = { ...NOTHING, year, dueAt, kind: 'ward_report' as const, done: 0, total: 1 }
  if (state === 'submitted') return []
  if (state === 'returned')
    return [{ ...base, kind: 'ward_report_returned', state: 'returned', note: returned }]
  if (state === 'sent') return [{ ...base, state: 'done', done: 1 }]
  return [{ ...base, state: state === null ? 'not_started' : 'in_progress' }]
}

export interface Home {
  readonly todo: readonly HomeItem[]
  readonly done: readonly HomeItem[]
}

/** What came back first, then what is due first, then by kind; what is done stands apart. */
export function homeOf(items: readonly HomeItem[]): Home {
  const sorted = [...items].sort(
    (a, b) =>
      Number(b.state === 'returned') - Number(a.state === 'returned') ||
      Number(a.state === 'blocked') - Number(b.state === 'blocked') ||
      (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
      HOME_KINDS.indexOf(a.kind) - HOME_KINDS.indexOf(b.kind) ||
      (a.code ?? '').localeCompare(b.code ?? '') ||
      (a.area ?? '').localeCompare(b.area ?? ''),
  )
  return {
    todo: sorted.filter(({ state }) => state !== 'done'),
    done: sorted.filter(({ state }) => state === 'done'),
  }
}

/** "Đến hết Thứ Hai 30/11, còn 8 ngày": the last day that is on time, and the days until it. */
export function dueInDays(dueAt: number, now: number): { readonly lastDay: Day; readonly daysLeft: number } {
  return { lastDay: lastDayBefore(dueAt), daysLeft: daysLeft(now, dueAt) }
}

/** The year whose report is being made on a day: the newest open one, else the year itself. */
export function yearAtWork(openYears: readonly number[], now: number): number {
  const year = Number(dayAtInstant(now).slice(0, 4))
  return openYears.length === 0 ? year : Math.max(...openYears)
}
