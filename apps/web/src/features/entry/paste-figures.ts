// A copied block against the cells of one indicator: what goes where, what would be replaced, what cannot be read.

import { type AlignedBlock, alignBlock } from '@tien-do/domain/align-block'
import { parseCount } from '@tien-do/domain/number-vi'
import { readTsv, writeTsv } from '@tien-do/domain/tsv'
import { parseYesNo } from '@tien-do/domain/yes-no'
import type { CellStore, Entry } from './cell-store.ts'
import type { FormIndicator } from './shapes.ts'
import { FIELDS_OF, type Field, heardText, readerOf, type Typed } from './typed.ts'

export interface PastedCell {
  readonly key: string
  readonly name: string
  readonly field: Field
  readonly before: string
  readonly after: string
  readonly isRejected: boolean
  /** A box cannot hold a text: what is no yes and no no is only told. */
  readonly isShowable: boolean
  /** There was another figure. */
  readonly isReplacing: boolean
}

export interface Paste extends Pick<AlignedBlock, 'by' | 'lost' | 'extraColumns'> {
  readonly cells: readonly PastedCell[]
}

/** More than this many figures replaced are shown before they are. */
const REPLACED_UNASKED = 1

export function readPaste(
  store: CellStore,
  indicator: FormIndicator,
  text: string,
  at: { key: string; field: Field },
): Paste {
  const fields = FIELDS_OF[indicator.kind]
  const entries = store.keysOf(indicator.code).map(store.entry)
  const areas = entries.flatMap(({ cell }) => cell.area ?? [])
  const block = readTsv(text)
  const first = fields.indexOf(at.field)
  const area = store.entry(at.key).cell.area?.code ?? ''
  const rightward = alignBlock(block, areas, { area, fields: fields.length - first })
  // A block that names its areas has its columns from the first one on, wherever the focus stands.
  const aligned =
    rightward.by === 'name' ? alignBlock(block, areas, { area, fields: fields.length }) : rightward
  const from = aligned.by === 'name' ? 0 : first
  const byArea = new Map(entries.map((entry) => [entry.cell.area?.code, entry]))
  const cells = aligned.rows.flatMap(({ area: code, cells: texts }) => {
    const entry = byArea.get(code)
    return entry ? texts.flatMap((cell, index) => pastedCell(entry, fields[from + index], cell)) : []
  })
  return { by: aligned.by, lost: aligned.lost, extraColumns: aligned.extraColumns, cells }
}

/** Only what would surprise is asked about: several figures replaced, or something that cannot be read or placed. */
export function mustBeShown({ cells, lost }: Paste): boolean {
  const replaced = cells.filter(({ isReplacing }) => isReplacing).length
  return replaced > REPLACED_UNASKED || cells.some(({ isRejected }) => isRejected) || lost.length > 0
}

/** What is put down: also what cannot be read, so that it stays in sight. */
export function changesOf({ cells }: Paste): readonly { key: string; typed: Partial<Typed> }[] {
  const byKey = new Map<string, Partial<Typed>>()
  for (const { key, field, after, isShowable } of cells)
    if (isShowable) byKey.set(key, { ...byKey.get(key), notApplicable: false, [field]: after })
  return [...byKey].map(([key, typed]) => ({ key, typed }))
}

/** The whole table as a spreadsheet takes it. */
export function copyOf(store: CellStore, indicator: FormIndicator, headings: readonly string[]): string {
  const fields = FIELDS_OF[indicator.kind]
  const rows = store.keysOf(indicator.code).map((key) => {
    const { cell, typed } = store.entry(key)
    return [cell.area?.name ?? '', ...fields.map((field) => plainNumber(typed[field]))]
  })
  return writeTsv([headings, ...rows])
}

/** Without marks between thousands: a spreadsheet of either language reads the same number. */
export function plainNumber(text: string): string {
  return text.replace(/[.\s](?=\d{3})/g, '')
}

function pastedCell(entry: Entry, field: Field | undefined, text: string): PastedCell[] {
  if (field === undefined || text === '') return []
  const { kind, decimals } = entry.indicator
  const before = entry.typed[field]
  const understood = kind === 'yes_no' ? yesNoText(text) : heardText(text, kind, decimals)
  const after = understood ?? text
  const isTyped = before !== '' && before !== entry.base[field]
  const isStored = before !== '' && entry.stored !== null
  return [
    {
      key: entry.key,
      name: entry.cell.area?.name ?? '',
      field,
      before,
      after,
      isRejected: understood === null,
      isShowable: understood !== null || kind !== 'yes_no',
      isReplacing: (isTyped || isStored) && !isSameNumber(before, after, kind === 'value' ? decimals : 0),
    },
  ]
}

function yesNoText(text: string): string | null {
  const parsed = parseYesNo(text)
  if (parsed.kind !== 'value') return null
  return parsed.value ? '1' : '0'
}

function isSameNumber(a: string, b: string, decimals: number): boolean {
  const read = decimals === 0 ? parseCount : readerOf(decimals)
  const [one, other] = [read(a), read(b)]
  return one.kind === 'value' && other.kind === 'value' && one.value === other.value
}
