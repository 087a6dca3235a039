// What stands in the grid, outside of React: a field that changes draws itself and its column's total, nothing else.

import {
  checkFigure,
  checkTotal,
  type FigureCheck,
  isBlank,
  isBlocked,
  type LastFigure,
  needsReason,
  type RegisterEntry,
} from '@tien-do/domain/figure-checks'
import { type Pooled, pool } from '@tien-do/domain/value'
import type { FormCell, FormIndicator, Measurement, SaveFault } from './shapes.ts'
import { keyOf } from './shapes.ts'
import { figureOf, isSameFigure, startOf, type Typed, typedFrom } from './typed.ts'
import { type Edit, makeUndoStack } from './undo.ts'

/** The life of a cell, in one vocabulary everywhere. */
export type Mark = 'empty' | 'editing' | 'saving' | 'saved' | 'waiting' | 'faulty' | 'conflict'

export interface Entry {
  readonly key: string
  readonly indicator: FormIndicator
  readonly cell: FormCell
  readonly typed: Typed
  /** What stands there unless somebody types: what is stored, or what was filled in for them. */
  readonly base: Typed
  readonly stored: Measurement | null
  readonly etag: string | null
  readonly mark: Mark
  /** What somebody else stored meanwhile: both are kept until one is chosen. */
  readonly theirs: Measurement | null
  /** Said on leaving the cell, not while typing. */
  readonly checks: readonly FigureCheck[]
  /** What the service refused, until the cell is typed in again. */
  readonly refused: readonly SaveFault[]
}

export interface Total extends Pooled {
  readonly checks: readonly FigureCheck[]
}

export interface CellStore {
  readonly keys: readonly string[]
  readonly keysOf: (indicator: string) => readonly string[]
  readonly has: (key: string) => boolean
  readonly entry: (key: string) => Entry
  readonly total: (indicator: string) => Total
  readonly subscribe: (key: string, onChange: () => void) => () => void
  readonly subscribeTotal: (indicator: string, onChange: () => void) => () => void
  /** Somebody typed; `step` names the undo step that it belongs to. */
  readonly type: (step: string, changes: readonly { key: string; typed: Partial<Typed> }[]) => void
  /** Checks the cell as it stands, and ends the undo step. */
  readonly leave: (key: string) => void
  readonly undo: () => readonly string[]
  readonly redo: () => readonly string[]
  /** Back to what stood in the cell when its typing began; false when nothing was typed. */
  readonly revert: (key: string) => boolean
  /** What the queue and the service have to say of a cell. */
  readonly tell: (key: string, news: Partial<Omit<Entry, 'key' | 'indicator' | 'cell'>>) => void
  /** Fills in what is stored now; what was typed on top of it stays where `isKept`. */
  readonly settle: (key: string, stored: Measurement | null, isKept: boolean) => void
}

export function makeCellStore(indicators: readonly FormIndicator[]): CellStore {
  const entries = new Map<string, Entry>()
  const keysByIndicator = new Map<string, string[]>()
  const totals = new Map<string, Total>()
  const listeners = new Map<string, Set<() => void>>()
  const undoStack = makeUndoStack()

  for (const indicator of indicators) {
    const keys = indicator.cells.map((cell) => {
      const entry = entryOf(indicator, cell)
      entries.set(entry.key, entry)
      return entry.key
    })
    keysByIndicator.set(indicator.code, keys)
  }

  function entry(key: string): Entry {
    const found = entries.get(key)
    if (!found) throw new Error(`no cell ${key}`)
    return found
  }

  function put(next: Entry): void {
    entries.set(next.key, next)
    totals.delete(next.indicator.code)
    tellListeners(next.key)
    tellListeners(totalName(next.indicator.code))
  }

  function tellListeners(name: string): void {
    for (const listener of listeners.get(name) ?? []) listener()
  }

  function listen(name: string, onChange: () => void): () => void {
    const set = listeners.get(name) ?? new Set()
    listeners.set(name, set.add(onChange))
    return () => set.delete(onChange)
  }

  function retype(key: string, typed: Typed): void {
    const before = entry(key)
    const isBack = isSame(before, typed, before.base)
    const mark: Mark = before.theirs ? 'conflict' : isBack ? restMark(before) : 'editing'
    put({
      ...before,
      typed,
      mark,
      refused: [],
      checks: isBack ? checksOf({ ...before, typed }) : before.checks,
    })
  }

  function replay(edits: readonly Edit[], side: 'before' | 'after'): string[] {
    for (const edit of edits) {
      retype(edit.key, edit[side])
      check(edit.key)
    }
    return edits.map(({ key }) => key)
  }

  function check(key: string): void {
    const known = entry(key)
    const checks = checksOf(known)
    const mark: Mark = known.mark === 'editing' && isImpossible(checks) ? 'faulty' : known.mark
    put({ ...known, checks, mark })
  }

  return {
    keys: [...entries.keys()],
    keysOf: (indicator) => keysByIndicator.get(indicator) ?? [],
    has: (key) => entries.has(key),
    entry,
    total(code) {
      const known = totals.get(code)
      if (known) return known
      const total = totalOf((keysByIndicator.get(code) ?? []).map(entry))
      totals.set(code, total)
      return total
    },
    subscribe: listen,
    subscribeTotal: (code, onChange) => listen(totalName(code), onChange),
    type(step, changes) {
      const edits = changes.map(({ key, typed }) => {
        const before = entry(key).typed
        return { key, before, after: { ...before, ...typed } }
      })
      undoStack.add(step, edits)
      for (const { key, after } of edits) retype(key, after)
    },
    leave(key) {
      undoStack.close()
      check(key)
    },
    undo: () => replay(undoStack.undo(), 'before'),
    redo: () => replay(undoStack.redo(), 'after'),
    revert(key) {
      const before = undoStack.openedWith(key)
      if (!before) return false
      replay(undoStack.undo(), 'before')
      return true
    },
    tell(key, news) {
      if (entries.has(key)) put({ ...entry(key), ...news })
    },
    settle(key, stored, isKept) {
      if (!entries.has(key)) return
      const before = entry(key)
      const cell = { ...before.cell, measurement: stored, etag: stored?.etag ?? null }
      const base = startOf(cell, before.indicator.kind)
      const typed = isKept ? before.typed : base
      const next: Entry = { ...before, cell, base, typed, stored, etag: cell.etag, theirs: null, refused: [] }
      const checks = checksOf(next)
      const typedMark = isImpossible(checks) ? 'faulty' : 'editing'
      put({ ...next, mark: isKept ? typedMark : restMark(next), checks })
    },
  }
}

/** Whether it must still be saved. */
export function isDirty(entry: Entry): boolean {
  return !isSame(entry, entry.typed, entry.base)
}

/** Wrong whatever is added; half a pair is only half. */
export function isImpossible(checks: readonly FigureCheck[]): boolean {
  return isBlocked(checks.filter(({ code }) => code !== 'figure_missing'))
}

/** What still lacks its one-line reason. */
export function owesReason({ checks, typed }: Entry): boolean {
  return needsReason(checks) && typed.reason.trim() === ''
}

/** A reason is asked for, or was given: its field stays while it is being typed. */
export function needsReasonNow({ checks, typed, mark, stored }: Entry): boolean {
  if (mark === 'saved' && stored?.state === 'approved') return false
  return needsReason(checks) || (typed.reason !== '' && !isBlocked(checks) && checks.length > 0)
}

/** Somebody said something of this cell. */
export function isFilled(entry: Entry): boolean {
  const figure = figureOf(entry.typed, entry.indicator.kind, entry.indicator.decimals)
  // The register's denominator alone was typed by nobody.
  return !isBlank(figure) && !(entry.stored === null && isSameFilled(entry))
}

const totalName = (indicator: string) => `total ${indicator}`

function isSameFilled(entry: Entry): boolean {
  return isSame(entry, entry.typed, entry.base)
}

function isSame({ indicator }: Pick<Entry, 'indicator'>, a: Typed, b: Typed): boolean {
  return isSameFigure(a, b, indicator.kind, indicator.decimals)
}

function restMark(entry: Pick<Entry, 'stored'>): Mark {
  return entry.stored ? 'saved' : 'empty'
}

function entryOf(indicator: FormIndicator, cell: FormCell): Entry {
  const typed = startOf(cell, indicator.kind)
  const bare = {
    key: keyOf(indicator.code, cell.area?.code ?? null, cell.on),
    indicator,
    cell,
    typed,
    base: typed,
    stored: cell.measurement,
    etag: cell.etag,
    theirs: null,
    refused: [],
    checks: [],
    mark: 'empty' as const,
  }
  return { ...bare, mark: restMark(bare), checks: checksOf(bare) }
}

/** All that is to be said of the cell as it stands. */
export function checksOf(entry: Omit<Entry, 'checks'>): readonly FigureCheck[] {
  const { indicator, cell, typed, stored } = entry
  const { kind, decimals, naturalMin, naturalMax } = indicator
  if (stored === null && isSame(entry, typed, entry.base)) return []
  return checkFigure(figureOf(typed, kind, decimals), {
    kind,
    naturalMin,
    naturalMax,
    last: cell.last as LastFigure | null,
    register: cell.register as RegisterEntry | null,
    correcting: isCorrection(entry),
  })
}

/** Another figure than the approved one. */
function isCorrection({ indicator, typed, stored, cell }: Omit<Entry, 'checks'>): boolean {
  const inForce = stored?.state === 'approved' ? stored : cell.inForce
  if (!inForce) return false
  const { note, reason } = typed
  return !isSame({ indicator }, typed, { ...typedFrom(inForce, indicator.kind), note, reason })
}

/** Adds up what is whole and without fault; areas that say nothing are not guessed, those it does not concern not expected. */
function totalOf(entries: readonly Entry[]): Total {
  const figures = entries.map(({ typed, indicator }) => figureOf(typed, indicator.kind, indicator.decimals))
  const pairs = figures.flatMap(({ numerator, denominator }, index) =>
    typeof numerator === 'number' &&
    typeof denominator === 'number' &&
    !isBlocked(entries[index]?.checks ?? [])
      ? [{ numerator, denominator }]
      : [],
  )
  const outside = figures.filter(({ notApplicable }) => notApplicable).length
  const pooled = pool(pairs, entries.length - outside)
  const register = (entries[0]?.indicator.wardRegister ?? null) as RegisterEntry | null
  const denominators = pairs.map(({ denominator }) => denominator)
  return { ...pooled, checks: checkTotal(denominators, pooled.coverage.expected, register) }
}
