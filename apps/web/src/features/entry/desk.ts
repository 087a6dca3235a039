// One screen of entry: the cells, the queue behind them, and the words for how saving stands.

import type { ApiProblem } from '../../lib/api.ts'
import { type CellStore, checksOf, type Entry, isDirty, isImpossible, makeCellStore } from './cell-store.ts'
import { isOursAlready, isSameBody, makeOutbox, type Outbox, type Phase } from './outbox.ts'
import type { Batch, Draft, OutboxStorage } from './outbox-storage.ts'
import type { CellBody, FormIndicator, Measurement, SaveAnswer, SaveResult } from './shapes.ts'
import { bodyOf, figureOf, startOf, typedFrom } from './typed.ts'

export interface DeskState {
  readonly phase: Phase
  readonly problem: ApiProblem | null
  readonly savedAt: Date | null
  /** Cells that the service has not taken yet, of this screen and of those before it. */
  readonly pending: number
  readonly faulty: number
  readonly conflicts: number
}

export interface Desk {
  readonly store: CellStore
  readonly state: () => DeskState
  readonly subscribe: (onChange: () => void) => () => void
  /** These cells were typed in: kept soon, sent when the typing pauses. */
  readonly touched: (keys: readonly string[]) => void
  /** The cell was left: checked, kept and sent now. */
  readonly left: (key: string) => void
  readonly keepMine: (key: string) => Promise<void>
  readonly takeTheirs: (key: string) => Promise<void>
  /** Keeps and sends all; resolves when nothing more can be sent. */
  readonly flush: () => Promise<void>
  /** Listens to the network and to other windows, until it is closed. */
  readonly open: () => () => void
}

interface DeskParts {
  readonly indicators: readonly FormIndicator[]
  readonly drafts: readonly Draft[]
  readonly storage: OutboxStorage
  readonly send: (batch: Batch) => Promise<SaveAnswer>
  /** Windows of one browser share what they learn under this name. */
  readonly name: string
}

interface News {
  readonly key: string
  readonly stored: Measurement | null
}

const KEEP_MS = 250
const IDLE_MS = 800
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 30_000

export function makeDesk({ indicators, drafts, storage, send, name }: DeskParts): Desk {
  const store = makeCellStore(indicators)
  let channel: BroadcastChannel | null = null
  const listeners = new Set<() => void>()
  const pending = new Set(drafts.map(({ key }) => key))
  const unkept = new Set<string>()
  /** Typed in this window, and not stored yet. */
  const typedHere = new Set<string>()
  let state: DeskState = { phase: 'idle', problem: null, savedAt: null, pending: 0, faulty: 0, conflicts: 0 }
  let keepTimer = 0
  let idleTimer = 0
  let retryTimer = 0
  let retryMs = FIRST_RETRY_MS

  const outbox: Outbox = makeOutbox({
    storage,
    send,
    name,
    listener: {
      onSaving: (keys) => {
        for (const key of keys) store.tell(key, { mark: 'saving' })
        retell()
      },
      onSettled: (key, sent, result) => settled(key, sent, result),
      onPhase: (phase, problem) => phaseIs(phase, problem),
    },
  })

  for (const draft of drafts) restore(store, draft)
  retell()

  function retell(news: Partial<DeskState> = {}): void {
    const marks = store.keys.map((key) => store.entry(key).mark)
    const count = (mark: Entry['mark']) => marks.filter((each) => each === mark).length
    const next = {
      ...state,
      ...news,
      pending: pending.size,
      faulty: count('faulty'),
      conflicts: count('conflict'),
    }
    if ((Object.keys(next) as (keyof DeskState)[]).every((field) => next[field] === state[field])) return
    state = next
    for (const listener of listeners) listener()
  }

  function settled(key: string, sent: CellBody, result: SaveResult): void {
    const { outcome, measurement, faults } = result
    const known = entryOrNull(key)
    const now = known && draftOf(known).body
    const isAsSent = now !== null && isSameBody(now, sent)
    if (outcome === 'conflict' && !isOursAlready(sent, result)) {
      // Who has decided on top of theirs since is not asked again; what is gone is in nobody's way.
      if (measurement && known?.etag !== measurement.etag)
        store.tell(key, { theirs: measurement, mark: 'conflict' })
    } else if (outcome === 'rejected') {
      if (isAsSent) store.tell(key, { refused: faults, mark: 'faulty' })
    } else {
      store.settle(key, measurement, known !== null && !isAsSent)
      if (known === null || isAsSent) forget(key)
      else touched([key])
      channel?.postMessage({ key, stored: measurement } satisfies News)
      retell({ savedAt: new Date() })
    }
    retell()
  }

  function forget(key: string): void {
    pending.delete(key)
    typedHere.delete(key)
  }

  /** Another window of this person stored it: nobody asks them to choose between themselves. */
  function adopt({ key, stored }: News): void {
    const known = entryOrNull(key)
    if (!known || known.mark === 'saving') return
    const { body } = draftOf(known)
    const isStored = body !== null && stored !== null && isSameBody(body, stored)
    const isMine = isDirty(known) && typedHere.has(key) && !isStored
    store.settle(key, stored, isMine)
    void outbox.release(key, stored?.etag ?? null)
    if (isMine) touched([key])
    else forget(key)
    retell()
  }

  function phaseIs(phase: Phase, problem: ApiProblem | null): void {
    if (phase !== 'saving' && phase !== 'idle') {
      for (const key of pending)
        if (entryOrNull(key)?.mark === 'saving')
          store.tell(key, { mark: phase === 'refused' ? 'faulty' : 'waiting' })
    }
    retell({ phase, problem })
    window.clearTimeout(retryTimer)
    if (phase === 'idle') retryMs = FIRST_RETRY_MS
    if (phase !== 'waiting') return
    retryTimer = window.setTimeout(flushNow, retryMs)
    retryMs = Math.min(2 * retryMs, LAST_RETRY_MS)
  }

  function touched(keys: readonly string[]): void {
    for (const key of keys) {
      unkept.add(key)
      typedHere.add(key)
      pending.add(key)
    }
    window.clearTimeout(keepTimer)
    window.clearTimeout(idleTimer)
    keepTimer = window.setTimeout(keep, KEEP_MS)
    idleTimer = window.setTimeout(flushNow, IDLE_MS)
    retell()
  }

  async function keep(): Promise<void> {
    window.clearTimeout(keepTimer)
    const entries = [...unkept].flatMap((key) => entryOrNull(key) ?? [])
    unkept.clear()
    const isOpen = (entry: Entry) => isDirty(entry) || entry.mark === 'saving'
    const done = entries.filter((entry) => !isOpen(entry)).map(({ key }) => key)
    for (const key of done) forget(key)
    if (done.length > 0) await outbox.drop(done)
    await outbox.keep(entries.filter(isOpen).map(draftOf))
    retell()
  }

  async function flush(): Promise<void> {
    window.clearTimeout(idleTimer)
    await keep()
    if (pending.size > 0) await outbox.flush()
  }

  function flushNow(): void {
    void flush()
  }

  function warn(event: BeforeUnloadEvent): void {
    if (pending.size > 0) event.preventDefault()
  }

  function entryOrNull(key: string): Entry | null {
    return store.has(key) ? store.entry(key) : null
  }

  return {
    store,
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    touched,
    left(key) {
      store.leave(key)
      retell()
      if (unkept.has(key)) flushNow()
    },
    async keepMine(key) {
      const { theirs, typed, cell, indicator } = store.entry(key)
      if (!theirs) return
      const seen = { ...cell, measurement: theirs, etag: theirs.etag }
      store.tell(key, {
        stored: theirs,
        etag: theirs.etag,
        base: startOf(seen, indicator.kind),
        theirs: null,
        typed,
        mark: 'editing',
      })
      await outbox.release(key, theirs.etag)
      touched([key])
      await flush()
    },
    async takeTheirs(key) {
      const { theirs } = store.entry(key)
      unkept.delete(key)
      forget(key)
      store.settle(key, theirs, false)
      retell()
      await outbox.drop([key])
    },
    flush,
    open() {
      const mine = new BroadcastChannel(name)
      mine.onmessage = ({ data }: MessageEvent<News>) => adopt(data)
      channel = mine
      window.addEventListener('online', flushNow)
      window.addEventListener('beforeunload', warn)
      if (pending.size > 0) flushNow()
      return () => {
        window.removeEventListener('online', flushNow)
        window.removeEventListener('beforeunload', warn)
        // What is still on its way goes on in the background, and the channel tells the next screen.
        void flush().finally(() => {
          window.clearTimeout(retryTimer)
          mine.close()
          if (channel === mine) channel = null
        })
      }
    },
  }
}

/** The cell as the queue keeps it. */
export function draftOf(entry: Entry): Draft {
  const { key, typed, etag, indicator, cell, theirs, stored } = entry
  const figure = figureOf(typed, indicator.kind, indicator.decimals)
  const about = {
    indicator: indicator.code,
    area: cell.area?.code ?? null,
    on: cell.on,
    source: stored?.source ?? null,
    method: stored?.method ?? ('counted' as const),
  }
  // Half a pair may be kept as a draft; an impossible one may not.
  return {
    key,
    typed,
    etag,
    body: isImpossible(checksOf(entry)) ? null : bodyOf(about, typed, figure),
    held: theirs ? 'conflict' : null,
  }
}

/** What was typed before the browser closed; where somebody else was faster meanwhile, both are kept. */
function restore(store: CellStore, draft: Draft): void {
  if (!store.has(draft.key)) return
  const entry = store.entry(draft.key)
  const isOverlaid = draft.etag !== entry.etag && entry.stored !== null
  const kind = entry.indicator.kind
  store.tell(draft.key, {
    typed: draft.typed,
    mark: isOverlaid ? 'conflict' : 'waiting',
    ...(isOverlaid ? { theirs: entry.stored, base: typedFrom(null, kind) } : {}),
  })
  store.leave(draft.key)
}
