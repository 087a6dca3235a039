// The moments between two steps of the queue, one after another: nothing typed or asked there may be lost.

import { expect, test } from 'vitest'
import { measurementOf } from '../../test/entry-form.ts'
import { makeOutbox } from './outbox.ts'
import { type Batch, type Draft, outboxStorage } from './outbox-storage.ts'
import type { SaveAnswer, SaveResult } from './shapes.ts'

const KEY = 'FB-02 TDP-01 2026-11-14'
const TICKS = 12
let people = 0

function freshStorage() {
  people += 1
  return outboxStorage(`outbox-${Date.now()}-${people}`, 'ke-hoach')
}

function draftOf(numerator: number, etag: string | null = null): Draft {
  const on = '2026-11-14'
  const body = {
    indicator: 'FB-02',
    area: 'TDP-01',
    on,
    numerator,
    denominator: 201,
    state: 'draft',
  } as const
  const typed = { numerator: String(numerator), denominator: '201' } as Draft['typed']
  return { key: KEY, typed, body, etag, held: null }
}

const silent = { onSaving: () => {}, onSettled: () => {}, onPhase: () => {} }

/** A turn of the microtask queue, so many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await null
}

function answer(outcome: SaveResult['outcome'], measurement: SaveResult['measurement']): SaveAnswer {
  return { batch: null, results: [{ index: 0, outcome, measurement, faults: [], warnings: [] }] }
}

const conflict = (theirs: SaveResult['measurement']) => answer('conflict', theirs)
const saved = (etag: string) => answer('saved', measurementOf({ etag, numerator: 150, denominator: 201 }))

test('what is typed while an answer arrives is kept on top of the version that the answer tells', async () => {
  const storage = freshStorage()
  await storage.keep([draftOf(150)])
  const typing = storage.keep([draftOf(151)])
  const answered = storage.change(KEY, (draft) => ({ ...draft, etag: '"1.1"' }))
  await Promise.all([typing, answered])
  expect(await storage.drafts()).toMatchObject([{ body: { numerator: 151 }, etag: '"1.1"' }])
})

test('whenever sending is asked for, the drafts are looked at afterwards', async () => {
  for (let turn = 0; turn < TICKS; turn += 1) {
    const storage = freshStorage()
    let looks = 0
    let asked = Promise.resolve()
    const counted = {
      ...storage,
      drafts: () => {
        looks += 1
        return storage.drafts()
      },
    }
    const onPhase = async () => {
      if (looks !== 1) return
      await turns(turn)
      const before = looks
      asked = outbox.flush().then(() => expect(looks, `asked ${turn} turns after`).toBeGreaterThan(before))
    }
    const outbox = makeOutbox({
      storage: counted,
      name: `outbox ${turn} ${Date.now()}`,
      send: async () => saved('"1.1"'),
      listener: { ...silent, onPhase },
    })
    await outbox.flush()
    await turns(TICKS)
    await asked
    expect(looks).toBe(2)
  }
})

test('an answer about a version that was decided on since holds nothing back', async () => {
  const storage = freshStorage()
  const sent: Batch[] = []
  const theirs = measurementOf({ etag: '"1.1"', numerator: 160, denominator: 201 })
  const outbox = makeOutbox({
    storage,
    name: `outbox decided ${Date.now()}`,
    async send(batch) {
      sent.push(batch)
      if (sent.length > 1) return saved('"2.1"')
      // While the answer is on its way, mine is chosen on top of theirs.
      await outbox.release(KEY, theirs.etag)
      return conflict(theirs)
    },
    listener: silent,
  })
  await outbox.keep([draftOf(150)])
  await outbox.flush()
  expect(sent.map(({ cells }) => cells[0]?.etag)).toEqual([null, '"1.1"'])
  expect(await outbox.drafts()).toEqual([])
})

test('a figure whose rival was cleared meanwhile goes again on top of nothing', async () => {
  const storage = freshStorage()
  const sent: Batch[] = []
  const outbox = makeOutbox({
    storage,
    name: `outbox cleared ${Date.now()}`,
    async send(batch) {
      sent.push(batch)
      if (sent.length > 1) return saved('"3.1"')
      return conflict(null)
    },
    listener: silent,
  })
  await outbox.keep([draftOf(150, '"1.1"')])
  await outbox.flush()
  expect(sent.map(({ cells }) => cells[0]?.etag)).toEqual(['"1.1"', null])
  expect(await outbox.drafts()).toEqual([])
})
