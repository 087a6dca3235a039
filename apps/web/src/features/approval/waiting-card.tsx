import { TriangleAlert } from 'lucide-react'
import { formatInstant } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextLink } from '../../ui/link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { warningSentence } from '../entry/sentences.ts'
import { nameOf } from '../indicators/names.ts'
import { saidInWords, shareInWords } from '../indicators/said-figure.ts'
import styles from './approval.module.css'
import type { Waiting } from './queries.ts'
import { changeInWords, lastInWords } from './waiting-words.ts'

interface WaitingCardProps {
  /** All of one indicator. */
  items: readonly Waiting[]
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[], isChosen: boolean) => void
}

/** What waits of one indicator: each beside its last figure, with what the checks and who entered it say. */
export function WaitingCard({ items, chosen, onChoose }: WaitingCardProps) {
  const [first] = items
  if (!first) return null
  const { indicator, owner } = first
  const open = items.filter(mayBeDecided).map(({ measurement }) => measurement.id)
  return (
    <Card
      title={
        <TextLink to={PATHS.indicator} params={{ ma: indicator.code }}>
          {nameOf(indicator)}
        </TextLink>
      }
      flush
      aside={
        <span className={styles.aside}>
          {owner && <span className={styles.quiet}>{owner.shortName}</span>}
          {open.length > 1 && (
            <Checkbox
              label={m.approval_choose_all({ count: open.length })}
              isChecked={open.every((id) => chosen.has(id))}
              onChange={(isChosen) => onChoose(open, isChosen)}
            />
          )}
        </span>
      }
    >
      <Table
        caption={nameOf(indicator)}
        columns={columnsFor(chosen, onChoose)}
        rows={items}
        rowKey={({ measurement }) => measurement.id}
      />
    </Card>
  )
}

export function mayBeDecided({ measurement }: Waiting): boolean {
  return measurement.allowedActions.includes('measurement.approve')
}

export const placeOf = ({ area }: Waiting): string => area?.name ?? m.history_ward()

function columnsFor(
  chosen: ReadonlySet<string>,
  onChoose: WaitingCardProps['onChoose'],
): readonly Column<Waiting>[] {
  return [
    {
      key: 'place',
      header: m.column_area(),
      rowHeader: true,
      cell: (row) =>
        mayBeDecided(row) ? (
          <Checkbox
            label={placeOf(row)}
            isChecked={chosen.has(row.measurement.id)}
            onChange={(isChosen) => onChoose([row.measurement.id], isChosen)}
          />
        ) : (
          <div>
            {placeOf(row)}
            <small className={styles.small}>{m.approval_not_yours()}</small>
          </div>
        ),
    },
    {
      key: 'now',
      header: m.approval_column_now(),
      number: true,
      cell: ({ measurement, indicator }) => (
        <div>
          {saidInWords(measurement, indicator.decimals)}
          <small className={styles.small}>{shareInWords(measurement, indicator.decimals)}</small>
          {measurement.method === 'estimated' && (
            <small className={styles.small}>{m.method_estimated()}</small>
          )}
        </div>
      ),
    },
    {
      key: 'last',
      header: m.approval_column_last(),
      number: true,
      cell: (row) => (
        <div>
          {lastInWords(row)}
          <small className={styles.small}>{changeInWords(row)}</small>
        </div>
      ),
    },
    {
      key: 'odd',
      header: m.approval_column_odd(),
      cell: (row) => <Odd row={row} />,
    },
    {
      key: 'entered',
      header: m.column_entered(),
      cell: ({ measurement: { enteredBy, enteredAt, source } }) => (
        <div>
          {enteredBy}
          <small className={styles.small}>{formatInstant(enteredAt)}</small>
          {source && <small className={styles.small}>{source}</small>}
        </div>
      ),
    },
  ]
}

/** What is odd about it, what it would replace, and the reason that was given. */
function Odd({ row: { measurement, inForce, indicator } }: { row: Waiting }) {
  const { warnings, reason, note } = measurement
  // What it would replace says so by itself.
  const warned = warnings.filter(({ level, code }) => level === 'warn' && code !== 'corrects_approved')
  return (
    <div className={styles.odd}>
      {warned.map(({ code, params }) => (
        <span key={code} className={styles.warning}>
          <TriangleAlert aria-hidden />
          {warningSentence(code, params)}
        </span>
      ))}
      {inForce && <span>{m.approval_replaces({ figure: saidInWords(inForce, indicator.decimals) })}</span>}
      {reason && <q className={styles.reason}>{reason}</q>}
      {note && <span className={styles.quiet}>{note}</span>}
    </div>
  )
}
