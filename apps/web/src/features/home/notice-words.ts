// What a reminder is about, and where that is done.

import type { Schemas } from '@tien-do/api-client'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'

type Item = Schemas['Notice']['items'][number]

const TITLE: Record<Item['kind'], (item: Item) => string> = {
  report: ({ year, department }) => m.notice_report({ year, department: department?.name ?? '' }),
  tasks: ({ year, department, count }) => m.notice_tasks({ year, count, department: department?.name ?? '' }),
  obstacle: ({ code }) => m.notice_obstacle({ code: code ?? '' }),
  ward_report: ({ year }) => m.notice_ward_report({ year }),
}

export const titleOf = (item: Item) => TITLE[item.kind](item)

export function hrefOf({ kind, code, year, department }: Item): string {
  if (kind === 'obstacle') return PATHS.obstacle.replace('$so', code ?? '')
  if (kind === 'ward_report') return PATHS.wardReport.replace('$nam', String(year))
  return PATHS.report.replace('$nam', String(year)).replace('$boPhan', department?.code ?? '')
}
