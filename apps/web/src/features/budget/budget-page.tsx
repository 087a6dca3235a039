import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ExportLink } from '../imports/index.ts'
import { tasksQuery } from '../tasks/queries.ts'
import styles from './budget.module.css'
import { ANSWER, KIND, STATE, shownMoney, TONE } from './budget-words.ts'
import { type BudgetRequest, type BudgetTotals, budgetQuery } from './queries.ts'
import { YearActions } from './year-actions.tsx'

/** A year's money: who has answered, what it adds up to, and what Finance does next. */
export function BudgetPage() {
  const { nam } = useParams({ from: '/signed-in/du-toan/$nam' })
  const year = Number(nam)
  const { code: plan } = useCurrentPlan()
  const { data: budget } = useSuspenseQuery(budgetQuery(plan, year))
  const navigate = useNavigate()
  usePageTitle(m.budget_title({ year: nam }))
  const answered = budget.requests.filter(({ answer }) => answer !== 'none').length
  const years = [...new Set([...budget.years.map((each) => each.year), year])].sort((a, b) => a - b)
  return (
    <>
      <PageHeader
        title={m.budget_title({ year: nam })}
        sub={m.budget_answered({ answered, total: budget.requests.length })}
        actions={
          <>
            <Select
              label={m.budget_year()}
              hideLabel
              value={nam}
              options={years.map((each) => ({
                value: String(each),
                label: m.budget_title({ year: String(each) }),
              }))}
              onChange={(value) => navigate({ to: PATHS.budget, params: { nam: value } })}
            />
            <a
              className={buttonClass('secondary')}
              href={`/api/v1/plans/${plan}/budgets/${year}/file`}
              download
            >
              <Download aria-hidden />
              {m.budget_download()}
            </a>
            <ExportLink resource="budget-lines" label={m.export_budget_lines()} />
          </>
        }
      />
      <Totals totals={budget.totals} />
      <YearActions budget={budget} key={budget.etag} />
      {budget.duplicates.length > 0 && (
        <Notice kind="warning" title={m.budget_duplicates({ count: budget.duplicates.length })}>
          <ul>
            {budget.duplicates.map((group) => (
              <li key={`${group[0]?.department} ${group[0]?.line}`}>
                {group[0]?.name}: {group.map(({ department, line }) => `${department} (${line})`).join(', ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title={m.budget_departments()} flush>
        <Answers requests={budget.requests} />
      </Card>
      <Pivots />
      {budget.years.length > 1 && (
        <Card title={m.budget_years()} flush>
          <TotalsTable
            caption={m.budget_years()}
            head={m.budget_year()}
            rows={budget.years.map((each) => ({ ...each, key: String(each.year), label: String(each.year) }))}
          />
        </Card>
      )}
    </>
  )
}

function Totals({ totals }: { totals: BudgetTotals }) {
  const shown = [
    [m.budget_requested(), totals.requested],
    [m.budget_proposed(), totals.proposed],
    [m.budget_allocated(), totals.allocated],
    [m.budget_spent(), totals.spent],
  ] as const
  return (
    <dl className={styles.totals}>
      {shown.map(([term, money]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{shownMoney(money)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Answers({ requests }: { requests: readonly BudgetRequest[] }) {
  const columns: Column<BudgetRequest>[] = [
    {
      key: 'department',
      header: m.budget_department(),
      rowHeader: true,
      cell: ({ year, department }) => (
        <TextLink to={PATHS.budgetRequest} params={{ nam: String(year), ma: department.code }}>
          {department.shortName}
        </TextLink>
      ),
    },
    {
      key: 'state',
      header: m.budget_state(),
      cell: ({ state, answer }) =>
        state === null || state === 'draft' ? (
          <StatusChip tone="none">{ANSWER.none()}</StatusChip>
        ) : (
          <span className={styles.line}>
            <StatusChip tone={TONE[state]}>{STATE[state]()}</StatusChip>
            {answer === 'no_cost' && <small>{ANSWER.no_cost()}</small>}
          </span>
        ),
    },
    {
      key: 'lines',
      header: m.budget_lines(),
      number: true,
      cell: ({ totals }) => String(totals.lines),
    },
    ...moneyColumns<BudgetRequest>(({ totals }) => (totals.lines > 0 ? totals : null)),
  ]
  return (
    <Table
      caption={m.budget_departments()}
      columns={columns}
      rows={requests}
      rowKey={({ department }) => department.code}
    />
  )
}

/** Where there is no line there is no amount: blank is not 0. */
function moneyColumns<Row>(totalsOf: (row: Row) => BudgetTotals | null): Column<Row>[] {
  const of = (key: 'requested' | 'proposed' | 'allocated' | 'spent', header: string): Column<Row> => ({
    key,
    header,
    number: true,
    cell: (row) => shownMoney(totalsOf(row)?.[key] ?? null),
  })
  return [
    of('requested', m.budget_requested_head()),
    of('proposed', m.budget_proposed_head()),
    of('allocated', m.budget_allocated_head()),
    of('spent', m.budget_spent_head()),
  ]
}

interface TotalsRow extends BudgetTotals {
  key: string
  label: string
}

function TotalsTable({ caption, head, rows }: { caption: string; head: string; rows: readonly TotalsRow[] }) {
  const columns: Column<TotalsRow>[] = [
    { key: 'label', header: head, rowHeader: true, cell: ({ label }) => label },
    ...moneyColumns<TotalsRow>((row) => row),
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
}

/** The same money split three ways; each split adds up to the same sum. */
function Pivots() {
  const { nam } = useParams({ from: '/signed-in/du-toan/$nam' })
  const { theo = 'nguon' } = useSearch({ from: '/signed-in/du-toan/$nam' })
  const navigate = useNavigate()
  const { code: plan } = useCurrentPlan()
  const { data: budget } = useSuspenseQuery(budgetQuery(plan, Number(nam)))
  const { data: tasks } = useSuspenseQuery(tasksQuery(plan))
  const sourceName = (code: string) =>
    budget.requests[0]?.sources.find((each) => each.code === code)?.name ?? code
  const taskName = (code: string | null) =>
    code === null
      ? m.budget_whole_plan()
      : `${code} ${tasks.items.find((each) => each.code === code)?.name ?? ''}`
  const rows: TotalsRow[] =
    theo === 'nguon'
      ? budget.bySource.map(({ key, ...totals }) => ({ ...totals, key, label: sourceName(key) }))
      : theo === 'nhiem-vu'
        ? budget.byTask.map(({ key, ...totals }) => ({ ...totals, key: key ?? '', label: taskName(key) }))
        : budget.byKind.map(({ key, ...totals }) => ({ ...totals, key, label: KIND[key]() }))
  return (
    <Card
      title={m.budget_split()}
      flush
      aside={
        <Segmented
          legend={m.budget_split()}
          hideLegend
          value={theo}
          options={[
            { value: 'nguon', label: m.budget_by_source() },
            { value: 'nhiem-vu', label: m.budget_by_task() },
            { value: 'loai', label: m.budget_by_kind() },
          ]}
          onChange={(value) =>
            navigate({
              to: PATHS.budget,
              params: { nam },
              search: { theo: value === 'nguon' ? undefined : value },
              replace: true,
            })
          }
        />
      }
    >
      <TotalsTable
        caption={m.budget_split()}
        head={m.budget_group()}
        rows={[...rows, { ...budget.totals, key: 'sum', label: m.budget_sum_row() }]}
      />
    </Card>
  )
}
