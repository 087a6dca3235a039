import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatLastDay, formatNumber, yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { nameOf } from '../indicators/names.ts'
import styles from './approval.module.css'
import { type Completeness, completenessQuery } from './queries.ts'

type DepartmentRow = Completeness['departments'][number]
type IndicatorRow = Completeness['indicators'][number]
const ANY = ''

/** What a year still lacks: for whom, by when, and the way to each cell. */
export function CompletenessPage() {
  usePageTitle(m.completeness_title())
  const plan = useCurrentPlan().code
  const search = useSearch({ from: '/signed-in/so-lieu-con-thieu' })
  const navigate = useNavigate()
  const year = search.nam ?? yearNow()
  const { data } = useSuspenseQuery(completenessQuery(plan, Number(year)))
  const areaNames = new Map(data.areas.map(({ code, name }) => [code, name]))
  const chosen = search['bo-phan']
  const indicators = data.indicators.filter(
    ({ owner, open }) => open.length > 0 && (!chosen || owner === chosen),
  )
  return (
    <>
      <PageHeader
        title={m.completeness_title()}
        sub={<span>{m.completeness_sub({ year, ...wordsOf(data.total) })}</span>}
      />
      <Card title={m.completeness_departments()} flush>
        <Table
          caption={m.completeness_departments()}
          columns={departmentColumns(year)}
          rows={data.departments}
          rowKey={({ department }) => department?.code ?? ''}
        />
      </Card>
      <Card
        title={m.completeness_cells()}
        flush
        aside={
          <search className={styles.filters} aria-label={m.approval_filters()}>
            <Select
              label={m.approval_department()}
              hideLabel
              value={chosen ?? ANY}
              options={[
                { value: ANY, label: m.approval_every_department() },
                ...data.departments.flatMap(({ department }) =>
                  department ? [{ value: department.code, label: department.shortName }] : [],
                ),
              ]}
              onChange={(value) =>
                navigate({
                  to: PATHS.completeness,
                  search: { ...search, 'bo-phan': value || undefined },
                  replace: true,
                })
              }
            />
          </search>
        }
      >
        {indicators.length === 0 ? (
          <p className={styles.inset}>{m.completeness_none()}</p>
        ) : (
          <Table
            caption={m.completeness_cells()}
            columns={indicatorColumns(year, areaNames)}
            rows={indicators}
            rowKey={({ code }) => code}
          />
        )}
      </Card>
    </>
  )
}

function departmentColumns(year: string): readonly Column<DepartmentRow>[] {
  const count = (key: keyof DepartmentRow['counts'], header: string): Column<DepartmentRow> => ({
    key,
    header,
    number: true,
    cell: ({ counts }) => formatNumber(counts[key], 0),
  })
  return [
    {
      key: 'department',
      header: m.approval_department(),
      rowHeader: true,
      cell: ({ department, exempt, lastDay }) => (
        <div>
          {department ? (
            <TextLink to={PATHS.completeness} search={{ nam: year, 'bo-phan': department.code }}>
              {department.name}
            </TextLink>
          ) : (
            m.fact_owner_none()
          )}
          <small className={styles.small}>
            {exempt === null ? lastDay && formatLastDay(lastDay) : m.completeness_exempt({ reason: exempt })}
          </small>
        </div>
      ),
    },
    count('missing', m.completeness_missing()),
    count('draft', m.completeness_draft()),
    count('returned', m.completeness_returned()),
    count('submitted', m.completeness_submitted()),
    count('approved', m.completeness_approved()),
    count('expected', m.completeness_expected()),
  ]
}

function indicatorColumns(
  year: string,
  areaNames: ReadonlyMap<string, string>,
): readonly Column<IndicatorRow>[] {
  return [
    {
      key: 'indicator',
      header: m.completeness_indicator(),
      rowHeader: true,
      cell: (row) => (
        <TextLink to={PATHS.entry} params={{ nam: year, nhom: row.group }} search={{ ct: row.code }}>
          {nameOf(row)}
        </TextLink>
      ),
    },
    {
      key: 'open',
      header: m.completeness_open(),
      cell: ({ code, group, open, counts }) => {
        const areas = open.flatMap(({ area, state }) => (area ? [{ area, state }] : []))
        if (areas.length === 0) return m.history_ward()
        if (areas.length === counts.expected && areas.every(({ state }) => state === 'missing'))
          return m.completeness_all({ count: areas.length })
        return (
          <span className={styles.cells}>
            {areas.map(({ area, state }) => (
              <TextLink
                key={area}
                to={PATHS.entry}
                params={{ nam: year, nhom: group }}
                search={{ ct: code, to: area }}
              >
                {areaNames.get(area) ?? area}
                {state === 'returned' && ` (${m.completeness_returned()})`}
                {state === 'draft' && ` (${m.completeness_draft()})`}
              </TextLink>
            ))}
          </span>
        )
      },
    },
  ]
}

function wordsOf({ missing, draft, returned, submitted, expected }: Completeness['total']) {
  return {
    open: formatNumber(missing + draft + returned, 0),
    waiting: formatNumber(submitted, 0),
    expected: formatNumber(expected, 0),
  }
}
