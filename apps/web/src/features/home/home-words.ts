// What a row says, what its verb is, and where it leads: to the very cell or page where it is done.

import { formatTimeOrDay } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'
import { nameOf } from '../indicators/names.ts'
import type { HomeItem } from './queries.ts'

interface Words {
  title: (item: HomeItem) => string
  verb: () => string
  href: (item: HomeItem) => string
}

const TITLE_OF_COUNT = (words: (inputs: { count: number }) => string) => (item: HomeItem) =>
  words({ count: item.total })

const WORDS: Record<HomeItem['kind'], Words> = {
  figure_returned: {
    title: (item) => [nameIn(item), item.area?.name].filter(Boolean).join(' · '),
    verb: m.home_verb_mend,
    href: entryHref,
  },
  figures: { title: nameIn, verb: m.home_verb_enter, href: entryHref },
  task_result: {
    title: (item) => m.home_task_result({ task: nameIn(item) }),
    verb: m.home_verb_write,
    href: taskHref,
  },
  task_evidence: {
    title: (item) => m.home_task_evidence({ task: nameIn(item) }),
    verb: m.home_verb_attach,
    href: taskHref,
  },
  request: { title: requestTitle, verb: m.home_verb_write, href: requestHref },
  request_returned: { title: requestTitle, verb: m.home_verb_mend, href: requestHref },
  request_to_accept: {
    title: ({ year, department }) =>
      m.home_request_accept({ year: year ?? '', department: department?.shortName ?? '' }),
    verb: m.home_verb_accept,
    href: requestHref,
  },
  ward_report: { title: wardReportTitle, verb: m.home_verb_go_on, href: wardReportHref },
  ward_report_returned: { title: wardReportTitle, verb: m.home_verb_mend, href: wardReportHref },
  ward_report_to_sign: {
    title: ({ year }) => m.home_ward_report_sign({ year: year ?? '' }),
    verb: m.home_verb_approve,
    href: ({ year }) => PATHS.reportApproval.replace('$nam', String(year)),
  },
  report: { title: reportTitle, verb: m.home_verb_send, href: reportHref },
  report_returned: { title: reportTitle, verb: m.home_verb_mend, href: reportHref },
  obstacle_returned: {
    title: ({ code }) => m.home_obstacle({ code: code ?? '' }),
    verb: m.home_verb_mend,
    href: obstacleHref,
  },
  obstacle_to_act_on: {
    title: ({ code }) => m.home_obstacle_act({ code: code ?? '' }),
    verb: m.home_verb_see,
    href: obstacleHref,
  },
  obstacles_to_decide: {
    title: TITLE_OF_COUNT(m.home_obstacles_decide),
    verb: m.home_verb_decide,
    href: () => `${PATHS.obstacles}?cho=leader`,
  },
  obstacles_to_consolidate: {
    title: TITLE_OF_COUNT(m.home_obstacles_consolidate),
    verb: m.home_verb_see,
    href: () => `${PATHS.obstacles}?cho=coordinator`,
  },
  departments: {
    title: ({ done, total }) => m.home_departments({ missing: total - done, total }),
    verb: m.home_verb_remind,
    href: ({ year }) => `${PATHS.board.replace('$nam', String(year))}?loc=chua-nop`,
  },
  report_to_accept: {
    title: ({ department }) => m.home_report_accept({ department: department?.shortName ?? '' }),
    verb: m.home_verb_accept,
    href: reportHref,
  },
  figures_to_approve: {
    title: (item) => m.home_approve({ count: item.total, name: nameIn(item) }),
    verb: m.home_verb_approve,
    href: ({ code, year }) => `${PATHS.approval}?nam=${year}&ct=${code}`,
  },
  tasks_unassigned: {
    title: TITLE_OF_COUNT(m.home_tasks_unassigned),
    verb: m.home_verb_assign,
    href: () => `${PATHS.tasks}?phan-cong=chua`,
  },
  jobs_failed: {
    title: TITLE_OF_COUNT(m.home_jobs_failed),
    verb: m.home_verb_see,
    href: () => `${PATHS.jobs}?trangthai=hong`,
  },
  keys_expiring: {
    title: ({ note }) => m.home_key_expiring({ name: note ?? '' }),
    verb: m.home_verb_see,
    href: () => PATHS.apiKeys,
  },
  people_without_account: {
    title: TITLE_OF_COUNT(m.home_people_without_account),
    verb: m.home_verb_see,
    href: () => PATHS.people,
  },
}

export const titleOf = (item: HomeItem) => WORDS[item.kind].title(item)
export const hrefOf = (item: HomeItem) => WORDS[item.kind].href(item)

/** What is done is read, what is begun is gone on with. */
export function verbOf({ kind, state }: HomeItem): string {
  return kind === 'figures' && state === 'in_progress' ? m.home_verb_go_on() : WORDS[kind].verb()
}

export const TONE: Record<HomeItem['state'], Tone> = {
  returned: 'risk',
  in_progress: 'track',
  not_started: 'none',
  blocked: 'none',
  done: 'ok',
}

/** What one writes oneself, as against what waits for one's word. */
const OWN: ReadonlySet<HomeItem['kind']> = new Set([
  'figures',
  'task_result',
  'task_evidence',
  'report',
  'request',
  'ward_report',
])

export function stateOf({ kind, state, done, total }: HomeItem): string {
  if (state === 'returned') return m.home_returned()
  if (state === 'in_progress' && kind === 'figures') return m.home_entered({ done, total })
  if (state === 'blocked') return m.home_blocked()
  if (OWN.has(kind) && state === 'in_progress') return m.home_writing()
  return OWN.has(kind) ? m.home_not_started() : m.home_waiting()
}

/** The quiet line under a row's title. */
export function hintOf({ kind, note, at, total, state }: HomeItem): string | null {
  if (state === 'blocked') return m.home_blocked_why({ count: total })
  if (state === 'returned' && note) return `“${note}”${at ? ` · ${formatTimeOrDay(at)}` : ''}`
  if (kind === 'figures' && state === 'not_started' && total > 1) return m.home_cells({ count: total })
  return null
}

function nameIn({ name, nameEn, code }: HomeItem): string {
  return name === null ? (code ?? '') : nameOf({ name, nameEn: nameEn ?? name })
}

function reportTitle({ year, department }: HomeItem): string {
  return m.home_report({ year: year ?? '', department: department?.shortName ?? '' })
}

function requestTitle({ year, department }: HomeItem): string {
  return m.home_request({ year: year ?? '', department: department?.shortName ?? '' })
}

function wardReportTitle({ year }: HomeItem): string {
  return m.home_ward_report({ year: year ?? '' })
}

function taskHref({ code, year }: HomeItem): string {
  return `${PATHS.task.replace('$so', code ?? '')}?nam=${year}`
}

function requestHref({ year, department }: HomeItem): string {
  return PATHS.budgetRequest.replace('$nam', String(year)).replace('$ma', department?.code ?? '')
}

function wardReportHref({ year }: HomeItem): string {
  return PATHS.wardReport.replace('$nam', String(year))
}

function entryHref({ year, group, code, area }: HomeItem): string {
  const path = PATHS.entry.replace('$nam', String(year)).replace('$nhom', group ?? '')
  return `${path}?${new URLSearchParams({ ct: code ?? '', ...(area && { to: area.code }) })}`
}

function reportHref({ year, department }: HomeItem): string {
  return PATHS.report.replace('$nam', String(year)).replace('$boPhan', department?.code ?? '')
}

function obstacleHref({ code }: HomeItem): string {
  return PATHS.obstacle.replace('$so', code ?? '')
}
