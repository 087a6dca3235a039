import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
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
import { NOBODY, OPEN_STATES, type OpenState } from './completeness-search.ts'
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
  const state = search.o && OPEN_STATES[search.o]
  const indicators = data.indicators
    .filter(({ owner }) => !chosen || (owner ?? NOBODY) === chosen)
    .map((row) => ({ ...row, open: row.open.filter((cell) => !state || cell.state === state) }))
    .filter(({ open }) => open.length > 0)
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
                  department
                    ? [{ value: department.code, label: department.shortName }]
                    : [{ value: NOBODY, label: m.fact_owner_none() }],
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
            <Select
              label={m.completeness_state()}
              hideLabel
              value={search.o ?? ANY}
              options={[
                { value: ANY, label: m.completeness_every_state() },
                { value: 'chua-nhap', label: m.completeness_missing() },
                { value: 'ban-nhap', label: m.completeness_draft() },
                { value: 'tra-lai', label: m.completeness_returned() },
              ]}
              onChange={(value) =>
                navigate({
                  to: PATHS.completeness,
                  search: { ...search, o: (value as OpenState) || undefined },
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
  const count = (
    key: keyof DepartmentRow['counts'],
    header: string,
    link?: (department: string, count: number) => ReactNode,
  ): Column<DepartmentRow> => ({
    key,
    header,
    number: true,
    cell: ({ department, counts }) =>
      link && counts[key] > 0 ? link(department?.code ?? NOBODY, counts[key]) : formatNumber(counts[key], 0),
  })
  // A count leads to the very cells it counts.
  const toCells = (o: OpenState) => (department: string, cells: number) => (
    <TextLink
      to={PATHS.completeness}
      search={{ nam: year, 'bo-phan': department, o }}
      className={styles.number}
    >
      {formatNumber(cells, 0)}
    </TextLink>
  )
  const toQueue = (department: string, cells: number) => (
    <TextLink
      to={PATHS.approval}
      search={{ nam: year, ...(department !== NOBODY && { 'bo-phan': department }) }}
      className={styles.number}
    >
      {formatNumber(cells, 0)}
    </TextLink>
  )
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
    count('missing', m.completeness_missing(), toCells('chua-nhap')),
    count('draft', m.completeness_draft(), toCells('ban-nhap')),
    count('returned', m.completeness_returned(), toCells('tra-lai')),
    count('submitted', m.completeness_submitted(), toQueue),
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
        const all = (words: string) => (
          <TextLink to={PATHS.entry} params={{ nam: year, nhom: group }} search={{ ct: code }}>
            {words}
          </TextLink>
        )
        if (areas.length === 0) return all(m.history_ward())
        if (areas.length === counts.expected && areas.every(({ state }) => state === 'missing'))
          return all(m.completeness_all({ count: areas.length }))
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
