// What Finance has typed on the lines of a request and not stored yet, laid over what is stored now.

import type { FinanceField } from '@tien-do/domain/budget'
import { parseMoney } from '@tien-do/domain/number-vi'
import { ABSENT } from '../../lib/format.ts'
import { shownMoney } from './budget-words.ts'
import type { BudgetLine, Money } from './queries.ts'

export interface Edit {
  readonly text: string
  /** What stood there when the typing began, or when the person chose to keep their own. */
  readonly over: string
}
/** By `cellKey`. */
export type Edits = Readonly<Record<string, Edit>>

export const cellKey = (field: FinanceField, line: number) => `${field} ${line}`

/** What is stored in a cell, as a person would type it. */
export function storedText(line: BudgetLine, field: FinanceField): string {
  if (field === 'financeNote') return line.financeNote ?? ''
  const shown = shownMoney(line[field])
  return shown === ABSENT ? '' : shown
}

/** Typed over something else than what is stored now: whoever typed it has not seen that. */
export function isOvertaken(edit: Edit | undefined, stored: string): boolean {
  return edit !== undefined && edit.over !== stored && edit.text.trim() !== stored
}

export interface Figure {
  readonly department: string
  readonly line: number
  readonly adjusted?: Money | null
  readonly financeNote?: string | null
  readonly allocated?: Money | null
  readonly spent?: Money | null
}

/** The figures to store: only what was typed, so that nobody else's cell is written over; and the cells that cannot be read. */
export function figuresOf(
  edits: Edits,
  lines: readonly BudgetLine[],
  fields: readonly FinanceField[],
  department: string,
): { figures: Figure[]; faulty: string[] } {
  const faulty: string[] = []
  const figures = lines.flatMap((line): Figure[] => {
    const said = fields.flatMap((field): [FinanceField, string | Money | null][] => {
      const key = cellKey(field, line.line)
      const edit = edits[key]
      if (!edit || edit.text.trim() === storedText(line, field)) return []
      if (field === 'financeNote') return [[field, edit.text.trim() || null]]
      const parsed = parseMoney(edit.text)
      if (parsed.kind === 'fault') faulty.push(key)
      const amount = parsed.kind === 'value' ? String(parsed.value) : null
      return [[field, amount === null ? null : { amount, currency: 'VND' }]]
    })
    return said.length === 0 ? [] : [{ department, line: line.line, ...Object.fromEntries(said) }]
  })
  return { figures, faulty }
}
