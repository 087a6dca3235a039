// The register as a table that is being edited: what stands there, what was typed, what of it is wrong, what is to be sent.

import type { Schemas } from '@tien-do/api-client'
import { DENOMINATOR_KINDS, type DenominatorKind } from '@tien-do/domain/denominator'
import { parseCount } from '@tien-do/domain/number-vi'
import type { Denominator } from './queries.ts'

export type Entry = Schemas['DenominatorEntries']['entries'][number]
/** By `cellKey`: the text of a cell that was touched. */
export type Typed = Readonly<Record<string, string>>

/** The whole ward has no code. */
export const WARD = ''

export function cellKey(area: string, kind: DenominatorKind): string {
  return `${area} ${kind}`
}

export function latestOf(
  items: readonly Denominator[],
  area: string,
  kind: DenominatorKind,
): Denominator | null {
  return items.find((item) => item.kind === kind && (item.area ?? WARD) === area) ?? null
}

/** A blank takes nothing away: it means that nothing was counted; anything but a count is a fault. */
export function readCell(text: string): { value: number | null; faulty: boolean } {
  const parsed = parseCount(text)
  if (parsed.kind === 'value') return { value: parsed.value, faulty: false }
  return { value: null, faulty: parsed.kind === 'fault' }
}

/** What differs from the register, as counts of a day. */
export function entriesOf(
  typed: Typed,
  items: readonly Denominator[],
  said: { on: string; countedBy: string; source: string },
): Entry[] {
  return Object.entries(typed).flatMap(([key, text]): Entry[] => {
    const [area = '', kindText = ''] = key.split(' ')
    const kind = DENOMINATOR_KINDS.find((each) => each === kindText)
    const { value, faulty } = readCell(text)
    if (!kind || faulty || value === null) return []
    const known = latestOf(items, area, kind)
    if (known?.value === value) return []
    return [
      {
        kind,
        area: area === WARD ? null : area,
        on: said.on,
        value,
        countedBy: said.countedBy.trim() || null,
        source: said.source.trim() || null,
        note: null,
        etag: known?.on === said.on ? known.etag : null,
      },
    ]
  })
}

/** A block out of Excel, laid over the table from a cell on: row by row, column by column. */
export function pasted(
  block: readonly (readonly string[])[],
  from: { area: string; kind: DenominatorKind },
  areas: readonly string[],
): Typed {
  const row = areas.indexOf(from.area)
  const column = DENOMINATOR_KINDS.indexOf(from.kind)
  const cells = block.flatMap((line, down) =>
    line.flatMap((text, right): [string, string][] => {
      const area = areas[row + down]
      const kind = DENOMINATOR_KINDS[column + right]
      return area === undefined || kind === undefined ? [] : [[cellKey(area, kind), text.trim()]]
    }),
  )
  return Object.fromEntries(cells)
}
