// What the addresses of tasks may say: `/nhiem-vu?xem=bang&nam=2026` is the board of a year.

import { oneOf, type RawSearch, textOf } from '../../lib/search-params.ts'

const ASSIGNMENTS = ['chua'] as const
export const VIEWS = ['bang', 'thoi-gian', 'bo-phan'] as const

export interface TasksSearch {
  'phan-cong'?: (typeof ASSIGNMENTS)[number] | undefined
  xem?: (typeof VIEWS)[number] | undefined
  nam?: number | undefined
}

export function readTasksSearch(raw: RawSearch): TasksSearch {
  return {
    'phan-cong': oneOf(ASSIGNMENTS, raw['phan-cong']),
    xem: oneOf(VIEWS, raw.xem),
    nam: yearOf(raw.nam),
  }
}

/** `them`: a piece of work is being written down; `sua`, `capnhat`: this one is being changed, or reported on. */
export interface TaskSearch {
  nam?: number | undefined
  them?: string | undefined
  sua?: string | undefined
  capnhat?: string | undefined
}

export function readTaskSearch(raw: RawSearch): TaskSearch {
  return { nam: yearOf(raw.nam), them: textOf(raw.them), sua: textOf(raw.sua), capnhat: textOf(raw.capnhat) }
}

function yearOf(raw: unknown): number | undefined {
  const year = Number(raw)
  return Number.isInteger(year) && year >= 2000 && year < 2200 ? year : undefined
}
