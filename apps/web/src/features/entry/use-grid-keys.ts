// The keys of a grid: moves, undo, copy from above, help. Never while a letter is still being composed.

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useMemo } from 'react'
import type { Desk } from './desk.ts'
import { moveOf, type Stop, stopAfter } from './movement.ts'
import { type FormIndicator, isOpen } from './shapes.ts'
import { FIELDS_OF, type Field } from './typed.ts'
import { useDesk } from './use-cells.ts'

/** What a grid asks of the screen that it stands on. */
export interface GridAsks {
  readonly onPaste: (text: string, at: { key: string; field: Field }) => void
  readonly onPanel: (key: string) => void
  readonly onHelp: () => void
}

interface Handlers {
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
  readonly onPaste: (event: ClipboardEvent<HTMLTableElement>) => void
}

/** Composition is under way: the key belongs to the letter (Telex, VNI). */
const COMPOSING = 229

export function useGridKeys(
  table: RefObject<HTMLTableElement | null>,
  indicator: FormIndicator,
  asks: GridAsks,
): Handlers {
  const desk = useDesk()
  return useMemo(
    () => ({
      onKeyDown(event) {
        const input = event.target
        if (!(input instanceof HTMLInputElement) || !input.dataset.key) return
        if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return
        const isDone = act(desk, input, event, asks) || move(table.current, indicator, desk, input, event)
        if (!isDone) return
        event.preventDefault()
        // What stands there now is chosen again: the next key replaces it, as in a spreadsheet.
        if (document.activeElement === input) requestAnimationFrame(() => input.select())
      },
      onPaste(event) {
        const input = event.target
        if (!(input instanceof HTMLInputElement) || !input.dataset.key || input.readOnly) return
        const text = event.clipboardData.getData('text/plain')
        // One value goes where the caret is, as everywhere.
        if (!/[\t\n]/.test(text.trim())) return
        event.preventDefault()
        asks.onPaste(text, { key: input.dataset.key, field: input.dataset.field as Field })
      },
    }),
    [table, indicator, desk, asks],
  )
}

function act(
  desk: Desk,
  input: HTMLInputElement,
  { key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent,
  { onPanel, onHelp }: GridAsks,
): boolean {
  const entryKey = input.dataset.key ?? ''
  const ctrl = (ctrlKey || metaKey) && !altKey
  if (key === 'Escape') {
    const isReverted = desk.store.revert(entryKey)
    if (isReverted) desk.touched([entryKey])
    return isReverted
  }
  if (key === '?' && !ctrl) {
    onHelp()
    return true
  }
  if (!ctrl) return false
  const letter = key.toLowerCase()
  if (letter === 'z' || letter === 'y') {
    const isRedo = letter === 'y' || shiftKey
    desk.touched(isRedo ? desk.store.redo() : desk.store.undo())
    return true
  }
  if (letter === 'd') return copyFromAbove(desk, entryKey, input.dataset.field as Field)
  if (key === 'Enter') {
    onPanel(entryKey)
    return true
  }
  return false
}

function copyFromAbove(desk: Desk, key: string, field: Field): boolean {
  const keys = desk.store.keysOf(desk.store.entry(key).indicator.code)
  const above = keys[keys.indexOf(key) - 1]
  if (above === undefined || !isOpen(desk.store.entry(key).indicator)) return true
  desk.store.type(`${key} above`, [{ key, typed: { [field]: desk.store.entry(above).typed[field] } }])
  desk.touched([key])
  return true
}

function move(
  table: HTMLTableElement | null,
  { kind, code }: FormIndicator,
  desk: Desk,
  input: HTMLInputElement,
  event: KeyboardEvent,
): boolean {
  const asked = moveOf({
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey || event.metaKey,
    atStart: isAtEnd(input, 'start'),
    atEnd: isAtEnd(input, 'end'),
  })
  if (!asked || !table) return false
  const inputAt = ({ row, column }: Stop) =>
    table.querySelector<HTMLInputElement>(`[data-stop="${row}:${column}"]:not(:disabled)`)
  const [row = 0, column = 0] = (input.dataset.stop ?? '').split(':').map(Number)
  const rows = desk.store.keysOf(code).length
  const next = stopAfter(
    { row, column },
    asked,
    rows,
    FIELDS_OF[kind].length,
    (stop) => inputAt(stop) !== null,
  )
  if (next) inputAt(next)?.focus()
  return true
}

/** A box has no caret; what is selected as a whole has it at both ends. */
function isAtEnd(input: HTMLInputElement, end: 'start' | 'end'): boolean {
  const { selectionStart, selectionEnd, value } = input
  if (selectionStart === null || selectionEnd === null) return true
  if (selectionStart === 0 && selectionEnd === value.length) return true
  if (selectionStart !== selectionEnd) return false
  return end === 'start' ? selectionStart === 0 : selectionEnd === value.length
}
