// The queue: cells leave in batches, each under one key, and stay until the service has answered for them.

import { ApiProblem } from '../../lib/api.ts'
import type { Batch, Draft, OutboxStorage } from './outbox-storage.ts'
import type { CellBody, SaveAnswer, SaveResult } from './shapes.ts'

/** `waiting`: no answer, it is tried again; `signed_out`: kept until somebody signs in; `refused`: the service will not have it. */
export type Phase = 'idle' | 'saving' | 'waiting' | 'signed_out' | 'refused'

export interface OutboxListener {
  readonly onSaving: (keys: readonly string[]) => void
  readonly onSettled: (key: string, sent: CellBody, result: SaveResult) => void
  readonly onPhase: (phase: Phase, problem: ApiProblem | null) => void
}

export interface Outbox {
  /** Keeps what was typed, whatever happens next. */
  readonly keep: (drafts: readonly Draft[]) => Promise<void>
  readonly drop: (keys: readonly string[]) => Promise<void>
  /** Lets a cell go again, on top of the version that is seen now. */
  readonly release: (key: string, etag: string | null) => Promise<void>
  /** Sends all that can be sent; resolves when nothing can any more, or the service cannot be reached. */
  readonly flush: () => Promise<void>
  readonly drafts: () => Promise<Draft[]>
}

interface OutboxParts {
  readonly storage: OutboxStorage
  readonly send: (batch: Batch) => Promise<SaveAnswer>
  readonly listener: OutboxListener
  /** Two windows of one browser take turns under this name. */
  readonly name: string
  /** As many as one request may have. */
  readonly batchSize?: number
}

const BATCH_SIZE = 100
const CODES_OF_WAITING = new Set(['network.unreachable', 'idempotency-key.in-progress', 'rate.limited'])
const SERVER_FAULT = 500

export function makeOutbox({ storage, send, listener, name, batchSize = BATCH_SIZE }: OutboxParts): Outbox {
  let running: Promise<void> | null = null
  let again = false

  async function drainAll(): Promise<void> {
    try {
      do {
        again = false
        await drain()
      } while (again)
    } finally {
      // In the same turn as the last look: who asks from now on gets a round of their own.
      running = null
    }
  }

  async function drain(): Promise<void> {
    try {
      // First what was on its way when the network or the browser went: under its old key it cannot count twice.
      for (const batch of await storage.batches()) await deliver(batch)
      for (let drafts = await ready(); drafts.length > 0; drafts = await ready()) {
        const batch = batchOf(drafts.slice(0, batchSize))
        await storage.begin(batch)
        await deliver(batch)
      }
      listener.onPhase('idle', null)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      listener.onPhase(phaseAfter(error), error)
    }
  }

  async function ready(): Promise<Draft[]> {
    return (await storage.drafts()).filter(({ body, held }) => body !== null && held === null)
  }

  async function deliver(batch: Batch): Promise<void> {
    listener.onPhase('saving', null)
    listener.onSaving(batch.keys)
    const { results } = await send(batch).catch(async (error: unknown) => {
      // What the service will never take as it is goes back to the drafts.
      if (error instanceof ApiProblem && phaseAfter(error) === 'refused') await storage.end(batch)
      throw error
    })
    for (const result of results) {
      const [key, sent] = [batch.keys[result.index], batch.cells[result.index]]
      if (key === undefined || sent === undefined) continue
      listener.onSettled(key, sent, result)
      await storage.change(key, (draft) => draftAfter(draft, sent, result))
    }
    await storage.end(batch)
  }

  return {
    keep: (drafts) => storage.keep(drafts),
    drop: (keys) => storage.drop(keys),
    release: (key, etag) => storage.change(key, (draft) => ({ ...draft, etag, held: null })),
    drafts: () => storage.drafts(),
    flush() {
      if (running) again = true
      else running = alone(name, drainAll)
      return running
    },
  }
}

type SaidBody = Pick<
  CellBody,
  'numerator' | 'denominator' | 'value' | 'qualitative' | 'notApplicable' | 'note' | 'reason'
>

/** The same numbers and words, whatever version they were typed on. */
export function isSameBody(a: SaidBody, b: SaidBody): boolean {
  const fields = [
    'numerator',
    'denominator',
    'value',
    'qualitative',
    'notApplicable',
    'note',
    'reason',
  ] as const
  return fields.every((field) => (a[field] ?? null) === (b[field] ?? null))
}

/** What is left to do for a cell after its answer; null: nothing. */
function draftAfter(draft: Draft, sent: CellBody, result: SaveResult): Draft | null {
  const { outcome, measurement } = result
  const isAsSent = draft.body !== null && isSameBody(draft.body, sent)
  // Another version was chosen since: this answer is about the past, and the next one about the draft.
  const isOnSent = draft.etag === sent.etag
  if (outcome === 'conflict' && !isOursAlready(sent, result)) {
    if (!isOnSent) return draft
    // What was in the way is gone: it goes again, on top of nothing.
    return measurement ? { ...draft, held: 'conflict' } : { ...draft, etag: null }
  }
  if (outcome === 'rejected') return isAsSent ? { ...draft, held: 'rejected' } : draft
  if (isAsSent) return null
  return isOnSent ? { ...draft, etag: measurement?.etag ?? null } : draft
}

/** The first answer was lost, and its key forgotten: what "somebody" stored is what we sent. */
export function isOursAlready(sent: CellBody, { measurement }: SaveResult): boolean {
  return measurement !== null && isSameBody(measurement, sent)
}

function phaseAfter({ status, code }: ApiProblem): Phase {
  if (code === 'session.required') return 'signed_out'
  return status >= SERVER_FAULT || CODES_OF_WAITING.has(code) ? 'waiting' : 'refused'
}

function batchOf(drafts: readonly Draft[]): Batch {
  return {
    id: newKey(),
    keys: drafts.map(({ key }) => key),
    cells: drafts.flatMap(({ body, etag }) => (body ? [{ ...body, etag }] : [])),
  }
}

/** A key that no other has; also where the page came over plain http and randomUUID does not exist. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** One window at a time; browsers without locks have one window, or take turns by the service's own versions. */
function alone(name: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(name, work) : work()
}
