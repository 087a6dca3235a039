import { m } from '../../paraglide/messages.js'
import { Table } from '../../ui/table.tsx'
import type { Arranged, Unit } from './queries.ts'
import { movedRows, shortNameOf } from './unit-words.ts'
import styles from './units.module.css'

interface ArrangedPreviewProps {
  arranged: Arranged
  units: readonly Unit[]
  /** Names of what the act itself makes: the list does not know them yet. */
  named: Readonly<Record<string, string>>
}

/** What goes over to whom, where papers go from then on, and who gets copies. */
export function ArrangedPreview({ arranged, units, named }: ArrangedPreviewProps) {
  const rows = movedRows(arranged.moves)
  const nameOf = (code: string) => named[code] ?? shortNameOf(units, code)
  const { before, after } = arranged.paper
  const copies = { before: before.recipients.join('; '), after: after.recipients.join('; ') }
  return (
    <div className={styles.preview}>
      <h3>{m.units_moves()}</h3>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{m.units_moves_nothing()}</p>
      ) : (
        <Table
          caption={m.units_moves()}
          columns={[
            { key: 'from', header: m.units_from(), rowHeader: true, cell: ({ from }) => nameOf(from) },
            { key: 'to', header: m.units_to(), cell: ({ to }) => nameOf(to) },
            { key: 'what', header: m.units_what(), cell: ({ words }) => words },
          ]}
          rows={rows}
          rowKey={({ from, to }) => `${from} ${to}`}
        />
      )}
      <h3>{m.units_routes()}</h3>
      {arranged.routes.length === 0 && before.issuer === after.issuer && copies.before === copies.after ? (
        <p className={styles.quiet}>{m.units_routes_same()}</p>
      ) : (
        <Table
          caption={m.units_routes()}
          columns={[
            { key: 'name', header: m.units_paper(), rowHeader: true, cell: ({ name }) => name },
            { key: 'before', header: m.units_before(), cell: ({ old }) => old },
            { key: 'after', header: m.units_after(), cell: ({ now }) => now },
          ]}
          rows={[
            ...arranged.routes.map((route) => ({
              key: route.after.deadline,
              name: route.after.name,
              old: routeInWords(route.before),
              now: routeInWords(route.after),
            })),
            { key: 'issuer', name: m.units_issuer(), old: before.issuer, now: after.issuer },
            { key: 'copies', name: m.units_copies(), old: copies.before, now: copies.after },
          ].filter(({ old, now }) => old !== now)}
          rowKey={({ key }) => key}
        />
      )}
    </div>
  )
}

function routeInWords({ recipient, via }: Arranged['routes'][number]['before']): string {
  if (via === null) return recipient ?? ''
  return recipient === null ? m.units_only_via({ via }) : m.units_via({ recipient, via })
}
