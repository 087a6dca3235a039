// What saves typing: the last period's figure, or that a figure does not concern this area.

import { m } from '../../paraglide/messages.js'
import type { Desk } from './desk.ts'
import { lastTyped, NOTHING } from './typed.ts'

/** The figure of the last period once more, with that as its reason. */
export function sayUnchanged(desk: Desk, key: string): void {
  const { cell, indicator } = desk.store.entry(key)
  if (!cell.last) return
  const typed = { ...lastTyped(cell.last, indicator.kind), reason: m.entry_unchanged_reason() }
  desk.store.type(`${key} unchanged`, [{ key, typed }])
  desk.touched([key])
  desk.left(key)
}

/** It does not concern this area; or it does after all, and then stands as it was at first. */
export function sayNotApplicable(desk: Desk, key: string, notApplicable: boolean): void {
  const { base } = desk.store.entry(key)
  const typed = notApplicable
    ? { ...NOTHING, notApplicable }
    : { ...(base.notApplicable ? NOTHING : base), notApplicable: false, reason: '' }
  desk.store.type(`${key} applies`, [{ key, typed }])
  desk.touched([key])
  desk.left(key)
}
