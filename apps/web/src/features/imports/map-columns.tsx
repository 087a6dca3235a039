import { useMutation, useQueryClient } from '@tanstack/react-query'
import { columnsOf } from '@tien-do/domain/import-columns'
import type { ImportResource } from '@tien-do/domain/import-options'
import { IMPORT_DECLARATIONS } from '@tien-do/domain/import-resources'
import { useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { columnName } from './column-names.ts'
import { ImportProblem } from './import-problem.tsx'
import type { ImportReport } from './import-report.ts'
import styles from './imports.module.css'

const LEAVE_OUT = '-'
const MOST_SHOWN = 40

/** Headings that nobody knows are explained once; every import after reads them so. */
export function MapColumns({ report }: { report: ImportReport }) {
  const unknown = unknownHeadings(report)
  return unknown.length > 0 && <Mapping key={unknown.join('\n')} report={report} unknown={unknown} />
}

function Mapping({ report, unknown }: { report: ImportReport; unknown: readonly string[] }) {
  const { code: plan } = useCurrentPlan()
  const queryClient = useQueryClient()
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const remember = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/plans/{plan}/import-headings/{resource}', {
          params: { path: { plan, resource: report.resource } },
          body: {
            headings: Object.entries(said)
              .filter(([, column]) => column !== '')
              .map(([heading, column]) => ({ heading, column: column === LEAVE_OUT ? null : column })),
          },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['imports', plan] }),
  })
  const options = optionsFor(report)
  return (
    <Card title={m.import_map()}>
      <p className={styles.hint}>{m.import_map_text()}</p>
      <div className={styles.mapping}>
        {unknown.map((heading) => (
          <Select
            key={heading}
            label={heading}
            value={said[heading] ?? ''}
            options={options}
            onChange={(column) => setSaid({ ...said, [heading]: column })}
          />
        ))}
      </div>
      {remember.isError && <ImportProblem error={remember.error} />}
      <Button
        isPending={remember.isPending}
        isDisabled={!Object.values(said).some((column) => column !== '')}
        onPress={() => remember.mutate()}
      >
        {m.import_map_remember()}
      </Button>
    </Card>
  )
}

function unknownHeadings({ errors }: ImportReport): string[] {
  const headings = errors.flatMap(({ code, row, value }) =>
    code === 'unknown_column' && row === null && value ? [value] : [],
  )
  return [...new Set(headings)].slice(0, MOST_SHOWN)
}

/** The columns that the file has not filled yet. */
function optionsFor({ resource, columns: { recognized } }: ImportReport) {
  const columns = IMPORT_DECLARATIONS[resource satisfies ImportResource].columns
  const open = columnsOf(columns).filter((name) => !columns[name]?.readOnly && !recognized.includes(name))
  return [
    { value: '', label: m.import_map_open() },
    ...open.map((name) => ({ value: name, label: columnName(resource, name) })),
    { value: LEAVE_OUT, label: m.import_map_leave_out() },
  ]
}
