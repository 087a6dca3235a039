import { useSuspenseQueries } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT, formatDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ExportLink } from '../imports/index.ts'
import { ArrangementCard } from './arrangement-card.tsx'
import { organisationQuery, type Unit, unitsQuery } from './queries.ts'
import { type UnitAct, UnitDialog } from './unit-dialog.tsx'
import { KIND, shortNameOf } from './unit-words.ts'
import styles from './units.module.css'
import { UnitsHistory } from './units-history.tsx'

const FOR_ONE = [
  ['rename', m.unit_rename],
  ['split', m.unit_split],
  ['close', m.unit_close],
] as const

/** The departments of today, what is prepared to happen to them, and what happened. */
export function UnitsPage() {
  usePageTitle(m.units_title())
  const plan = useCurrentPlan().code
  const [list, organisation] = useSuspenseQueries({ queries: [unitsQuery(plan), organisationQuery(plan)] })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [act, setAct] = useState<UnitAct | null>(null)
  const units = list.data.items
  const { arrangements, events, allowedActions } = organisation.data
  const now = units.filter(({ inForce }) => inForce)
  const picked = now.filter(({ code }) => chosen.has(code))
  const mayChange = allowedActions.length > 0

  function choose(code: string, isChosen: boolean) {
    const next = new Set(chosen)
    if (isChosen) next.add(code)
    else next.delete(code)
    setChosen(next)
  }
  function close() {
    setAct(null)
    setChosen(new Set())
  }

  return (
    <>
      <PageHeader
        title={m.units_title()}
        sub={<p>{m.units_sub({ count: now.length })}</p>}
        actions={
          <>
            <ExportLink resource="departments" label={m.export_departments()} />
            {mayChange && (
              <Button onPress={() => setAct('found')}>
                <Plus aria-hidden />
                {m.unit_found()}
              </Button>
            )}
          </>
        }
      />
      {arrangements.map((arrangement) => (
        <ArrangementCard
          key={arrangement.code}
          arrangement={arrangement}
          units={units}
          mayApply={mayChange}
        />
      ))}
      <Card title={m.units_now()} flush>
        {mayChange && (
          <div className={styles.acts}>
            {picked.length === 0 && <span className={styles.quiet}>{m.units_choose()}</span>}
            {picked.length === 1 &&
              FOR_ONE.map(([which, words]) => (
                <Button key={which} size="small" onPress={() => setAct(which)}>
                  {words()}
                </Button>
              ))}
            {picked.length > 0 && (
              <Button size="small" onPress={() => setAct('merge')}>
                {picked.length === 1 ? m.unit_merge_one() : m.unit_merge_count({ count: picked.length })}
              </Button>
            )}
          </div>
        )}
        <Table
          caption={m.units_now()}
          columns={columns(units, chosen, mayChange ? choose : null)}
          rows={now}
          rowKey={({ code }) => code}
        />
      </Card>
      <UnitsHistory events={events} units={units} />
      {act && <UnitDialog act={act} chosen={act === 'found' ? [] : picked} units={units} onClose={close} />}
    </>
  )
}

function columns(
  units: readonly Unit[],
  chosen: ReadonlySet<string>,
  choose: ((code: string, isChosen: boolean) => void) | null,
): Column<Unit>[] {
  const current = ({ versions }: Unit) => versions.at(-1)
  return [
    {
      key: 'name',
      header: m.units_name(),
      rowHeader: true,
      cell: ({ code, name }) =>
        choose ? (
          <label className={styles.choose}>
            <input
              type="checkbox"
              checked={chosen.has(code)}
              onChange={(event) => choose(code, event.target.checked)}
            />
            {name}
          </label>
        ) : (
          name
        ),
    },
    { key: 'kind', header: m.units_kind(), cell: ({ kind }) => KIND[kind]() },
    {
      key: 'parent',
      header: m.units_parent(),
      cell: (unit) => {
        const parent = current(unit)?.parent
        return parent ? shortNameOf(units, parent) : ABSENT
      },
    },
    {
      key: 'since',
      header: m.units_since(),
      cell: (unit) => {
        const since = current(unit)?.validFrom
        return since ? formatDay(since) : m.units_from_start()
      },
    },
    { key: 'code', header: m.units_code(), cell: ({ code }) => code },
  ]
}
