import type { PersonId } from '@tien-do/domain/ids'
import type supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { contextOver } from '../../core/change.ts'
import { getPlan, today } from '../plans/index.ts'
import { listObstaclesOfYear } from './index.ts'

const URL = `${PLAN}/obstacles`
const NOBODY = { personId: '' as PersonId, name: '', grants: [], scopes: null }
const house = await startHarness()
const [coordinator, officer, finance, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('finance'),
  house.as('leader'),
  house.as('viewer'),
])
const scanner = { subject: { resource: 'task', code: 'NV-08' }, title: 'Thiếu máy quét để số hóa' }
const cable = {
  kind: 'cable_finding',
  subject: { resource: 'route', code: 'Tuyến Lê Trung Đình' },
  title: 'Cáp thuê bao võng thấp',
  place: 'Trước số 12 Lê Trung Đình',
  enterprise: 'Doanh nghiệp viễn thông A',
}

async function raise(body: object = scanner, who: supertest.Agent = officer) {
  return (await who.post(URL).send(body).expect(201)).body as { code: string; etag: string; number: number }
}
async function move(who: supertest.Agent, code: string, act: string, body: object = {}, status = 200) {
  const { headers } = await viewer.get(`${URL}/${code}`)
  const answer = await who
    .post(`${URL}/${code}/${act}`)
    .set('if-match', headers.etag!)
    .send(Object.keys(body).length > 0 ? body : undefined)
  expect([act, answer.status, answer.body.code]).toEqual([act, status, expect.anything()])
  return answer.body
}
const decision = { decision: 'Đồng ý, cho mượn máy', actingDepartment: 'TP-HT', dueOn: '2026-12-15' }

describe('raiseObstacle', () => {
  it('asks a stranger to sign in, and refuses who may only read', async () => {
    await house.anyone.post(URL).send(scanner).expect(401)
    await viewer.post(URL).send({ nonsense: true }).expect(403)
    await leader.post(URL).send(scanner).expect(403)
  })
  it.each([
    ['no title', { ...scanner, title: '' }, '/title', 400],
    ['a kind that there is not', { ...scanner, kind: 'gossip' }, '/kind', 400],
    [
      'a task without its code',
      { ...scanner, subject: { resource: 'task', code: null } },
      '/subject/code',
      422,
    ],
    ['a cable finding without a place', { ...cable, place: null }, '/place', 422],
    ['a cable finding without the enterprise', { ...cable, enterprise: ' ' }, '/enterprise', 422],
  ])('points to what is wrong: %s', async (_name, body, pointer, status) => {
    const answer = await officer.post(URL).send(body).expect(status)
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer)
  })
  it.each([
    ['task', 'NV-99'],
    ['indicator', 'XX-99'],
    ['area', 'TDP-99'],
  ])('does not know a %s of another plan', async (resource, code) => {
    const answer = await officer
      .post(URL)
      .send({ ...scanner, subject: { resource, code } })
      .expect(404)
    expect(answer.body.code).toBe(`${resource}.not-found`)
  })
  it('takes it down for the caller’s own department, numbered, with its history and an audit row', async () => {
    const raised = await raise()
    expect(raised).toMatchObject({
      code: `VM-2026-${String(raised.number).padStart(3, '0')}`,
      state: 'raised',
      waitingFor: 'coordinator',
      ageDays: 0,
      department: { code: 'TP-HT' },
      raisedBy: 'Võ Đình An',
      allowedActions: ['obstacle.amend'],
    })
    const { body } = await viewer.get(`${URL}/${raised.code}`).expect(200)
    expect(body.events).toMatchObject([{ act: 'raise', by: 'Võ Đình An', from: null, to: 'raised' }])
    const { rows } = await house.database.pool.query(
      `select action from audit_event where resource = 'obstacle' and after->>'code' = $1`,
      [raised.code],
    )
    expect(rows).toEqual([{ action: 'obstacle.raise' }])
  })
  it('is for an officer’s own department only, and for any by the coordinator', async () => {
    await officer
      .post(URL)
      .send({ ...scanner, department: 'VP-TK' })
      .expect(403)
    const raised = await coordinator
      .post(URL)
      .send({ ...scanner, department: 'VP-TK' })
      .expect(201)
    expect(raised.body.department.code).toBe('VP-TK')
  })
  it('numbers without a gap and without a repeat, however many raise at once and however many fail', async () => {
    const first = (await raise()).number
    const bodies = Array.from({ length: 30 }, (_, index) =>
      index % 3 === 2 ? { ...scanner, subject: { resource: 'task', code: 'NV-99' } } : scanner,
    )
    const answers = await Promise.all(bodies.map((body) => officer.post(URL).send(body)))
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body.number as number)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => first + 1 + index))
  })
})

describe('the road of an obstacle', () => {
  it('goes from who raised it to the coordinator, the leader, who acts, and back', async () => {
    const { code } = await raise()
    await move(officer, code, 'consolidate', { proposal: 'không phải việc của tôi' }, 403)
    await move(coordinator, code, 'submit', {}, 409)
    await move(coordinator, code, 'consolidate', { proposal: 'Cho mượn máy của Văn phòng' })
    expect(await move(coordinator, code, 'submit')).toMatchObject({
      state: 'submitted',
      waitingFor: 'leader',
    })
    await move(coordinator, code, 'decide', decision, 403)
    await move(leader, code, 'decide', { ...decision, dueOn: '2026-11-01' }, 422)
    await move(leader, code, 'decide', { ...decision, actingDepartment: 'XX' }, 404)
    expect(await move(leader, code, 'decide', decision)).toMatchObject({
      state: 'in_progress',
      waitingFor: 'acting',
      waitingDepartment: { code: 'TP-HT' },
      dueOn: '2026-12-15',
      hasUnseenAnswer: true,
    })
    expect((await officer.get(`${URL}/${code}`)).body.obstacle.allowedActions).toEqual([
      'obstacle.resolve',
      'obstacle.acknowledge',
    ])
    expect(await move(officer, code, 'acknowledge')).toMatchObject({ hasUnseenAnswer: false })
    await move(finance, code, 'resolve', { result: 'không phải việc của tôi' }, 403)
    expect(await move(officer, code, 'resolve', { result: 'Đã quét xong' })).toMatchObject({
      state: 'resolved',
      waitingFor: 'nobody',
      closedOn: '2026-11-22',
      hasUnseenAnswer: true,
    })
    const { body } = await viewer.get(`${URL}/${code}`)
    expect(body.events.map(({ act, to }: { act: string; to: string }) => `${act} → ${to}`)).toEqual([
      'raise → raised',
      'consolidate → consolidated',
      'submit → submitted',
      'decide → in_progress',
      'acknowledge → in_progress',
      'resolve → resolved',
    ])
  })
  it('may end beyond the ward’s authority', async () => {
    const { code } = await raise()
    await move(coordinator, code, 'consolidate', { proposal: 'Kiến nghị tỉnh' })
    await move(coordinator, code, 'submit')
    expect(await move(leader, code, 'refer', { decision: 'Kiến nghị UBND tỉnh' })).toMatchObject({
      state: 'beyond_authority',
      waitingFor: 'superior',
    })
  })
  it('comes back with a reason, and is sent again by saying it better', async () => {
    const { code } = await raise()
    await move(coordinator, code, 'return', {}, 400)
    expect(await move(coordinator, code, 'return', { reason: 'Ở đâu?' })).toMatchObject({
      state: 'returned',
      waitingFor: 'raiser',
      waitingDepartment: { code: 'TP-HT' },
    })
    const { headers } = await viewer.get(`${URL}/${code}`)
    await finance.patch(`${URL}/${code}`).set('if-match', headers.etag!).send({ detail: 'x' }).expect(403)
    const again = await officer
      .patch(`${URL}/${code}`)
      .set('if-match', headers.etag!)
      .send({ detail: 'Ở trụ sở' })
      .expect(200)
    expect(again.body).toMatchObject({ state: 'raised', detail: 'Ở trụ sở' })
  })
  it('of a cable finding orders the work', async () => {
    const { code } = await raise(cable, coordinator)
    await move(coordinator, code, 'consolidate', { proposal: 'Yêu cầu chỉnh trang' })
    await move(coordinator, code, 'submit')
    const acting = { ...decision, actingDepartment: 'DN-VT' }
    await move(leader, code, 'decide', acting, 422)
    const decided = await move(leader, code, 'decide', { ...acting, workOrdered: 'Bó gọn 120 m cáp' })
    expect(decided).toMatchObject({ workOrdered: 'Bó gọn 120 m cáp', waitingDepartment: { code: 'DN-VT' } })
  })
})

describe('mergeObstacle', () => {
  it('keeps the history of the merged one, points to the survivor, and passes the survivor’s answer on', async () => {
    const [kept, same] = [await raise(), await raise()]
    expect(await move(coordinator, same.code, 'merge', { into: kept.code })).toMatchObject({
      state: 'merged',
      mergedInto: kept.code,
    })
    expect((await viewer.get(`${URL}/${kept.code}`)).body.merged).toEqual([same.code])
    await move(officer, same.code, 'acknowledge')
    house.clock = new Date(house.clock.getTime() + 60_000)
    await move(coordinator, kept.code, 'consolidate', { proposal: 'Cho mượn máy' })
    await move(coordinator, kept.code, 'submit')
    await move(leader, kept.code, 'decide', decision)
    const { body } = await officer.get(`${URL}/${same.code}`)
    expect(body.obstacle).toMatchObject({ hasUnseenAnswer: true })
    expect(body.events.map(({ act }: { act: string }) => act)).toEqual(['raise', 'merge', 'acknowledge'])
  })
  it('is never into itself, into one that is closed, or into none', async () => {
    const one = await raise()
    const closed = await raise()
    await move(coordinator, closed.code, 'merge', { into: one.code })
    await move(coordinator, one.code, 'merge', { into: one.code }, 409)
    await move(coordinator, one.code, 'merge', { into: closed.code }, 409)
    await move(coordinator, one.code, 'merge', { into: 'VM-2026-999' }, 404)
  })
})

describe('an obstacle of an area', () => {
  it('is found by it, and needs an area that there is', async () => {
    const subject = { resource: 'area', code: 'TDP-05' }
    const raised = await raise({ title: 'Cột treo cáp nghiêng', subject })
    const { body: found } = await viewer.get(`${URL}?area=TDP-05`).expect(200)
    expect(found.items.map(({ code }: { code: string }) => code)).toEqual([raised.code])
    const unknown = { title: 'Không có', subject: { ...subject, code: 'TDP-99' } }
    expect((await officer.post(URL).send(unknown).expect(404)).body.code).toBe('area.not-found')
  })
})

describe('two at once', () => {
  it('need the version that they saw, and only one of them wins', async () => {
    const { code, etag } = await raise()
    const consolidate = (proposal: string) =>
      coordinator.post(`${URL}/${code}/consolidate`).set('if-match', etag).send({ proposal })
    await coordinator.post(`${URL}/${code}/consolidate`).send({ proposal: 'không có phiên bản' }).expect(428)
    const answers = await Promise.all([consolidate('đề xuất một'), consolidate('đề xuất hai')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const late = answers.find(({ status }) => status === 412)
    expect(late?.body.current).toMatchObject({ code, state: 'consolidated' })
  })
})

describe('listObstacles', () => {
  it('finds by whom it waits for, by age, by department and by what it is about', async () => {
    const { code } = await raise({ ...scanner, subject: { resource: 'indicator', code: 'FB-02' } })
    const codes = async (query: string) =>
      (await viewer.get(`${URL}?${query}`).expect(200)).body.items.map((each: { code: string }) => each.code)
    expect(await codes('indicator=FB-02')).toEqual([code])
    expect(await codes('waitingFor=coordinator&department=TP-HT')).toContain(code)
    expect(await codes('waitingFor=leader&limit=200')).not.toContain(code)
    expect(await codes('olderThanDays=30')).toEqual([])
    expect(await codes('state=raised&open=true&kind=difficulty&limit=200')).toContain(code)
    expect((await viewer.get(`${URL}?department=XX`).expect(404)).body.code).toBe('department.not-found')
  })
  it('walks all pages without a gap or a repeat', async () => {
    const seen: number[] = []
    let next: string | null = null
    do {
      const page: { body: { items: { number: number }[]; next: string | null } } = await viewer
        .get(URL)
        .query({ limit: 7, ...(next ? { cursor: next } : {}) })
        .expect(200)
      seen.push(...page.body.items.map((each) => each.number))
      next = page.body.next
    } while (next)
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index))
  })
})

describe('the obstacles of a year', () => {
  it('are those raised in it, and older ones that are still open', async () => {
    const raised = await raise()
    const context = contextOver(house.database.db, {
      actor: NOBODY,
      origin: { ip: null, requestId: null, keyId: null },
      now: () => house.clock,
    })
    const plan = await getPlan(context, 'chanh-lo-hts')
    const of = (year: number) => listObstaclesOfYear(context.read, plan, year, NOBODY, today(context))
    expect((await of(2026)).map(({ code }) => code)).toContain(raised.code)
    expect((await of(2027)).map(({ code }) => code)).toContain(raised.code)
    expect(await of(2025)).toEqual([])
    expect((await of(2027)).some(({ state }) => state === 'resolved')).toBe(false)
  })
})
