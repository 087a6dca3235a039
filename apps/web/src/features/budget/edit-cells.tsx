import { BUDGET_LINE_KINDS } from '@tien-do/domain/budget'
import { formatDong } from '@tien-do/domain/money'
import { Trash2 } from 'lucide-react'
import { type ClipboardEvent, Fragment } from 'react'
import { ABSENT } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { IconButton } from '../../ui/button.tsx'
import styles from './budget.module.css'
import { KIND } from './budget-words.ts'
import { amountOf, type EditField, type EditRow } from './edit-rows.ts'

interface EditCellsProps {
  row: EditRow
  number: number
  tasks: readonly { code: string; name: string }[]
  works: readonly { code: string; name: string; task: string }[]
  sources: readonly { code: string; name: string }[]
  faults: readonly EditField[]
  onChange: (row: EditRow) => void
  onRemove: () => void
  onPaste: (event: ClipboardEvent) => void
}

/** One line of the entry: real inputs in a real table. */
export function EditCells({
  row,
  number,
  tasks,
  works,
  sources,
  faults,
  onChange,
  onRemove,
  onPaste,
}: EditCellsProps) {
  const amount = amountOf(row)
  const input = (field: EditField, header: string, mode: 'text' | 'decimal' = 'text') => (
    <td data-label={header} className={styles[field]}>
      <input
        aria-label={m.budget_cell({ number, header })}
        aria-invalid={faults.includes(field)}
        autoComplete="off"
        inputMode={mode}
        value={row[field]}
        onChange={(event) => onChange({ ...row, [field]: event.target.value })}
        onPaste={field === 'name' ? onPaste : undefined}
      />
    </td>
  )
  const select = (
    field: 'kind' | 'source',
    header: string,
    options: readonly { code: string; name: string }[],
  ) => (
    <td data-label={header}>
      <select
        aria-label={m.budget_cell({ number, header })}
        value={row[field]}
        onChange={(event) => onChange({ ...row, [field]: event.target.value })}
      >
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </td>
  )
  return (
    <>
      <tr>
        {input('name', m.budget_line_name())}
        {select(
          'kind',
          m.budget_line_kind(),
          BUDGET_LINE_KINDS.map((code) => ({ code, name: KIND[code]() })),
        )}
        <td data-label={m.budget_line_task()}>
          <select
            aria-label={m.budget_cell({ number, header: m.budget_line_task() })}
            value={row.subTask || row.task}
            onChange={({ target: { value } }) => {
              const task = works.find(({ code }) => code === value)?.task
              onChange({ ...row, task: task ?? value, subTask: task ? value : '' })
            }}
          >
            <option value="">{m.budget_whole_plan()}</option>
            {tasks.map(({ code, name }) => (
              <Fragment key={code}>
                <option value={code}>{`${code} ${name}`}</option>
                {works
                  .filter(({ task }) => task === code)
                  .map((work) => (
                    <option key={work.code} value={work.code}>{`– ${work.code} ${work.name}`}</option>
                  ))}
              </Fragment>
            ))}
          </select>
        </td>
        {select('source', m.budget_line_source(), sources)}
        {input('quantity', m.budget_line_quantity(), 'decimal')}
        {input('unit', m.budget_line_unit())}
        {input('unitPrice', m.budget_line_price())}
        <td className={styles.number} data-label={m.budget_line_amount()}>
          {amount === null ? ABSENT : formatDong(amount)}
        </td>
        <td>
          <IconButton label={m.budget_remove_line({ number })} onPress={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        </td>
      </tr>
      {row.financeNote && (
        <tr className={styles.noteRow}>
          <td colSpan={9}>{m.budget_finance_says({ note: row.financeNote })}</td>
        </tr>
      )}
    </>
  )
}
