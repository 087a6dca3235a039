import { useSuspenseQuery } from '@tanstack/react-query'
import { formatDong } from '@tien-do/domain/money'
import { readTsv } from '@tien-do/domain/tsv'
import { Plus } from 'lucide-react'
import { type ClipboardEvent, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { subTasksQuery, tasksQuery } from '../tasks/queries.ts'
import styles from './budget.module.css'
import { shownMoney } from './budget-words.ts'
import { EditCells } from './edit-cells.tsx'
import {
  blankRow,
  type EditRow,
  faultsOf,
  isTouched,
  linesOf,
  pasteInto,
  rowsOf,
  totalOf,
} from './edit-rows.ts'
import type { BudgetRequest } from './queries.ts'
import { useSaveBudgetRequest } from './use-budget.ts'

/** One table for the whole answer: typed, or pasted from a sheet; stored as a draft, or sent to Finance. */
export function RequestEditor({ request }: { request: BudgetRequest }) {
  const source = request.sources[0]?.code ?? ''
  const plan = useCurrentPlan().code
  const { items: tasks } = useSuspenseQuery(tasksQuery(plan)).data
  const { items: works } = useSuspenseQuery(
    subTasksQuery(plan, { year: request.year, department: request.department.code }),
  ).data
  const [seen, setSeen] = useState(request)
  const [rows, setRows] = useState(() => rowsOf(request, source))
  const [noCost, setNoCost] = useState(request.noCost)
  const [isChecked, setChecked] = useState(false)
  const save = useSaveBudgetRequest(seen)
  const isOvertaken = request.etag !== seen.etag && !save.isPending
  const isMine = isTouched(rows, noCost, seen)
  if (isOvertaken && !isMine) take(request)
  const wrong = noCost ? 0 : rows.filter((row) => faultsOf(row).length > 0).length
  const total = noCost ? 0n : totalOf(rows)

  function take(stored: BudgetRequest) {
    setSeen(stored)
    setRows(rowsOf(stored, source))
    setNoCost(stored.noCost)
  }
  function store(send: boolean) {
    setChecked(true)
    const lines = noCost ? [] : linesOf(rows)
    if (wrong === 0) save.mutate({ noCost, lines, send }, { onSuccess: take })
  }
  function paste(event: ClipboardEvent, at: number) {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    setRows(pasteInto(rows, at, readTsv(text), source))
  }

  return (
    <Card title={m.budget_entry()} aside={m.budget_paste_hint()}>
      <div className={styles.stack}>
        {isOvertaken && isMine ? (
          <Notice
            kind="warning"
            live="alert"
            title={m.budget_other_version()}
            actions={
              <>
                <Button size="small" onPress={() => take(request)}>
                  {m.budget_take_version()}
                </Button>
                <Button size="small" look="quiet" onPress={() => setSeen(request)}>
                  {m.budget_keep_version()}
                </Button>
              </>
            }
          >
            {m.budget_other_version_text({
              theirs: shownMoney(request.totals.requested),
              mine: formatDong(total),
            })}
          </Notice>
        ) : (
          save.isError && <ProblemNotice error={save.error} />
        )}
        {isChecked && wrong > 0 && (
          <Notice kind="error" live="alert" title={m.budget_wrong({ count: wrong })} />
        )}
        <Checkbox label={m.budget_no_cost_long()} isChecked={noCost} onChange={setNoCost} />
        {!noCost && (
          <>
            <table className={styles.entry}>
              <caption className={styles.caption}>{m.budget_entry()}</caption>
              <thead>
                <tr>
                  {[
                    m.budget_line_name(),
                    m.budget_line_kind(),
                    m.budget_line_task(),
                    m.budget_line_source(),
                    m.budget_line_quantity(),
                    m.budget_line_unit(),
                    m.budget_line_price(),
                    m.budget_line_amount(),
                  ].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <EditCells
                    key={row.key}
                    row={row}
                    number={at + 1}
                    tasks={tasks}
                    works={works}
                    sources={request.sources}
                    faults={isChecked ? faultsOf(row) : []}
                    onChange={(changed: EditRow) =>
                      setRows(rows.map((each) => (each.key === row.key ? changed : each)))
                    }
                    onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
                    onPaste={(event) => paste(event, at)}
                  />
                ))}
              </tbody>
            </table>
            <div className={styles.buttons}>
              <Button size="small" onPress={() => setRows([...rows, blankRow(source)])}>
                <Plus aria-hidden />
                {m.budget_add_line()}
              </Button>
            </div>
          </>
        )}
        <p className={styles.sum} role="status">
          {m.budget_sum()} <b>{noCost ? ABSENT : formatDong(total)}</b> {m.budget_dong()}
        </p>
        <div className={styles.buttons}>
          <Button
            look="primary"
            isPending={save.isPending && save.variables.send}
            onPress={() => store(true)}
          >
            {m.budget_do_request()}
          </Button>
          <Button isPending={save.isPending && !save.variables.send} onPress={() => store(false)}>
            {m.budget_do_save()}
          </Button>
        </div>
      </div>
    </Card>
  )
}
