import { type BudgetState, type FinanceField, isFieldOpen } from '@tien-do/domain/budget'
import { type FormEvent, useState } from 'react'
import { useMay } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './budget.module.css'
import { shownMoney } from './budget-words.ts'
import { FinanceCell } from './finance-cell.tsx'
import { cellKey, type Edits, figuresOf, isOvertaken, storedText } from './finance-edits.ts'
import type { Budget, BudgetLine, BudgetRequest } from './queries.ts'
import { useSaveBudgetFigures } from './use-budget.ts'

type Amount = 'adjusted' | 'allocated' | 'spent'

interface RequestLinesProps {
  /** The year as it was read, with the request in it: what is written is written over this version. */
  budget: Budget
  request: BudgetRequest
}

/** The lines as they stand; Finance writes in them what their state is open to. */
export function RequestLines({ budget, request }: RequestLinesProps) {
  const save = useSaveBudgetFigures(budget)
  const [edits, setEdits] = useState<Edits>({})
  const [wrong, setWrong] = useState<readonly string[]>([])
  const mayAdjust = useMay('budget.adjust')
  const state: BudgetState = request.state ?? 'draft'
  const isOpen = (field: FinanceField) => mayAdjust && isFieldOpen(field, state)
  const open = (['adjusted', 'financeNote', 'allocated', 'spent'] as const).filter(isOpen)
  const conflicts = request.lines.flatMap((line) =>
    open.filter((field) => isOvertaken(edits[cellKey(field, line.line)], storedText(line, field))),
  ).length

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { figures, faulty } = figuresOf(edits, request.lines, open, request.department.code)
    setWrong(faulty)
    if (faulty.length > 0 || conflicts > 0 || figures.length === 0) return
    save.mutate(figures, { onSuccess: () => setEdits({}) })
  }

  const cell = (field: FinanceField, header: string) => (line: BudgetLine) => (
    <FinanceCell
      field={field}
      label={m.budget_cell({ number: line.line, header })}
      line={line}
      edit={edits[cellKey(field, line.line)]}
      isWrong={wrong.includes(cellKey(field, line.line))}
      onEdit={(edit) => {
        const { [cellKey(field, line.line)]: _old, ...others } = edits
        setEdits(edit ? { ...others, [cellKey(field, line.line)]: edit } : others)
      }}
    />
  )
  const amount = (field: Amount, header: string): Column<BudgetLine> => ({
    key: field,
    header,
    number: true,
    cell: isOpen(field) ? cell(field, header) : (line) => shownMoney(line[field]),
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
              line.subTask ?? line.task ?? m.budget_whole_plan(),
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
      cell: isOpen('financeNote') ? cell('financeNote', m.budget_finance_note()) : (line) => line.financeNote,
    },
  ]
  if (request.lines.length === 0) return null
  return (
    <form onSubmit={submit} className={styles.stack}>
      {save.isError && conflicts === 0 && <ProblemNotice error={save.error} />}
      {conflicts > 0 && (
        <Notice kind="warning" live="alert" title={m.budget_conflict({ count: conflicts })} />
      )}
      {wrong.length > 0 && <Notice kind="error" live="alert" title={m.budget_money_wrong()} />}
      <Card title={m.budget_lines_title()} flush>
        <Table
          caption={m.budget_lines_title()}
          columns={columns}
          rows={request.lines}
          rowKey={({ line }) => String(line)}
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
