import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@tien-do/api-client'
import { CircleCheck } from 'lucide-react'
import { answer, api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { StatusChip, type Tone } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { STATE_OF } from './jobs-search.ts'
import { jobsQuery } from './queries.ts'

type Job = Schemas['Job']

const KIND: Record<Job['kind'], () => string> = {
  'send-reminders': m.job_kind_send_reminders,
  'send-mail': m.job_kind_send_mail,
  'make-backup': m.job_kind_make_backup,
  'send-webhook': m.job_kind_send_webhook,
}
const STATE: Record<Job['state'], { tone: Tone; name: () => string }> = {
  waiting: { tone: 'none', name: m.job_state_waiting },
  running: { tone: 'track', name: m.job_state_running },
  done: { tone: 'ok', name: m.job_state_done },
  failed: { tone: 'late', name: m.job_state_failed },
  cancelled: { tone: 'none', name: m.job_state_cancelled },
}

/** What the service does beside requests: what failed and why, and the way to try it again. */
export function JobsPage() {
  usePageTitle(m.jobs_title())
  const { trangthai } = useSearch({ from: '/signed-in/cai-dat/cong-viec' })
  const navigate = useNavigate()
  const { items } = useSuspenseQuery(jobsQuery(trangthai && STATE_OF[trangthai])).data
  const move = useMoveJob()
  return (
    <>
      <PageHeader title={m.jobs_title()} sub={<p>{m.jobs_sub()}</p>} />
      {move.error && <Notice kind="error">{errorSentence(move.error)}</Notice>}
      <Card
        title={m.jobs_list()}
        flush={items.length > 0}
        aside={
          <Segmented
            legend={m.jobs_filter()}
            hideLegend
            value={trangthai ?? 'tat-ca'}
            options={[
              { value: 'tat-ca', label: m.jobs_all() },
              { value: 'hong', label: m.job_state_failed() },
              { value: 'cho', label: m.job_state_waiting() },
            ]}
            onChange={(value) =>
              navigate({
                to: PATHS.jobs,
                search: { trangthai: value === 'tat-ca' ? undefined : value },
                replace: true,
              })
            }
          />
        }
      >
        {items.length > 0 ? (
          <Table
            caption={m.jobs_list()}
            columns={columns(move.mutate)}
            rows={items}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState icon={CircleCheck} title={m.jobs_none()}>
            {m.jobs_none_text()}
          </EmptyState>
        )}
      </Card>
    </>
  )
}

type Move = { id: string; act: 'retry' | 'cancel' }

function useMoveJob() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, act }: Move) =>
      answer(
        act === 'retry'
          ? api.POST('/jobs/{id}/retry', { params: { path: { id } } })
          : api.POST('/jobs/{id}/cancel', { params: { path: { id } } }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['installation', 'jobs'] }),
  })
}

function columns(move: (move: Move) => void): Column<Job>[] {
  return [
    { key: 'kind', header: m.jobs_kind(), rowHeader: true, cell: ({ kind }) => KIND[kind]() },
    {
      key: 'state',
      header: m.jobs_state(),
      cell: ({ state }) => <StatusChip tone={STATE[state].tone}>{STATE[state].name()}</StatusChip>,
    },
    { key: 'when', header: m.jobs_when(), cell: ({ endedAt, dueAt }) => formatInstant(endedAt ?? dueAt) },
    {
      key: 'error',
      header: m.jobs_error(),
      cell: ({ error, retries }) =>
        error !== null && (
          <span lang="en">
            {error} <small lang="vi">{retries > 0 && m.jobs_retries({ count: retries })}</small>
          </span>
        ),
    },
    {
      key: 'acts',
      header: m.jobs_acts(),
      cell: ({ id, allowedActions }) => (
        <>
          {allowedActions.includes('job.retry') && (
            <Button onPress={() => move({ id, act: 'retry' })}>{m.jobs_retry()}</Button>
          )}
          {allowedActions.includes('job.cancel') && (
            <Button onPress={() => move({ id, act: 'cancel' })}>{m.jobs_cancel()}</Button>
          )}
        </>
      ),
    },
  ]
}
