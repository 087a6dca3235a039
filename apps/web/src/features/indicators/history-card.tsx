import { useInfiniteQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { commonSentence } from '../../lib/common-messages.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay, formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { StatusChip, type Tone } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './history-card.module.css'
import { historyQuery } from './queries.ts'
import { saidInWords } from './said-figure.ts'
import type { IndicatorDetail } from './status.ts'

/** Fetched behind the page: what is compared is chosen only then. */
const CompareDays = lazy(async () => ({ default: (await import('./compare-days.tsx')).CompareDays }))
const UndoBatch = lazy(async () => ({ default: (await import('./undo-batch.tsx')).UndoBatch }))

type Revision = Schemas['MeasurementRevision']

const METHOD: Record<Revision['method'], () => string> = {
  counted: m.method_counted,
  provided: m.method_provided,
  estimated: m.method_estimated,
}

const STATE: Record<Revision['state'], { tone: Tone; words: () => string }> = {
  draft: { tone: 'none', words: m.measurement_draft },
  submitted: { tone: 'track', words: m.measurement_submitted },
  returned: { tone: 'risk', words: m.measurement_returned },
  approved: { tone: 'ok', words: m.measurement_approved },
  superseded: { tone: 'none', words: m.measurement_superseded },
}

/** Every revision: who, when, what before and what now, why, and what became of it; two days compared. */
export function HistoryCard({ indicator }: { indicator: IndicatorDetail }) {
  const history = useInfiniteQuery(historyQuery(useCurrentPlan().code, indicator.code))
  const [undoing, setUndoing] = useState<string | null>(null)
  const rows = history.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card title={m.history_title()} flush>
      {history.isPending && <SkeletonRows count={4} />}
      {history.isError && (
        <div className={styles.inset}>
          <Notice
            kind="error"
            title={commonSentence(history.error)}
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
            columns={columnsFor(indicator, setUndoing)}
            rows={rows}
            rowKey={({ id }) => id}
          />
          {history.hasNextPage && (
            <LoadMore
              shown={m.history_shown({ count: rows.length })}
              label={m.history_more()}
              isPending={history.isFetchingNextPage}
              onMore={() => history.fetchNextPage()}
            />
          )}
          <Suspense>
            <CompareDays indicator={indicator} />
          </Suspense>
        </>
      )}
      {undoing && (
        <Suspense>
          <UndoBatch batch={undoing} indicator={indicator} onClose={() => setUndoing(null)} />
        </Suspense>
      )}
    </Card>
  )
}

function columnsFor(
  indicator: IndicatorDetail,
  onUndo: (batch: string) => void,
): readonly Column<Revision>[] {
  const areaNames = new Map(indicator.areas.map(({ code, name }) => [code, name]))
  const mayUndo = indicator.allowedActions.includes('measurement.undo')
  return [
    {
      key: 'entered',
      header: m.column_entered(),
      rowHeader: true,
      cell: ({ enteredBy, enteredAt, revision }) => (
        <>
          {enteredBy}
          <small className={styles.small}>{formatInstant(enteredAt)}</small>
          {revision > 1 && <small className={styles.small}>{m.history_revision({ revision })}</small>}
        </>
      ),
    },
    {
      key: 'place',
      header: m.column_area(),
      cell: ({ area, on }) => (
        <div>
          <span className={styles.whole}>
            {area === null ? m.history_ward() : (areaNames.get(area) ?? area)}
          </span>
          <small className={styles.small}>{formatDay(on)}</small>
        </div>
      ),
    },
    {
      key: 'figure',
      header: m.history_column_change(),
      number: true,
      cell: (row) => (
        <div>
          <span className={styles.whole}>{saidInWords(row, 1)}</span>
          {row.before && (
            <small className={styles.small}>{m.history_before({ figure: saidInWords(row.before, 1) })}</small>
          )}
        </div>
      ),
    },
    {
      key: 'state',
      header: m.column_status(),
      cell: (row) => (
        <div>
          <StatusChip tone={STATE[row.state].tone}>{STATE[row.state].words()}</StatusChip>
          {row.decidedBy && row.decidedAt && <Line who={row.decidedBy} at={row.decidedAt} />}
          {row.state === 'superseded' && row.endedBy && row.endedAt && (
            <Line who={row.endedBy} at={row.endedAt} />
          )}
        </div>
      ),
    },
    {
      key: 'why',
      header: m.history_column_why(),
      cell: ({ reason, decisionNote, method, source, note, batch, state }) => (
        <div>
          {reason && <span className={styles.why}>{reason}</span>}
          {decisionNote && (
            <span className={styles.why}>{m.history_decision_note({ note: decisionNote })}</span>
          )}
          <small className={styles.small}>
            {[source, METHOD[method](), note].filter(Boolean).join(' · ')}
          </small>
          {mayUndo && batch && (state === 'draft' || state === 'submitted') && (
            <Button size="small" look="quiet" onPress={() => onUndo(batch)}>
              <Undo2 aria-hidden />
              {m.history_undo()}
            </Button>
          )}
        </div>
      ),
    },
  ]
}

function Line({ who, at }: { who: string; at: string }) {
  return <small className={styles.small}>{m.history_by({ who, when: formatInstant(at) })}</small>
}
