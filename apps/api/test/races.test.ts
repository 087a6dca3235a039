// Many at once: one wins, the others are told; nothing is lost in silence, and the trail stays whole.
import { beforeEach, describe, expect, it } from 'vitest'
import { walkChain } from './chain.ts'
import { PLAN, startHarness } from './harness.ts'

const house = await startHarness()
const [coordinator, leader] = await Promise.all([house.as('coordinator'), house.as('leader')])
const URL = `${PLAN}/measurements`
const query = async (text: string, values: unknown[] = []) =>
  (await house.database.pool.query(text, values)).rows
let day = 0
// The same as the last time to the digit: that wants a word of why.
let figure = { indicator: 'DP-01', on: '', numerator: 1, denominator: 100, reason: 'đếm lại' }
beforeEach(() => {
  day += 1
  figure = { ...figure, on: `2026-10-${String(day).padStart(2, '0')}` }
})

interface Stored {
  id: string
  etag: string
  revision: number
}
const record = async (): Promise<Stored> => (await coordinator.post(URL).send(figure).expect(201)).body
const sorted = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort()
const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_each, index) => work(index)))
const revisions = async () =>
  query(
    `select m.revision, m.state, m.numerator::int as numerator from measurement m
       join indicator i on i.id = m.indicator_id where i.code = 'DP-01' and m.on = $1 order by m.revision`,
    [figure.on],
  )

describe('at once', () => {
  it('two approve: one wins, the other is told that it was too late', async () => {
    for (let round = 0; round < 10; round++) {
      figure.on = `2026-${String(round + 1).padStart(2, '0')}-27`
      if (figure.on > '2026-11-22') continue
      const { id, etag } = await record()
      const answers = await Promise.all(
        [leader, coordinator, leader].map((agent) =>
          agent.post(`${URL}/${id}/approve`).set('if-match', etag),
        ),
      )
      const [won, ...late] = answers
        .filter(({ status }) => status !== 403)
        .sort((a, b) => a.status - b.status)
      expect(won?.status).toBe(200)
      for (const { status, body } of late) expect([409, 412, body.code]).toContain(status)
      expect((await revisions()).map(({ state }) => state)).toEqual(['approved'])
    }
  })

  it('fifty correct one figure: one wins, and what is stored is what they wrote', async () => {
    const { id, etag } = await record()
    const answers = await times(50, (index) =>
      coordinator
        .patch(`${URL}/${id}`)
        .set('if-match', etag)
        .send({ numerator: index, reason: `lần ${index}` })
        .then((answer) => answer),
    )
    expect(sorted(answers).filter((status) => status === 200)).toHaveLength(1)
    for (const { status } of answers) expect([200, 409, 412]).toContain(status)
    const won = answers.findIndex(({ status }) => status === 200)
    expect(await revisions()).toEqual([
      { revision: 1, state: 'superseded', numerator: 1 },
      { revision: 2, state: 'submitted', numerator: won },
    ])
  })

  it('fifty correct whatever they find, each again until it is through: no revision is lost', async () => {
    await record()
    await times(5, async (person) => {
      for (let done = 0; done < 10; ) {
        const { body } = await coordinator
          .get(URL)
          .query({ indicator: 'DP-01', from: figure.on, to: figure.on })
        const [current] = body.items as Stored[]
        const answer = await coordinator
          .patch(`${URL}/${current?.id}`)
          .set('if-match', current?.etag ?? '')
          .send({ numerator: person * 10 + done, reason: 'đếm lại' })
        expect([200, 409, 412]).toContain(answer.status)
        if (answer.status === 200) done += 1
      }
    })
    const rows = await revisions()
    expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows).toHaveLength(51)
    expect(rows.filter(({ state }) => state !== 'superseded')).toHaveLength(1)
    const written = rows.slice(1).map(({ numerator }) => numerator)
    expect(written.sort((a, b) => a - b)).toEqual(written.map((_each, index) => index))
  })

  it('an approved figure is corrected and corrected: it stays in force, and one correction is under way', async () => {
    const { id, etag } = await record()
    const approved = await leader.post(`${URL}/${id}/approve`).set('if-match', etag).expect(200)
    const answers = await times(10, (index) =>
      coordinator
        .patch(`${URL}/${id}`)
        .set('if-match', approved.body.etag)
        .send({ numerator: index, reason: 'đếm lại' })
        .then((answer) => answer),
    )
    expect(sorted(answers).filter((status) => status === 200)).toHaveLength(1)
    expect((await revisions()).map(({ state }) => state)).toEqual(['approved', 'submitted'])
  })

  it('one is approved while it is corrected: whichever comes first, the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      figure.on = `2026-${String(round + 1).padStart(2, '0')}-26`
      const { id, etag } = await record()
      const answers = await Promise.all([
        leader.post(`${URL}/${id}/approve`).set('if-match', etag),
        coordinator.patch(`${URL}/${id}`).set('if-match', etag).send({ numerator: 2, reason: 'đếm lại' }),
      ])
      expect([sorted(answers)[0], [409, 412].includes(sorted(answers)[1] ?? 0)]).toEqual([200, true])
    }
  })

  it('two record the same figure: one is there, the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      figure.on = `2026-${String(round + 1).padStart(2, '0')}-25`
      const answers = await times(2, () =>
        coordinator
          .post(URL)
          .send(figure)
          .then((answer) => answer),
      )
      expect(sorted(answers)).toEqual([201, 409])
    }
  })

  it('twenty repeat one request: it has one effect, and all hear of the same', async () => {
    const before = await query(`select revision from plan`)
    const answers = await times(20, () =>
      coordinator
        .post(URL)
        .set('idempotency-key', `twenty-${figure.on}`)
        .send(figure)
        .then((answer) => answer),
    )
    const made = answers.filter(({ status }) => status === 201)
    for (const { status, body } of answers)
      expect([status, body.code]).toEqual(
        status === 201 ? [201, undefined] : [409, 'idempotency-key.in-progress'],
      )
    expect(made.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
    expect(await revisions()).toHaveLength(1)
    expect(await query(`select revision - $1 as grown from plan`, [before[0]?.revision])).toEqual([
      { grown: 1 },
    ])
  })
})

describe('fifty editors of one grid at once', () => {
  const areas = Array.from({ length: 14 }, (_each, index) => `TDP-${String(index + 1).padStart(2, '0')}`)
  interface Result {
    outcome: string
    measurement: { etag: string; numerator: number; revision: number } | null
  }
  const save = async (cells: readonly object[]): Promise<Result[]> =>
    (await coordinator.patch(URL).send({ cells }).expect(200)).body.results
  const cell = (area: string, numerator: number, etag: string | null) => ({
    indicator: 'MB-02',
    area,
    on: '2026-09-09',
    etag,
    numerator,
    denominator: 1_000,
    state: 'draft',
  })
  const stored = () =>
    query(
      `select a.code, m.revision, m.state, m.numerator::int as numerator from measurement m
         join indicator i on i.id = m.indicator_id join area a on a.id = m.area_id
        where i.code = 'MB-02' and m.on = '2026-09-09' order by a.code, m.revision`,
    )

  it('each saves the whole grid, having seen it empty: of every cell one wins, the others see what won', async () => {
    const answers = await times(50, (person) => save(areas.map((area) => cell(area, person, null))))
    for (const [place, area] of areas.entries()) {
      const outcomes = answers.map((results) => results[place])
      const won = outcomes.findIndex((each) => each?.outcome === 'saved')
      expect([area, outcomes.filter((each) => each?.outcome === 'saved').length]).toEqual([area, 1])
      for (const each of outcomes) expect(each?.measurement?.numerator).toBe(won)
    }
    expect((await stored()).filter(({ state }) => state === 'draft')).toHaveLength(14)
  })

  const EDITORS = 12
  it('each adds one to a cell, again until it is through: nothing is lost', async () => {
    const [area] = areas as [string]
    const [start] = await save([cell(area, 0, null)])
    let seen = start?.measurement
    const zero = await save([cell(area, 0, seen?.etag ?? null)])
    seen = zero[0]?.measurement ?? seen
    await times(EDITORS, async () => {
      for (let mine = seen; ; ) {
        const [result] = await save([cell(area, (mine?.numerator ?? 0) + 1, mine?.etag ?? null)])
        if (result?.outcome === 'saved') return
        expect(['conflict', 'unchanged']).toContain(result?.outcome)
        mine = result?.measurement
      }
    })
    const rows = (await stored()).filter(({ code }) => code === area)
    const living = rows.find(({ state }) => state === 'draft')
    expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows.filter(({ state }) => state !== 'superseded')).toHaveLength(1)
    // An answer "unchanged" means that somebody else had just written the same number.
    expect(living?.numerator).toBe(rows.at(-1)?.numerator)
    expect(living?.numerator).toBeGreaterThanOrEqual(EDITORS)
  })

  it('figures are approved while they are edited: each is approved as it was seen, or not at all', async () => {
    const entered = await save(
      areas.map((area) => ({ ...cell(area, 500, null), on: '2026-09-10', state: 'submitted' })),
    )
    const seen = entered.map(({ measurement }) => measurement as unknown as { id: string; etag: string })
    const [decided, edited] = await Promise.all([
      leader
        .post(`${URL}/approve`)
        .send({ items: seen.map(({ id, etag }) => ({ id, etag })) })
        .expect(200),
      save(areas.map((area, index) => ({ ...cell(area, 501, seen[index]?.etag ?? null), on: '2026-09-10' }))),
    ])
    for (const [index, { outcome }] of edited.entries()) {
      const approved = decided.body.results[index].outcome === 'done'
      expect([areas[index], approved !== (outcome === 'saved')]).toEqual([areas[index], true])
    }
  })
})

describe('after all that', () => {
  it('the plan has a revision for each change, and all that changed has its line in the feed', async () => {
    const [counted] = await query(`
      select p.revision,
        (select count(*)::int from audit_event a where a.plan_id = p.id) as changes,
        (select count(*)::int from outbox o where o.plan_id = p.id) as lines,
        (select count(distinct plan_revision)::int from outbox o where o.plan_id = p.id) as revisions
      from plan p`)
    expect(counted.revision).toBeGreaterThan(80)
    // One change may touch many figures: each has its row and its line, all under the change's one revision.
    expect(counted.changes).toBeGreaterThan(counted.revision)
    expect(counted).toEqual({ ...counted, lines: counted.changes, revisions: counted.revision })
  })
  it('the audit chain is unbroken, and ends where the plan says', async () => {
    const [{ id, audit_head }] = (await query(`select id, audit_head from plan`)) as [
      { id: string; audit_head: string },
    ]
    expect(await walkChain(house.database.pool, id)).toEqual({ broken: [], head: audit_head })
    expect((await walkChain(house.database.pool, null)).broken).toEqual([])
  })
  it.each([
    ['an edit', `update audit_event set after = jsonb_set(after, '{numerator}', '99') where seq = $1`],
    ['a deletion', `delete from audit_event where seq = $1`],
    ['a change of name', `update audit_event set actor_name = 'ai đó' where seq = $1`],
  ])('%s in the table would show', async (_name, tampering) => {
    const [plan] = await query(`select id from plan`)
    const [some] = await query(
      `select seq from audit_event where plan_id = $1 and after ? 'numerator' order by seq offset 20 limit 1`,
      [plan.id],
    )
    const client = await house.database.pool.connect()
    await client.query('begin')
    // As the owner of the database could: nobody else may touch what is written.
    await client.query('set local session_replication_role = replica')
    await client.query(tampering, [some.seq])
    // The pool's other clients see nothing of it: it is walked in here, and taken back.
    const { broken } = await walkChain({ query: client.query.bind(client) } as never, plan.id)
    await client.query('rollback')
    client.release()
    expect(broken.length).toBeGreaterThan(0)
  })
})
