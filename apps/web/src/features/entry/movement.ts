// Where a key leads in a grid: real moves in two directions, as in a spreadsheet.

export interface Stop {
  readonly row: number
  readonly column: number
}

export type Move = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

export interface Pressed {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
  /** The caret stands before the first sign, or all is selected. */
  readonly atStart: boolean
  /** The caret stands behind the last sign, or all is selected. */
  readonly atEnd: boolean
}

/** The move that a key asks for; null where the key belongs to the text. */
export function moveOf({ key, shift, ctrl, atStart, atEnd }: Pressed): Move | null {
  if (ctrl) {
    if (key === 'Home') return 'first'
    return key === 'End' ? 'last' : null
  }
  if (key === 'Enter') return shift ? 'up' : 'down'
  if (shift) return null
  if (key === 'ArrowUp') return 'up'
  if (key === 'ArrowDown') return 'down'
  if (key === 'ArrowLeft') return atStart ? 'left' : null
  if (key === 'ArrowRight') return atEnd ? 'right' : null
  return null
}

/** Where Shift and an arrow stretch a chosen block to; null where the key still belongs to the text. */
export function stretchOf({ key, shift, ctrl, atStart, atEnd }: Pressed): Move | null {
  if (!shift || ctrl) return null
  if (key === 'ArrowUp') return 'up'
  if (key === 'ArrowDown') return 'down'
  if (key === 'ArrowLeft') return atStart ? 'left' : null
  if (key === 'ArrowRight') return atEnd ? 'right' : null
  return null
}

/** The next stop that can be typed in; null at the edge: the focus stays, as in a spreadsheet. */
export function stopAfter(
  from: Stop,
  move: Move,
  rows: number,
  columns: number,
  isOpen: (stop: Stop) => boolean,
): Stop | null {
  if (move === 'first' || move === 'last') {
    const stops = Array.from({ length: rows * columns }, (_, index) => ({
      row: Math.floor(index / columns),
      column: index % columns,
    }))
    return (move === 'first' ? stops.find(isOpen) : stops.reverse().find(isOpen)) ?? null
  }
  const down = move === 'down' ? 1 : move === 'up' ? -1 : 0
  const right = move === 'right' ? 1 : move === 'left' ? -1 : 0
  let { row, column } = from
  do {
    row += down
    column += right
    if (row < 0 || row >= rows || column < 0 || column >= columns) return null
  } while (!isOpen({ row, column }))
  return { row, column }
}
