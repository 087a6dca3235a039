// The queue against a service that can be slow, silent, or changed by somebody else; the browser's database is the real one.

import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../lib/api.ts'
import { formOf, keyOfArea, measurementOf } from '../../test/entry-form.ts'
import { type Desk, makeDesk } from './desk.ts'
import { type Batch, outboxStorage } from './outbox-storage.ts'
import type { CellBody, Measurement, SaveAnswer, SaveResult } from './shapes.ts'

const KEY = keyOfArea(1)
let people = 0
const closers: (() => void)[] = []

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A ward's office of two: the person at the desk, and whoever writes past them. */
function office() {
  people += 1
  const person = `person-${Date.now()}-${people}`
  const cells = new Map<string, Measurement>()
  const answered = new Map<string, SaveAnswer>()
  const received: Batch[] = []
  let isReachable = true
  let losesAnswer = false
  let onReceived = () => {}

  function write(cell: CellBody, by: string): Measurement {
    const before = cells.get(cell.area ?? '')
    const written = measurementOf({
      area: cell.area,
      numerator: cell.numerator ?? null,
      denominator: cell.denominator ?? null,
      note: cell.note ?? null,
      reason: cell.reason ?? null,
      enteredBy: by,
      etag: `"${Number(before?.etag.slice(1, -3) ?? 0) + 1}.1"`,
    })
    cells.set(cell.area ?? '', written)
    return written
  }

  function resultOf(cell: CellBody, index: number): SaveResult {
    const stored = cells.get(cell.area ?? '') ?? null
    const rest = { index, faults: [], warnings: [] }
    if (cell.etag !== (stored?.etag ?? null)) return { ...rest, outcome: 'conflict', measurement: stored }
    if (cell.numerator === null && cell.denominator === null) {
      cells.delete(cell.area ?? '')
      return { ...rest, outcome: 'cleared', measurement: null }
    }
    return { ...rest, outcome: 'saved', measurement: write(cell, 'Trần Thị Hoa') }
  }

  async function send(batch: Batch): Promise<SaveAnswer> {
    if (!isReachable) throw new ApiProblem(0, null)
    received.push(batch)
    onReceived()
    const known = answered.get(batch.id)
    const answer = known ?? { batch: null, results: batch.cells.map(resultOf) }
    answered.set(batch.id, answer)
    if (losesAnswer) throw new ApiProblem(0, null)
    return answer
  }

  async function sitDown(areas = 3): Promise<Desk> {
    const storage = outboxStorage(person, 'ke-hoach')
    const form = formOf(areas)
    const indicators = [
      {
        ...form,
        cells: form.cells.map((cell) => {
          const measurement = cells.get(cell.area?.code ?? '') ?? null
          return { ...cell, measurement, etag: measurement?.etag ?? null }
        }),
      },
    ]
    const desk = makeDesk({
      indicators,
      drafts: await storage.drafts(),
      storage,
      send,
      name: `queue ${person}`,
    })
    closers.push(desk.open())
    return desk
  }

  return {
    cells,
    received,
    send,
    write,
    sitDown,
    whenReceived: (act: () => void) => {
      onReceived = act
    },
    network: (is: boolean) => {
      isReachable = is
    },
    loseAnswers: (is: boolean) => {
      losesAnswer = is
    },
  }
}

function type(desk: Desk, key: string, numerator: string) {
  desk.store.type(`${key} numerator`, [{ key, typed: { numerator } }])
  desk.touched([key])
}

const soon = <Value>(value: () => Value) => expect.poll(value, { timeout: 5_000 })

describe('what is typed', () => {
  test('is saved when its cell is left, with the denominator of the register', async () => {
    const { cells, sitDown } = office()
    const desk = await sitDown()
    type(desk, KEY, '150')
    expect(desk.store.entry(KEY).mark).toBe('editing')
    desk.left(KEY)
    await soon(() => desk.store.entry(KEY).mark).toBe('saved')
    expect(cells.get('TDP-01')).toMatchObject({ numerator: 150, denominator: 201 })
    expect(desk.state()).toMatchObject({ pending: 0, phase: 'idle' })
  })

  test('is saved by itself when the typing pauses', async () => {
    const { received, sitDown } = office()
    const desk = await sitDown()
    for (const text of ['1', '15', '150']) type(desk, KEY, text)
    await soon(() => desk.store.entry(KEY).mark).toBe('saved')
    expect(received.length).toBe(1)
  })

  test('and is impossible stays here, and is not sent before it is mended', async () => {
    const { received, sitDown } = office()
    const desk = await sitDown()
    type(desk, KEY, '305')
    desk.left(KEY)
    await desk.flush()
    expect(desk.store.entry(KEY).mark).toBe('faulty')
    expect(received).toEqual([])
    type(desk, KEY, '105')
    desk.left(KEY)
    await soon(() => desk.store.entry(KEY).mark).toBe('saved')
  })

  test('while it is being saved is saved after it, not lost', async () => {
    const { cells, sitDown, whenReceived } = office()
    const desk = await sitDown()
    whenReceived(() => {
      if (desk.store.entry(KEY).typed.numerator === '150') type(desk, KEY, '151')
    })
    type(desk, KEY, '150')
    await desk.flush()
    await desk.flush()
    await soon(() => cells.get('TDP-01')?.numerator).toBe(151)
    await soon(() => desk.store.entry(KEY).mark).toBe('saved')
  })

  test('and taken back to a blank clears what was saved: blank is not 0', async () => {
    const { cells, sitDown } = office()
    const desk = await sitDown()
    type(desk, KEY, '150')
    await desk.flush()
    expect(cells.size).toBe(1)
    desk.touched(desk.store.undo())
    desk.store.type('clear', [{ key: KEY, typed: { numerator: '', denominator: '' } }])
    await desk.flush()
    expect(cells.size).toBe(0)
  })
})

describe('without a network', () => {
  test('cells wait, in words, and go when it is back', async () => {
    const { cells, network, sitDown } = office()
    const desk = await sitDown()
    network(false)
    type(desk, KEY, '150')
    type(desk, keyOfArea(2), '151')
    await desk.flush()
    expect(desk.state()).toMatchObject({ phase: 'waiting', pending: 2 })
    expect(desk.store.entry(KEY).mark).toBe('waiting')
    network(true)
    window.dispatchEvent(new Event('online'))
    await soon(() => desk.state()).toMatchObject({ phase: 'idle', pending: 0 })
    expect([...cells.keys()].sort()).toEqual(['TDP-01', 'TDP-02'])
  })

  test('nothing is lost when the browser is closed: the next screen has it, and sends it', async () => {
    const { cells, network, sitDown } = office()
    const desk = await sitDown()
    network(false)
    type(desk, KEY, '150')
    await desk.flush()
    closers.pop()?.()
    network(true)
    const next = await sitDown()
    expect(next.store.entry(KEY).typed.numerator).toBe('150')
    await soon(() => cells.get('TDP-01')?.numerator).toBe(150)
    await soon(() => next.state().pending).toBe(0)
  })

  test('a batch whose answer was lost is sent again under its own key, and counts once', async () => {
    const { received, cells, loseAnswers, sitDown } = office()
    const desk = await sitDown()
    loseAnswers(true)
    type(desk, KEY, '150')
    await desk.flush()
    expect(desk.state().phase).toBe('waiting')
    loseAnswers(false)
    await desk.flush()
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    expect(cells.get('TDP-01')?.etag).toBe('"1.1"')
    expect(desk.store.entry(KEY)).toMatchObject({ mark: 'saved', theirs: null })
  })
})

describe('two people in one cell', () => {
  async function clash() {
    const { write, ...rest } = office()
    const desk = await rest.sitDown()
    write(
      {
        indicator: 'FB-02',
        area: 'TDP-01',
        on: '2026-11-14',
        etag: null,
        numerator: 160,
        denominator: 201,
        state: 'draft',
      },
      'Lê Văn An',
    )
    type(desk, KEY, '150')
    await desk.flush()
    return { desk, ...rest }
  }

  test('both figures stand until one is chosen; nothing is overwritten', async () => {
    const { desk, cells } = await clash()
    expect(desk.store.entry(KEY)).toMatchObject({
      mark: 'conflict',
      typed: { numerator: '150' },
      theirs: { numerator: 160, enteredBy: 'Lê Văn An' },
    })
    expect(desk.state().conflicts).toBe(1)
    expect(cells.get('TDP-01')?.numerator).toBe(160)
  })

  test('mine is kept on top of theirs', async () => {
    const { desk, cells } = await clash()
    await desk.keepMine(KEY)
    await soon(() => cells.get('TDP-01')?.numerator).toBe(150)
    await soon(() => desk.store.entry(KEY).mark).toBe('saved')
  })

  test('or theirs is taken, and mine forgotten', async () => {
    const { desk, cells, sitDown } = await clash()
    await desk.takeTheirs(KEY)
    expect(desk.store.entry(KEY)).toMatchObject({ mark: 'saved', typed: { numerator: '160' } })
    expect(cells.get('TDP-01')?.numerator).toBe(160)
    expect((await sitDown()).state().pending).toBe(0)
  })

  test('also when the other was faster while the browser was closed', async () => {
    const { network, sitDown, write } = office()
    const desk = await sitDown()
    network(false)
    type(desk, KEY, '150')
    await desk.flush()
    closers.pop()?.()
    write(
      {
        indicator: 'FB-02',
        area: 'TDP-01',
        on: '2026-11-14',
        etag: null,
        numerator: 160,
        denominator: 201,
        state: 'draft',
      },
      'Lê Văn An',
    )
    network(true)
    const next = await sitDown()
    expect(next.store.entry(KEY)).toMatchObject({ mark: 'conflict', typed: { numerator: '150' } })
    await next.keepMine(KEY)
    await soon(() => next.store.entry(KEY).mark).toBe('saved')
  })
})

test('two windows of one person do not fight: what one saves, the other shows and builds on', async () => {
  const { cells, sitDown } = office()
  const one = await sitDown()
  const other = await sitDown()
  type(one, KEY, '150')
  await one.flush()
  await soon(() => other.store.entry(KEY).typed.numerator).toBe('150')
  type(other, KEY, '155')
  await other.flush()
  expect(cells.get('TDP-01')?.numerator).toBe(155)
  await soon(() => one.store.entry(KEY)).toMatchObject({
    mark: 'saved',
    typed: { numerator: '155' },
    theirs: null,
  })
})

test('what one window stores does not take away what is being typed in the other', async () => {
  const { cells, sitDown } = office()
  const one = await sitDown()
  const other = await sitDown()
  type(other, KEY, '155')
  type(one, KEY, '150')
  await one.flush()
  await soon(() => cells.get('TDP-01')?.numerator).toBe(155)
  await soon(() => other.store.entry(KEY)).toMatchObject({ mark: 'saved', typed: { numerator: '155' } })
  await soon(() => one.store.entry(KEY).typed.numerator).toBe('155')
})

test('whoever is signed out keeps what was typed, and is told', async () => {
  const { sitDown } = office()
  const storage = outboxStorage(`nobody-${Date.now()}`, 'ke-hoach')
  const send = vi.fn(async () => {
    throw new ApiProblem(401, { code: 'session.required', requestId: 'r' } as never)
  })
  await sitDown()
  const desk = makeDesk({ indicators: [formOf(2)], drafts: [], storage, send, name: `nobody ${Date.now()}` })
  closers.push(desk.open())
  type(desk, KEY, '150')
  await desk.flush()
  expect(desk.state()).toMatchObject({ phase: 'signed_out', pending: 1 })
  expect(await storage.drafts()).toHaveLength(1)
})
