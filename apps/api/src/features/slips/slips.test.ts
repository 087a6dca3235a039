import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'
import { sha256 } from '../../core/canonical-json.ts'

const house = await startHarness()
const [coordinator, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('viewer'),
])
const URL = `${PLAN}/slips`
const NEW = { area: 'TDP-05', year: 2026, person: 'Bà Nguyễn Thị Lan', indicators: ['FB-01', 'FB-02'] }
const query = (text: string, values: unknown[] = []) => house.database.pool.query(text, values)

interface Issued {
  id: string
  secret: string
}
const issue = async (body: object = {}): Promise<Issued> =>
  (
    await coordinator
      .post(URL)
      .send({ ...NEW, ...body })
      .expect(201)
  ).body
const FIGURES = [
  { indicator: 'FB-01', numerator: 1, denominator: 1 },
  { indicator: 'FB-02', numerator: 214, denominator: 260 },
]
const send = (secret: string, figures: object[] = FIGURES) =>
  house.anyone.put(`${API}/slips/${secret}`).send({ figures })
const listed = async (id: string) => {
  const { body } = await coordinator.get(`${URL}?year=2026`).expect(200)
  return body.items.find((slip: Issued) => slip.id === id)
}

describe('issueSlip', () => {
  it('is for those who may enter the figures it asks for', async () => {
    await house.anyone.post(URL).send(NEW).expect(401)
    await viewer.post(URL).send(NEW).expect(403)
    // The officer's own department does not own these.
    await officer.post(URL).send(NEW).expect(403)
  })

  it.each([
    ['no indicator', { indicators: [] }, 400],
    ['an indicator twice', { indicators: ['FB-02', 'FB-02'] }, 400],
    ['nine of them', { indicators: Array.from({ length: 9 }, (_, index) => `X-${index}`) }, 400],
    ['an indicator there is not', { indicators: ['XX-99'] }, 404],
    ['an indicator that no area counts', { indicators: ['CR-01'] }, 400],
    ['an area there is not', { area: 'TDP-99' }, 404],
    ['nobody', { person: ' ' }, 400],
    ['a day that has passed', { expiresOn: '2026-11-01' }, 400],
    ['a day too far away', { expiresOn: '2027-06-01' }, 400],
  ])('refuses %s', async (_name, wrong, status) => {
    await coordinator
      .post(URL)
      .send({ ...NEW, ...wrong })
      .expect(status)
  })

  it('shows the secret this once and keeps only its hash, in no audit row either', async () => {
    const { id, secret } = await issue()
    const { rows } = await query(
      `select (select row_to_json(s)::text from slip s where id = $1) as kept,
              (select string_agg(row_to_json(a)::text, '') from audit_event a) as audit`,
      [id],
    )
    expect(rows[0].kept).toContain(sha256(secret))
    expect(rows[0].kept + rows[0].audit).not.toContain(secret)
    expect(await listed(id)).toMatchObject({ state: 'open', person: NEW.person, figures: [] })
    expect(await listed(id)).not.toHaveProperty('secret')
  })
})

describe('openSlip', () => {
  it('shows one area, the indicators listed, and last period’s figures; nothing else', async () => {
    const { secret } = await issue()
    const { body } = await house.anyone.get(`${API}/slips/${secret}`).expect(200)
    expect(body.area).toBe('Tổ dân phố 5')
    expect(body.indicators.map(({ code }: { code: string }) => code)).toEqual(NEW.indicators)
    expect(body.indicators[1]).toMatchObject({ kind: 'pair', last: null, sent: null })
    expect(JSON.stringify(body)).not.toMatch(/Tổ dân phố (?!5)\d|demo\.test|Trần Thị Hoa/)
  })

  it('tells an unknown, a revoked and an expired one apart to nobody', async () => {
    const revoked = await issue()
    await coordinator.delete(`${URL}/${revoked.id}`).expect(200)
    const expired = await issue({ expiresOn: '2026-11-22' })
    await query(`update slip set expires_at = $1 where id = $2`, ['2026-11-01T00:00:00Z', expired.id])
    const answers = []
    for (const secret of ['x'.repeat(43), revoked.secret, expired.secret]) {
      const { body } = await house.anyone.get(`${API}/slips/${secret}`).expect(404)
      answers.push(body.code)
      await send(secret).expect(404)
    }
    expect(new Set(answers)).toEqual(new Set(['slip.not-found']))
  })
})

describe('answerSlip', () => {
  it('takes what was filled in, under the name of the person, and shows it to who made the slip', async () => {
    const { id, secret } = await issue()
    await send(secret).expect(200)
    expect(await listed(id)).toMatchObject({ state: 'sent', figures: [{ numerator: 1 }, { numerator: 214 }] })
    const { rows } = await query(
      `select actor_id, actor_name from audit_event where action = 'slip.answer' and resource_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ actor_id: null, actor_name: NEW.person }])
  })

  it('replaces what was sent before, as a whole', async () => {
    const { id, secret } = await issue()
    await send(secret).expect(200)
    await send(secret, [{ indicator: 'FB-02', numerator: 215, denominator: 260 }]).expect(200)
    expect((await listed(id)).figures).toMatchObject([{ indicator: 'FB-02', numerator: 215 }])
  })

  it.each([
    ['more than there are', { indicator: 'FB-02', numerator: 300, denominator: 260 }, '/figures/0/numerator'],
    ['half a pair', { indicator: 'FB-02', numerator: 300 }, '/figures/0/denominator'],
    ['nothing', { indicator: 'FB-02' }, '/figures/0'],
    [
      'an indicator of another slip',
      { indicator: 'MB-02', numerator: 1, denominator: 2 },
      '/figures/0/indicator',
    ],
  ])('refuses %s, and keeps what was there', async (_name, figure, pointer) => {
    const { id, secret } = await issue()
    await send(secret).expect(200)
    const { body } = await send(secret, [figure]).expect(422)
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer)
    expect((await listed(id)).figures).toHaveLength(2)
  })

  it('writes no figure of the ward: that is the officer’s act', async () => {
    const { secret } = await issue({ indicators: ['MB-02'] })
    const before = await query('select count(*) from measurement')
    await send(secret, [{ indicator: 'MB-02', numerator: 10, denominator: 20 }]).expect(200)
    expect((await query('select count(*) from measurement')).rows).toEqual(before.rows)
  })
})

describe('confirmSlip', () => {
  it('is for those who may enter the figures', async () => {
    const { id } = await issue()
    await house.anyone.post(`${URL}/${id}/confirm`).send({}).expect(401)
    await viewer.post(`${URL}/${id}/confirm`).send({}).expect(403)
  })

  it('takes the figures into the grid as drafts, with the person as their source', async () => {
    const { id, secret } = await issue({ indicators: ['MB-04'], area: 'TDP-07' })
    await send(secret, [{ indicator: 'MB-04', numerator: 101, denominator: 305 }]).expect(200)
    const { body } = await coordinator.post(`${URL}/${id}/confirm`).send({}).expect(200)
    expect(body).toMatchObject({ state: 'confirmed', figures: [{ confirmedAt: expect.any(String) }] })
    const form = await coordinator.get(`${PLAN}/entry-forms/2026?indicator=MB-04`).expect(200)
    const cell = form.body.indicators[0].cells.find(
      ({ area }: { area: { code: string } }) => area.code === 'TDP-07',
    )
    expect(cell.measurement).toMatchObject({
      numerator: 101,
      denominator: 305,
      source: NEW.person,
      state: 'draft',
      enteredBy: 'Trần Thị Hoa',
    })
    await send(secret, [{ indicator: 'MB-04', numerator: 102, denominator: 305 }]).expect(409)
    // Once more changes nothing.
    await coordinator.post(`${URL}/${id}/confirm`).send({}).expect(200)
  })

  it('knows no slip of another id', async () => {
    await coordinator.post(`${URL}/0198a6f0-0000-7000-8000-000000000000/confirm`).send({}).expect(404)
    await coordinator.delete(`${URL}/0198a6f0-0000-7000-8000-000000000000`).expect(404)
  })
})

describe('revokeSlip', () => {
  it('closes the link at once; what was sent can still be confirmed', async () => {
    const { id, secret } = await issue()
    await send(secret).expect(200)
    await officer.delete(`${URL}/${id}`).expect(403)
    await coordinator.delete(`${URL}/${id}`).expect(200)
    await house.anyone.get(`${API}/slips/${secret}`).expect(404)
    const { body } = await coordinator.post(`${URL}/${id}/confirm`).send({}).expect(200)
    expect(body.state).toBe('confirmed')
  })
})

it('an officer sees the slips of their own department only', async () => {
  await issue()
  const { body } = await officer.get(`${URL}?year=2026`).expect(200)
  expect(body.items).toEqual([])
  await viewer.get(`${URL}?year=2026`).expect(403)
})
