// States, moves, lateness and clarities of work in the words of the screen.

import type { Schemas } from '@tien-do/api-client'
import { ApiProblem } from '../../lib/api.ts'
import { formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'

export type SubTask = Schemas['SubTask']
export type TaskState = SubTask['state']
export type Move = SubTask['moves'][number]
export type Clarity = Schemas['TaskWork']['clarity'][number]['clarity']

export const STATE: Record<TaskState, () => string> = {
  not_started: m.work_not_started,
  in_progress: m.work_in_progress,
  done: m.work_done,
  paused: m.work_paused,
  cancelled: m.work_cancelled,
  continuous: m.work_continuous,
}

const TONE: Record<TaskState, Tone> = {
  not_started: 'none',
  in_progress: 'track',
  done: 'ok',
  paused: 'block',
  cancelled: 'none',
  continuous: 'track',
}

const COMPLETION: Record<NonNullable<SubTask['completion']>, () => string> = {
  early: m.work_done_early,
  on_time: m.work_done_on_time,
  late: m.work_done_late,
  no_due_date: m.work_done,
}

export const MOVE: Record<Move, () => string> = {
  start: m.work_move_start,
  finish: m.work_move_finish,
  pause: m.work_move_pause,
  resume: m.work_move_resume,
  cancel: m.work_move_cancel,
  reopen: m.work_move_reopen,
  keep_up: m.work_move_keep_up,
}

export const CLARITY: Record<Clarity, () => string> = {
  person: m.clarity_person,
  work: m.clarity_work,
  time: m.clarity_time,
  responsibility: m.clarity_responsibility,
  product: m.clarity_product,
}

export const VERDICT: Record<Schemas['TaskResultText']['verdict'], () => string> = {
  done: m.work_done,
  in_progress: m.work_in_progress,
  not_started: m.work_not_started,
}

type Stands = Pick<SubTask, 'state' | 'completion' | 'lateness'>

/** One chip for how work stands: late before all else, then how it ended, then its state. */
export function standing({ state, completion, lateness }: Stands): { tone: Tone; words: string } {
  if (lateness.kind === 'late') return { tone: 'late', words: m.work_late({ count: lateness.days ?? 0 }) }
  if (completion) return { tone: completion === 'late' ? 'risk' : 'ok', words: COMPLETION[completion]() }
  return { tone: TONE[state], words: STATE[state]() }
}

/** "15/01/2026 – 30/09/2026", or that the day is missing. */
export function datesOf({ state, startsOn, dueOn }: Pick<SubTask, 'state' | 'startsOn' | 'dueOn'>): string {
  if (dueOn === null) return state === 'continuous' ? m.work_all_year() : m.work_no_due_date()
  return startsOn === null
    ? m.work_due({ day: formatDay(dueOn) })
    : `${formatDay(startsOn)} – ${formatDay(dueOn)}`
}

/** "11/24 tin, bài"; "–/24" while nobody has counted. */
export function outputWords({ unit, planned, done }: Schemas['TaskOutput']): string {
  return `${done === null ? '–' : formatNumber(done, 0)}/${formatNumber(planned, 0)} ${unit}`
}

export function percentWords(progress: number | null): string {
  return progress === null ? '–' : `${formatNumber(progress, 0)}%`
}

/** What to do about a fault at a field, or null where there is none. */
export function faultAt(error: unknown, pointer: string): string | null {
  if (!(error instanceof ApiProblem)) return null
  const fault = error.faults.find(
    (each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`),
  )
  if (!fault) return null
  return FAULT[fault.code]?.() ?? m.work_fault_check()
}

const FAULT: Readonly<Record<string, () => string>> = {
  blank: m.work_fault_blank,
  reason_missing: m.work_fault_reason,
  nothing_said: m.work_fault_nothing_said,
  before_start: m.work_fault_before_start,
  before_year: m.work_fault_year,
  after_year: m.work_fault_year,
  no_outputs: m.work_fault_no_outputs,
  reserved_character: m.work_fault_reserved,
  duplicate: m.work_fault_duplicate,
  future_day: m.work_fault_future,
  stated_lead_needs_reason: m.work_fault_stated,
  stated_coordinating_needs_reason: m.work_fault_stated,
}
