import type { Day } from '@tien-do/domain/day'
import { placeInYear, spanInYear } from '@tien-do/domain/timeline'
import { formatDay, formatInstant } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/cx.ts'
import { TextLink } from '../../ui/link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './work.module.css'
import { WorkState } from './work-state.tsx'
import { datesOf, percentWords, type SubTask, standing } from './work-words.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** The year's work on a line of twelve months, each bar a link; and the same in a table. */
export function TaskTimeline({ works, year }: { works: readonly SubTask[]; year: number }) {
  const placed = works.filter(({ startsOn, dueOn }) => spanOf(startsOn, dueOn, year) !== null)
  const now = placeInYear(today(), year)
  return (
    <>
      <Card title={m.timeline_title({ year })} flush>
        <div className={styles.timeline}>
          <div className={styles.months} aria-hidden>
            {MONTHS.map((month) => (
              <span key={month}>{m.timeline_month({ month })}</span>
            ))}
          </div>
          <ul>
            {placed.map((work) => (
              <li key={work.code}>
                <Bar work={work} year={year} />
              </li>
            ))}
          </ul>
          {now !== null && (
            <span className={styles.nowLine} aria-hidden>
              <span className={styles.now} style={{ insetInlineStart: `${now * 100}%` }} />
            </span>
          )}
        </div>
      </Card>
      <Card title={m.timeline_table()} flush>
        <Table caption={m.timeline_table()} columns={COLUMNS} rows={works} rowKey={({ code }) => code} />
      </Card>
    </>
  )
}

/** The day it is in Việt Nam. */
function today(): Day {
  const [date = '', month = '', year = ''] = formatInstant(new Date().toISOString()).slice(0, 10).split('/')
  return `${year}-${month}-${date}` as Day
}

function spanOf(startsOn: string | null, dueOn: string | null, year: number) {
  return spanInYear(startsOn as Day | null, dueOn as Day | null, year)
}

function Bar({ work, year }: { work: SubTask; year: number }) {
  const span = spanOf(work.startsOn, work.dueOn, year)
  if (!span) return null
  const { tone, words } = standing(work)
  return (
    <TextLink
      className={styles.barRow}
      to={PATHS.task}
      params={{ so: work.task }}
      search={{ nam: work.year }}
      aria-label={`${work.code} ${work.name}, ${datesOf(work)}, ${words}`}
    >
      <span className={styles.barName} lang="vi">
        <span className={styles.code}>{work.code}</span> {work.name}
      </span>
      <span className={styles.rail}>
        <span
          className={cx(styles.bar, styles[tone])}
          style={{ insetInlineStart: `${span.from * 100}%`, width: `${(span.to - span.from) * 100}%` }}
        />
      </span>
    </TextLink>
  )
}

const COLUMNS: Column<SubTask>[] = [
  {
    key: 'name',
    header: m.work_name(),
    rowHeader: true,
    cell: ({ code, name }) => (
      <span lang="vi">
        <span className={styles.code}>{code}</span> {name}
      </span>
    ),
  },
  {
    key: 'department',
    header: m.work_department(),
    cell: ({ department }) => department?.shortName ?? m.work_nobody(),
  },
  { key: 'from', header: m.work_starts_on(), cell: ({ startsOn }) => (startsOn ? formatDay(startsOn) : '–') },
  {
    key: 'to',
    header: m.work_due_on(),
    cell: ({ dueOn, state }) =>
      dueOn ? formatDay(dueOn) : state === 'continuous' ? m.work_all_year() : m.work_no_due_date(),
  },
  {
    key: 'progress',
    header: m.work_progress_short(),
    number: true,
    cell: ({ progress }) => percentWords(progress),
  },
  { key: 'state', header: m.work_state(), cell: (work) => <WorkState work={work} /> },
]
