import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { type FormEvent, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT, formatDay, formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './history-card.module.css'
import { comparisonQuery } from './queries.ts'
import { saidInWords } from './said-figure.ts'
import type { IndicatorDetail } from './status.ts'

type Difference = Schemas['MeasurementComparison']['items'][number]

/** What was in force at the end of one day and of another: only where the two differ. */
export function CompareDays({ indicator }: { indicator: IndicatorDetail }) {
  const plan = useCurrentPlan().code
  const [days, setDays] = useState<{ from: string; to: string } | null>(null)
  const { data, error } = useQuery({
    ...comparisonQuery(plan, indicator.code, days ?? { from: '', to: '' }),
    enabled: days !== null,
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [from, to] = [textIn(form, 'from'), textIn(form, 'to')]
    if (from !== '' && to !== '') setDays({ from, to })
  }
  return (
    <details className={styles.compare}>
      <summary>{m.compare_title()}</summary>
      <form className={styles.days} onSubmit={submit}>
        <Field label={m.compare_from()} name="from" type="date" isRequired />
        <Field label={m.compare_to()} name="to" type="date" isRequired />
        <Button type="submit">{m.compare_do()}</Button>
      </form>
      {error && <ProblemNotice error={error} />}
      {data && data.items.length === 0 && <p className={styles.none}>{m.compare_none()}</p>}
      {data && data.items.length > 0 && (
        <Table
          caption={m.compare_title()}
          columns={columnsFor(data, indicator)}
          rows={data.items}
          rowKey={({ area, on }) => `${area} ${on}`}
        />
      )}
    </details>
  )
}

function columnsFor(
  { from, to }: Schemas['MeasurementComparison'],
  indicator: IndicatorDetail,
): readonly Column<Difference>[] {
  const areaNames = new Map(indicator.areas.map(({ code, name }) => [code, name]))
  const side = (key: 'before' | 'after', day: string): Column<Difference> => ({
    key,
    header: m.compare_end_of({ day: formatDay(day) }),
    number: true,
    cell: (row) => {
      const figure = row[key]
      return figure ? saidInWords(figure, 1) : ABSENT
    },
  })
  return [
    {
      key: 'place',
      header: m.column_area(),
      rowHeader: true,
      cell: ({ area, on }) => (
        <div>
          {area === null ? m.history_ward() : (areaNames.get(area) ?? area)}
          <small className={styles.small}>{formatDay(on)}</small>
        </div>
      ),
    },
    side('before', from),
    side('after', to),
    {
      key: 'why',
      header: m.history_column_why(),
      cell: ({ after }) =>
        after ? (
          <div>
            {after.reason}
            <small className={styles.small}>
              {m.history_by({ who: after.enteredBy, when: formatInstant(after.enteredAt) })}
            </small>
          </div>
        ) : (
          ABSENT
        ),
    },
  ]
}
