// What the address of the board may say: `/ky/2026?loc=cham` shows those that are late.

import { oneOf, type RawSearch } from '../../lib/search-params.ts'
import type { ReportBrief } from './queries.ts'

export const BOARD_FILTERS = ['chua-nop', 'cham', 'cho', 'tra-lai'] as const
export type BoardFilter = (typeof BOARD_FILTERS)[number]

export interface BoardSearch {
  loc?: BoardFilter | undefined
}

export function readBoardSearch(raw: RawSearch): BoardSearch {
  return { loc: oneOf(BOARD_FILTERS, raw.loc) }
}

const PASSES: Record<BoardFilter, (report: ReportBrief) => boolean> = {
  'chua-nop': hasNotSent,
  cham: ({ late }) => late === true,
  cho: ({ state }) => state === 'submitted',
  'tra-lai': ({ state }) => state === 'returned',
}

export function passing(reports: readonly ReportBrief[], filter: BoardFilter | undefined): ReportBrief[] {
  return reports.filter((report) => filter === undefined || PASSES[filter](report))
}

/** Whom a reminder is for: who owes a report that has not been sent, or has to send it again. */
export function hasNotSent({ state }: ReportBrief): boolean {
  return ['open', 'due_soon', 'overdue', 'returned'].includes(state)
}
