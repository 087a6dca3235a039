import { type BudgetState, type FinanceField, isFieldOpen } from '@tien-do/domain/budget'
import { parseMoney } from '@tien-do/domain/number-vi'
import { type FormEvent, useState } from 'react'
import { useMay } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './budget.module.css'
import { shownMoney } from './budget-words.ts'
import type { BudgetLine, BudgetRequest } from './queries.ts'
import { useSaveBudgetFigures } from './use-budget.ts'

type Amount = 'adjusted' | 'allocated' | 'spent'

/** The lines as they stand; Finance writes in them what their state is open to. */
export function RequestLines({ request }: { request: BudgetRequest }) {
  const save = useSaveBudgetFigures(request.year)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const mayAdjust = useMay('budget.adjust')
  const state: BudgetState = request.state ?? 'draft'
  const isOpen = (field: FinanceField) => mayAdjust && isFieldOpen(field, state)
  const open = (['adjusted', 'financeNote', 'allocated', 'spent'] as const).filter(isOpen)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const faults: string[] = []
    const lines = request.lines.map((line) => {
      const said = open.map((field) => {
        const typed = textIn(form, `${field} ${line.line}`)
        if (field === 'financeNote') return [field, typed.trim() === '' ? null : typed.trim()]
        const parsed = parseMoney(typed)
        if (parsed.kind === 'fault') faults.push(`${field} ${line.line}`)
        const amount = parsed.kind === 'value' ? String(parsed.value) : null
        return [field, amount === null ? null : { amount, currency: 'VND' }]
      })
      return { department: request.department.code, line: line.line, ...Object.fromEntries(said) }
    })
    setWrong(faults)
    if (faults.length === 0) save.mutate(lines)
  }

  const amount = (field: Amount, header: string): Column<BudgetLine> => ({
    key: field,
    header,
    number: true,
    cell: (line) =>
      isOpen(field) ? (
        <input
          className={styles.amount}
          name={`${field} ${line.line}`}
          aria-label={m.budget_cell({ number: line.line, header })}
          aria-invalid={wrong.includes(`${field} ${line.line}`)}
          autoComplete="off"
          defaultValue={line[field] === null ? '' : shownMoney(line[field])}
        />
      ) : (
        shownMoney(line[field])
      ),
  })
  const columns: Column<BudgetLine>[] = [
    {
      key: 'name',
      header: m.budget_line_name(),
      rowHeader: true,
      cell: (line) => (
        <span className={styles.name}>
          {line.name}
          <small>
            {[
              line.task ?? m.budget_whole_plan(),
              request.sources.find(({ code }) => code === line.source)?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {line.aboveRequest && <small className={styles.warn}>{m.budget_above_request()}</small>}
        </span>
      ),
    },
    {
      key: 'quantity',
      header: m.budget_line_quantity(),
      number: true,
      cell: ({ quantity, unit }) => `${quantity.replace('.', ',')} ${unit}`,
    },
    {
      key: 'price',
      header: m.budget_line_price(),
      number: true,
      cell: ({ unitPrice }) => shownMoney(unitPrice),
    },
    {
      key: 'requested',
      header: m.budget_requested_head(),
      number: true,
      cell: ({ requested }) => shownMoney(requested),
    },
    amount('adjusted', m.budget_adjusted_head()),
    amount('allocated', m.budget_allocated_head()),
    amount('spent', m.budget_spent_head()),
    {
      key: 'note',
      header: m.budget_finance_note(),
      cell: (line) =>
        isOpen('financeNote') ? (
          <input
            className={styles.noteInput}
            name={`financeNote ${line.line}`}
            aria-label={m.budget_cell({ number: line.line, header: m.budget_finance_note() })}
            autoComplete="off"
            defaultValue={line.financeNote ?? ''}
          />
        ) : (
          line.financeNote
        ),
    },
  ]
  if (request.lines.length === 0) return null
  return (
    <form onSubmit={submit} className={styles.stack}>
      {save.isError && <ProblemNotice error={save.error} />}
      {wrong.length > 0 && <Notice kind="error" live="alert" title={m.budget_money_wrong()} />}
      <Card title={m.budget_lines_title()} flush>
        <Table
          caption={m.budget_lines_title()}
          columns={columns}
          rows={request.lines}
          rowKey={({ line }) => String(line)}
          onPhone="scroll"
        />
      </Card>
      {open.length > 0 && (
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={save.isPending}>
            {m.budget_do_save_figures()}
          </Button>
        </div>
      )}
    </form>
  )
}
