// The keys of a grid: moves, undo, copy from above, help. Never while a letter is still being composed.

import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useMemo,
} from 'react'
import { type Block, blockText, isInBlock, sizeOf } from './block.ts'
import type { Desk } from './desk.ts'
import { moveOf, type Pressed, type Stop, stopAfter, stretchOf } from './movement.ts'
import { type FormIndicator, isOpen } from './shapes.ts'
import { FIELDS_OF, type Field } from './typed.ts'
import { useDesk } from './use-cells.ts'

/** What a grid asks of the screen that it stands on. */
export interface GridAsks {
  readonly onPaste: (text: string, at: { key: string; field: Field }) => void
  readonly onCopied: (cells: number) => void
  readonly onPanel: (key: string) => void
  readonly onHelp: () => void
}

interface Handlers {
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
  readonly onPaste: (event: ClipboardEvent<HTMLTableElement>) => void
  readonly onCopy: (event: ClipboardEvent<HTMLTableElement>) => void
  readonly onMouseDown: (event: MouseEvent<HTMLTableElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLTableElement>) => void
}

/** Keys that leave a chosen block as it is. */
const WITHOUT_EFFECT = new Set(['Shift', 'Control', 'Meta', 'Alt', 'c', 'C'])

/** Composition is under way: the key belongs to the letter (Telex, VNI). */
const COMPOSING = 229

export function useGridKeys(
  table: RefObject<HTMLTableElement | null>,
  indicator: FormIndicator,
  asks: GridAsks,
): Handlers {
  const desk = useDesk()
  return useMemo(() => {
    let chosen: Block | null = null

    /** Marked in the table itself: nothing is drawn again for it. */
    function choose(block: Block | null): void {
      if (chosen === null && block === null) return
      chosen = block
      for (const field of table.current?.querySelectorAll<HTMLInputElement>('input[data-stop]') ?? [])
        field.toggleAttribute('data-chosen', block !== null && isInBlock(block, stopOf(field)))
    }

    function stretch(input: HTMLInputElement, event: KeyboardEvent): boolean {
      const asked = stretchOf(pressed(input, event))
      if (!asked) return false
      const anchor = stopOf(input)
      const rows = desk.store.keysOf(indicator.code).length
      const head = stopAfter(
        chosen?.head ?? anchor,
        asked,
        rows,
        FIELDS_OF[indicator.kind].length,
        () => true,
      )
      if (head) choose({ anchor, head })
      return true
    }

    return {
      onKeyDown(event) {
        const input = event.target
        if (!(input instanceof HTMLInputElement) || !input.dataset.key) return
        if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return
        if (stretch(input, event)) {
          event.preventDefault()
          return
        }
        if (!WITHOUT_EFFECT.has(event.key)) choose(null)
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
      onCopy(event) {
        if (!chosen) return
        event.preventDefault()
        event.clipboardData.setData('text/plain', blockText(desk.store, indicator, chosen))
        asks.onCopied(sizeOf(chosen))
      },
      onMouseDown(event) {
        const [input, focused] = [event.target, document.activeElement]
        const isStretch =
          event.shiftKey && isField(input) && isField(focused) && table.current?.contains(focused)
        if (!isStretch) {
          choose(null)
          return
        }
        event.preventDefault()
        choose({ anchor: stopOf(focused), head: stopOf(input) })
      },
      onFocus(event) {
        if (chosen && isField(event.target) && !isSameStop(chosen.anchor, stopOf(event.target))) choose(null)
      },
    }
  }, [table, indicator, desk, asks])
}

function isField(element: EventTarget | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.dataset.stop !== undefined
}

function stopOf(field: HTMLInputElement): Stop {
  const [row = 0, column = 0] = (field.dataset.stop ?? '').split(':').map(Number)
  return { row, column }
}

const isSameStop = (a: Stop, b: Stop) => a.row === b.row && a.column === b.column

function pressed(input: HTMLInputElement, event: KeyboardEvent): Pressed {
  return {
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey || event.metaKey,
    atStart: isAtEnd(input, 'start'),
    atEnd: isAtEnd(input, 'end'),
  }
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
  const asked = moveOf(pressed(input, event))
  if (!asked || !table) return false
  const inputAt = ({ row, column }: Stop) =>
    table.querySelector<HTMLInputElement>(`[data-stop="${row}:${column}"]:not(:disabled)`)
  const { row, column } = stopOf(input)
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
