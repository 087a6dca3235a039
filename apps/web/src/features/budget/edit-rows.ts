// The rows of the entry as they are typed, and what of them can be sent.

import type { BudgetLineKind } from '@tien-do/domain/budget'
import { type Dong, formatDong, lineAmount, readQuantity, sumOf } from '@tien-do/domain/money'
import { parseMoney } from '@tien-do/domain/number-vi'
import type { BudgetLine, BudgetRequest } from './queries.ts'

export interface EditRow {
  /** Of this screen only. */
  readonly key: string
  readonly line: number | null
  readonly name: string
  readonly kind: BudgetLineKind
  readonly task: string
  /** The piece of work of the task; empty: the task as a whole. */
  readonly subTask: string
  readonly source: string
  readonly quantity: string
  readonly unit: string
  readonly unitPrice: string
  readonly note: string
  readonly financeNote: string | null
}

export type EditField = 'name' | 'quantity' | 'unit' | 'unitPrice'

let made = 0

export function blankRow(source: string): EditRow {
  made += 1
  return {
    ...{ key: `new-${made}`, line: null, name: '', kind: 'equipment', task: '', subTask: '', source },
    ...{ quantity: '1', unit: '', unitPrice: '', note: '', financeNote: null },
  }
}

function rowOf(line: BudgetLine): EditRow {
  return {
    ...{ key: `line-${line.line}`, line: line.line, name: line.name, kind: line.kind, source: line.source },
    ...{
      task: line.task ?? '',
      subTask: line.subTask ?? '',
      quantity: line.quantity.replace('.', ','),
      unit: line.unit,
    },
    ...{ unitPrice: formatDong(BigInt(line.unitPrice.amount)), note: line.note ?? '' },
    financeNote: line.financeNote,
  }
}

function isBlank({ name, unit, unitPrice }: EditRow): boolean {
  return name.trim() === '' && unit.trim() === '' && unitPrice.trim() === ''
}

/** What is wrong with a row that says something; a blank one is simply not sent. */
export function faultsOf(row: EditRow): EditField[] {
  if (isBlank(row)) return []
  const faults: EditField[] = []
  if (row.name.trim() === '') faults.push('name')
  if (row.unit.trim() === '') faults.push('unit')
  if (readQuantity(row.quantity) === null) faults.push('quantity')
  if (parseMoney(row.unitPrice).kind !== 'value' || (faults.length === 0 && amountOf(row) === null))
    faults.push('unitPrice')
  return faults
}

/** Quantity × unit price, where both can be read and their product is whole đồng. */
export function amountOf(row: EditRow): Dong | null {
  const price = parseMoney(row.unitPrice)
  const quantity = readQuantity(row.quantity)
  if (price.kind !== 'value' || quantity === null) return null
  const product = lineAmount(quantity, price.value)
  return product.ok ? product.amount : null
}

export function totalOf(rows: readonly EditRow[]): Dong {
  return sumOf(rows.map((row) => amountOf(row) ?? 0n))
}

/** The lines for the service; rows without fault only. */
export function linesOf(rows: readonly EditRow[]): BudgetAnswerLine[] {
  return rows.flatMap((row) => {
    const price = parseMoney(row.unitPrice)
    const quantity = readQuantity(row.quantity)
    if (isBlank(row) || price.kind !== 'value' || quantity === null) return []
    return [
      {
        ...(row.line === null ? {} : { line: row.line }),
        ...{ name: row.name.trim(), kind: row.kind, task: row.task || null, subTask: row.subTask || null },
        ...{ source: row.source, quantity, unit: row.unit.trim() },
        unitPrice: { amount: String(price.value), currency: 'VND' as const },
        note: row.note.trim() === '' ? null : row.note.trim(),
      },
    ]
  })
}

type BudgetAnswerLine = Pick<
  BudgetLine,
  'name' | 'kind' | 'task' | 'subTask' | 'source' | 'quantity' | 'unit' | 'unitPrice'
> & {
  line?: number
  note: string | null
}

/**
 * Cells copied from a sheet, laid over the rows from this one on: name, quantity, unit, unit price, in this order;
 * rows that are not there yet are added.
 */
export function pasteInto(
  rows: readonly EditRow[],
  at: number,
  cells: readonly (readonly string[])[],
  source: string,
): EditRow[] {
  const pasted = cells.map(([name = '', quantity, unit, unitPrice], index) => {
    const under = rows[at + index] ?? blankRow(source)
    return {
      ...under,
      name: name.trim(),
      ...(quantity === undefined ? {} : { quantity: quantity.trim() }),
      ...(unit === undefined ? {} : { unit: unit.trim() }),
      ...(unitPrice === undefined ? {} : { unitPrice: unitPrice.trim() }),
    }
  })
  return [...rows.slice(0, at), ...pasted, ...rows.slice(at + cells.length)]
}

/** Whether these rows say something else than what is stored, half-typed ones too. */
export function isTouched(rows: readonly EditRow[], noCost: boolean, stored: BudgetRequest): boolean {
  const said = (of: readonly EditRow[]) =>
    JSON.stringify(of.filter((row) => !isBlank(row)).map(({ key: _key, ...row }) => row))
  return noCost !== stored.noCost || said(rows) !== said(stored.lines.map(rowOf))
}

/** The rows to begin with: what is stored, or one blank. */
export function rowsOf(request: BudgetRequest, source: string): EditRow[] {
  return request.lines.length > 0 ? request.lines.map(rowOf) : [blankRow(source)]
}
