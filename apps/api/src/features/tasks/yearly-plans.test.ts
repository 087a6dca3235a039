import { ROLES, type Role } from '@tien-do/domain/permission'
import { YEARLY_PLAN_ACT_NAMES, YEARLY_PLAN_STATES, type YearlyPlanAct } from '@tien-do/domain/yearly-plan'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, officer, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
])
const URL = `${PLAN}/yearly-plans`
const WORKS = `${PLAN}/sub-tasks`
const add = (year: number, more: object = {}) =>
  coordinator
    .post(WORKS)
    .send({ task: 'NV-08', year, name: 'Số hóa sổ hộ tịch', department: 'TP-HT', ...more })
    .expect(201)
const see = async (year: number, department = 'TP-HT') =>
  (await viewer.get(`${URL}/${year}/${department}`).expect(200)).body
const act = async (person: typeof officer, year: number, verb: string, department = 'TP-HT') => {
  const { etag } = await see(year, department)
  const sent = person.post(`${URL}/${year}/${department}/${verb}`).set('if-match', etag)
  return verb === 'return' ? sent.send({ note: 'Bổ sung hạn' }) : sent
}

describe('a yearly plan', () => {
  it('is shown for every reporting department, a draft where nobody has sent one', async () => {
    await house.anyone.get(`${URL}/2031`).expect(401)
    const { body } = await viewer.get(`${URL}/2031`).expect(200)
    expect(body.items.length).toBeGreaterThan(5)
    expect(new Set(body.items.map(({ state }: { state: string }) => state))).toEqual(new Set(['draft']))
    await viewer.get(`${URL}/2031/XX`).expect(404)
  })
  it('cannot be sent while it is empty', async () => {
    expect((await act(officer, 2032, 'submit')).body.code).toBe('yearly-plan.wrong-state')
  })
  it('is sent by its own department, returned with a note, sent again and accepted; then its plan is closed', async () => {
    const { body: work } = await add(2033)
    expect((await act(viewer, 2033, 'submit')).status).toBe(403)
    await officer.post(`${URL}/2033/TP-HT/submit`).expect(428)
    await officer.post(`${URL}/2033/TP-HT/submit`).set('if-match', '"9"').expect(412)
    const sent = await act(officer, 2033, 'submit')
    expect(sent.body).toMatchObject({ state: 'submitted', submittedBy: 'Võ Đình An', pieces: 1, unclear: 1 })
    expect(sent.body.allowedActions).toEqual(['yearly-plan.withdraw'])
    const closed = await officer.patch(`${WORKS}/${work.code}`).set('if-match', work.etag).send({ weight: 2 })
    expect([closed.status, closed.body.code]).toEqual([409, 'yearly-plan.sent'])
    const bare = await leader.post(`${URL}/2033/TP-HT/return`).set('if-match', sent.body.etag)
    expect(bare.status).toBe(400)
    expect((await act(leader, 2033, 'return')).body).toMatchObject({ state: 'returned', note: 'Bổ sung hạn' })
    await officer.patch(`${WORKS}/${work.code}`).set('if-match', work.etag).send({ weight: 2 }).expect(200)
    await act(officer, 2033, 'submit')
    expect((await act(coordinator, 2033, 'accept')).body).toMatchObject({ state: 'accepted', note: null })
    // Progress is reported whatever became of the plan.
    const now = (await viewer.get(`${WORKS}/${work.code}`)).body
    await officer
      .post(`${WORKS}/${work.code}/updates`)
      .set('if-match', now.etag)
      .send({ progress: 10 })
      .expect(200)
  })
  it('is not accepted by whoever sent it', async () => {
    await add(2034, { task: 'NV-12', department: 'VH-TT' })
    await act(coordinator, 2034, 'submit', 'VH-TT')
    const own = await act(coordinator, 2034, 'accept', 'VH-TT')
    expect([own.status, own.body.code]).toEqual([403, 'permission.own-entry'])
    expect((await act(leader, 2034, 'accept', 'VH-TT')).body.state).toBe('accepted')
  })

  /** The role that may make each act in a plan of its own department, and in that of another. */
  const MAY: Record<YearlyPlanAct, { own: readonly Role[]; other: readonly Role[] }> = {
    submit: { own: ['officer', 'coordinator'], other: ['coordinator'] },
    withdraw: { own: ['officer', 'coordinator'], other: ['coordinator'] },
    accept: { own: ['coordinator', 'leader'], other: ['coordinator', 'leader'] },
    return: { own: ['coordinator', 'leader'], other: ['coordinator', 'leader'] },
  }
  const table = YEARLY_PLAN_ACT_NAMES.flatMap((name) =>
    (['own', 'other'] as const).flatMap((whose) => ROLES.map((role) => [name, whose, role] as const)),
  )
  it.each(table)('%s of a plan of %s department, as %s', async (name, whose, role) => {
    const department = whose === 'own' ? 'TP-HT' : 'CA'
    const answer = await (await house.as(role))
      .post(`${URL}/2035/${department}/${name}`)
      .set('if-match', '"0"')
      .send(name === 'return' ? { note: 'Bổ sung' } : undefined)
    // Nobody has sent this one: who may is told that it is not in that state, all others that it is not theirs.
    expect(answer.status).toBe(MAY[name][whose].includes(role) ? 409 : 403)
  })
  it('has a row of that table for every act', () => {
    expect(table).toHaveLength(YEARLY_PLAN_ACT_NAMES.length * 2 * ROLES.length)
    expect(YEARLY_PLAN_STATES).toHaveLength(4)
  })
})

describe('copying last year forward', () => {
  it('takes what goes on, once, with nothing done yet', async () => {
    const first = await add(2040, { dueOn: '2040-09-30', outputs: [{ unit: 'sổ', planned: 10 }] })
    const done = await add(2040, { name: 'Xong rồi' })
    const at = `${WORKS}/${done.body.code}/updates`
    await coordinator.post(at).set('if-match', done.body.etag).send({ move: 'finish' }).expect(200)
    expect((await see(2041)).toCarry).toBe(1)
    await viewer.post(`${URL}/2041/TP-HT/copy`).expect(403)
    await officer.post(`${URL}/2041/CA/copy`).expect(403)
    const { body } = await officer.post(`${URL}/2041/TP-HT/copy`).expect(200)
    expect(body).toMatchObject({ pieces: 1, toCarry: 0 })
    const { body: works } = await viewer.get(`${WORKS}?year=2041&department=TP-HT`).expect(200)
    expect(works.items).toMatchObject([
      {
        ...{ code: 'NV-08-2041-01', carriedFrom: first.body.code, dueOn: '2041-09-30', state: 'not_started' },
        outputs: [{ unit: 'sổ', planned: 10, done: null }],
      },
    ])
    expect((await officer.post(`${URL}/2041/TP-HT/copy`).expect(200)).body.pieces).toBe(1)
  })
})
