// What has been typed and is not stored by the service yet: in this browser's own database, so that a crash, a lost
// network and a reload lose nothing. It is kept apart by person and plan: nobody sends what somebody else typed.

import { createStore, delMany, entries, promisifyRequest, set, type UseStore, update } from 'idb-keyval'
import type { CellBody } from './shapes.ts'
import type { Typed } from './typed.ts'

/** A cell that differs from what is stored. */
export interface Draft {
  readonly key: string
  readonly typed: Typed
  /** Null where a text stands in it that is no number: it is kept, and not sent. */
  readonly body: Omit<CellBody, 'etag'> | null
  /** The version that was seen when it was typed. */
  readonly etag: string | null
  /** Not sent again before it is typed in again, or the conflict is decided. */
  readonly held: 'rejected' | 'conflict' | null
}

/** Cells on their way, with the key by which the service knows a repeat of the same request. */
export interface Batch {
  readonly id: string
  readonly keys: readonly string[]
  readonly cells: readonly CellBody[]
}

export interface OutboxStorage {
  readonly drafts: () => Promise<Draft[]>
  readonly batches: () => Promise<Batch[]>
  /** Keeps what was typed, in one transaction; a version that the queue has learnt meanwhile stays. */
  readonly keep: (drafts: readonly Draft[]) => Promise<void>
  readonly drop: (keys: readonly string[]) => Promise<void>
  readonly change: (key: string, change: (draft: Draft) => Draft | null) => Promise<void>
  readonly begin: (batch: Batch) => Promise<void>
  readonly end: (batch: Batch) => Promise<void>
}

const DATABASE = 'tien-do-nhap-lieu'
let opened: UseStore | undefined

export function outboxStorage(person: string, plan: string): OutboxStorage {
  opened ??= createStore(DATABASE, 'cho-gui')
  const store = opened
  const draftName = (key: string) => `draft ${person} ${plan} ${key}`
  const batchName = (id: string) => `batch ${person} ${plan} ${id}`

  async function under<Value>(prefix: string): Promise<Value[]> {
    const all = await entries<string, Value | undefined>(store)
    return all.flatMap(([name, value]) => (name.startsWith(prefix) && value !== undefined ? [value] : []))
  }

  return {
    drafts: () => under<Draft>(draftName('')),
    batches: () => under<Batch>(batchName('')),
    keep: (drafts) =>
      store('readwrite', (table) => {
        for (const draft of drafts) {
          const name = draftName(draft.key)
          // Read and written in the same turn: an answer in between would leave the version from before it.
          table.get(name).onsuccess = ({ target }) => {
            const known = (target as IDBRequest<Draft | undefined>).result
            table.put({ ...draft, etag: (known ?? draft).etag }, name)
          }
        }
        return promisifyRequest(table.transaction)
      }),
    drop: (keys) => delMany(keys.map(draftName), store),
    async change(key, change) {
      await update<Draft | undefined>(draftName(key), (draft) => (draft && change(draft)) ?? undefined, store)
    },
    begin: (batch) => set(batchName(batch.id), batch, store),
    end: (batch) => delMany([batchName(batch.id)], store),
  }
}
