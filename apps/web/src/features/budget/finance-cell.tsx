import type { FinanceField } from '@tien-do/domain/budget'
import { ABSENT } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import styles from './budget.module.css'
import { type Edit, isOvertaken, storedText } from './finance-edits.ts'
import type { BudgetLine } from './queries.ts'

interface FinanceCellProps {
  field: FinanceField
  label: string
  line: BudgetLine
  edit: Edit | undefined
  isWrong: boolean
  /** Null: nothing is typed here any more. */
  onEdit: (edit: Edit | null) => void
}

/** One cell that Finance writes in; where somebody else was faster both values stand there until one is chosen. */
export function FinanceCell({ field, label, line, edit, isWrong, onEdit }: FinanceCellProps) {
  const stored = storedText(line, field)
  return (
    <span className={styles.financeCell}>
      <input
        className={field === 'financeNote' ? styles.noteInput : styles.amount}
        aria-label={label}
        aria-invalid={isWrong}
        autoComplete="off"
        value={edit?.text ?? stored}
        onChange={({ target }) => onEdit({ text: target.value, over: edit?.over ?? stored })}
      />
      {edit && isOvertaken(edit, stored) && (
        <>
          <small className={styles.warn}>{m.budget_theirs({ value: stored || ABSENT })}</small>
          <span className={styles.choice}>
            <Button size="small" onPress={() => onEdit(null)}>
              {m.budget_take_theirs()}
            </Button>
            <Button size="small" look="quiet" onPress={() => onEdit({ ...edit, over: stored })}>
              {m.budget_keep_mine()}
            </Button>
          </span>
        </>
      )}
    </span>
  )
}
