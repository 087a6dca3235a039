import { useInfiniteQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT, formatDay, formatInstant, formatNumber } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/cx.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { StatusChip, type Tone } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { valueInWords } from './figures.ts'
import styles from './history-card.module.css'
import { measurementsQuery } from './queries.ts'
import type { IndicatorDetail } from './status.ts'

type Measurement = Schemas['Measurement']

const METHOD: Record<Measurement['method'], () => string> = {
  counted: m.method_counted,
  provided: m.method_provided,
  estimated: m.method_estimated,
}

const STATE: Record<Measurement['state'], { tone: Tone; words: () => string }> = {
  draft: { tone: 'none', words: m.measurement_draft },
  submitted: { tone: 'track', words: m.measurement_submitted },
  returned: { tone: 'risk', words: m.measurement_returned },
  approved: { tone: 'ok', words: m.measurement_approved },
  superseded: { tone: 'none', words: m.measurement_superseded },
}

/** Every figure that was entered, by whom, and what became of it. */
export function HistoryCard({ indicator }: { indicator: IndicatorDetail }) {
  const history = useInfiniteQuery(measurementsQuery(useCurrentPlan().code, indicator.code))
  const rows = history.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card title={m.history_title()} flush>
      {history.isPending && <SkeletonRows count={4} />}
      {history.isError && (
        <div className={styles.inset}>
          <Notice
            kind="error"
            title={errorSentence(history.error)}
            actions={
              <Button size="small" onPress={() => history.refetch()}>
                {m.error_retry()}
              </Button>
            }
          />
        </div>
      )}
      {history.isSuccess && rows.length === 0 && <p className={styles.none}>{m.history_none()}</p>}
      {rows.length > 0 && (
        <>
          <Table
            caption={m.history_caption()}
            columns={columnsFor(indicator)}
            rows={rows}
            rowKey={({ id, revision }) => `${id}-${revision}`}
          />
          {history.hasNextPage && (
            <LoadMore
              shown={m.history_shown({ count: rows.length })}
              label={m.history_more()}
              isPending={history.isFetchingNextPage}
              onMore={() => history.fetchNextPage()}
            />
          )}
        </>
      )}
    </Card>
  )
}

function columnsFor(indicator: IndicatorDetail): readonly Column<Measurement>[] {
  const areaNames = new Map(indicator.areas.map(({ code, name }) => [code, name]))
  return [
    {
      key: 'on',
      header: m.column_on(),
      rowHeader: true,
      cell: ({ on, revision }) => (
        <>
          {formatDay(on)}
          {revision > 1 && <small className={styles.small}>{m.history_revision({ revision })}</small>}
        </>
      ),
    },
    {
      key: 'area',
      header: m.column_area(),
      cell: ({ area }) => (
        <span className={styles.whole}>
          {area === null ? m.history_ward() : (areaNames.get(area) ?? area)}
        </span>
      ),
    },
    {
      key: 'value',
      header: m.column_value(),
      number: true,
      cell: (row) => figureInWords(row, indicator),
    },
    {
      key: 'state',
      header: m.column_status(),
      cell: ({ state, reason }) => (
        <div>
          <StatusChip tone={STATE[state].tone}>{STATE[state].words()}</StatusChip>
          {reason && <small className={styles.small}>{reason}</small>}
        </div>
      ),
    },
    {
      key: 'entered',
      header: m.column_entered(),
      cell: ({ enteredBy, enteredAt }) => <By who={enteredBy} at={enteredAt} />,
    },
    {
      key: 'decided',
      header: m.column_decided(),
      cell: ({ decidedBy, decidedAt }) =>
        decidedBy && decidedAt ? <By who={decidedBy} at={decidedAt} /> : ABSENT,
    },
    {
      key: 'note',
      header: m.column_note(),
      cell: ({ method, source, note }) => (
        <div>
          {source ?? METHOD[method]()}
          <small className={styles.small}>
            {[source && METHOD[method](), note].filter(Boolean).join(' · ')}
          </small>
        </div>
      ),
    },
  ]
}

function By({ who, at }: { who: string; at: string }) {
  return (
    <div>
      <span className={styles.whole}>{who}</span>
      <small className={cx(styles.small, styles.whole)}>{formatInstant(at)}</small>
    </div>
  )
}

function figureInWords({ numerator, denominator, value }: Measurement, indicator: IndicatorDetail): string {
  if (numerator !== null && denominator !== null) {
    return `${formatNumber(numerator, 0)} / ${formatNumber(denominator, 0)}`
  }
  return value === null ? ABSENT : valueInWords(indicator, value)
}
