// What was typed can be taken back: a cell's typing, or a whole paste, is one step.

import type { Typed } from './typed.ts'

export interface Edit {
  readonly key: string
  readonly before: Typed
  readonly after: Typed
}

export interface UndoStack {
  /** Adds to the step that is open for this name, or begins a new one. */
  readonly add: (name: string, edits: readonly Edit[]) => void
  /** What comes next is a step of its own. */
  readonly close: () => void
  /** The edits to take back, the last one first; empty when there is nothing left. */
  readonly undo: () => readonly Edit[]
  /** The edits to make again, in their order. */
  readonly redo: () => readonly Edit[]
  /** What the open step began with in this cell; null when nothing was typed since. */
  readonly openedWith: (key: string) => Typed | null
}

export function makeUndoStack(): UndoStack {
  const done: Edit[][] = []
  const undone: Edit[][] = []
  let open: string | null = null

  return {
    add(name, edits) {
      undone.length = 0
      const step = open === name ? done.at(-1) : undefined
      if (step) merge(step, edits)
      else done.push([...edits])
      open = name
    },
    close() {
      open = null
    },
    undo() {
      open = null
      const step = done.pop()
      if (!step) return []
      undone.push(step)
      return [...step].reverse()
    },
    redo() {
      open = null
      const step = undone.pop()
      if (!step) return []
      done.push(step)
      return step
    },
    openedWith(key) {
      if (open === null) return null
      return done.at(-1)?.find((edit) => edit.key === key)?.before ?? null
    },
  }
}

function merge(step: Edit[], edits: readonly Edit[]): void {
  for (const edit of edits) {
    const index = step.findIndex(({ key }) => key === edit.key)
    const known = step[index]
    if (known) step[index] = { ...known, after: edit.after }
    else step.push(edit)
  }
}
