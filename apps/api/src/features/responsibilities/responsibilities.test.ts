import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('viewer'),
])
const URL = `${PLAN}/responsibilities`
const dutiesOf = async (year: number) => {
  const { body } = await viewer.get(`${URL}?year=${year}`).expect(200)
  return (ref: string) => body.items.find((duty: { ref: string }) => duty.ref === ref)
}

describe('listResponsibilities', () => {
  it('says of all thirteen who is named and what fulfils them', async () => {
    await house.anyone.get(URL).expect(401)
    const work = { task: 'NV-08', year: 2026, name: 'Số hóa 40 sổ', department: 'TP-HT' }
    await officer.post(`${PLAN}/sub-tasks`).send(work).expect(201)
    const { body } = await viewer.get(`${URL}?year=2026`).expect(200)
    expect(body.items).toHaveLength(13)
    const duty = await dutiesOf(2026)
    expect(duty('V.1, ý 2')).toMatchObject({ lead: [{ code: 'VH-TT' }], tasks: [{ code: 'NV-02' }] })
    expect(duty('V.1, ý 1').tasks.find(({ code }: { code: string }) => code === 'NV-08')).toMatchObject({
      pieces: 1,
      done: 0,
    })
    const { body: summary } = await viewer.get(`${PLAN}/summary`).expect(200)
    expect(duty('V.3, ý 1').indicators).toEqual({ measured: 0, total: summary.indicators.length })
  })
  it('shows the reports that a deadline asks for: of departments, and of the ward', async () => {
    expect((await dutiesOf(2026))('V.3, ý 6').departmentReports.isOpened).toBe(false)
    await coordinator.post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
    const duty = await dutiesOf(2026)
    expect(duty('V.3, ý 6')).toMatchObject({
      departmentReports: { isOpened: true, received: 0, onTime: 0 },
      wardReport: { state: null },
    })
    expect(duty('V.3, ý 6').departmentReports.expected).toBeGreaterThan(5)
    expect(duty('V.1, ý 1')).toMatchObject({ departmentReports: null, wardReport: { state: null } })
  })
  it('shows the yearly plans that were sent, and the money of the year and the next', async () => {
    const plan = `${PLAN}/yearly-plans/2026/TP-HT`
    await officer.post(`${plan}/submit`).set('if-match', '"0"').expect(200)
    const request = `${PLAN}/budgets/2027/requests/TP-HT`
    const line = { name: 'Máy quét', kind: 'equipment', task: 'NV-08', source: 'NSNN', quantity: '2' }
    await officer
      .put(request)
      .set('if-match', '"0"')
      .send({
        noCost: false,
        lines: [{ ...line, unit: 'cái', unitPrice: { amount: '8500000', currency: 'VND' } }],
      })
      .expect(200)
    await officer.post(`${request}/request`).set('if-match', '"1"').expect(200)
    const duty = await dutiesOf(2026)
    expect(duty('IV.2').yearlyPlans).toMatchObject({ sent: 1 })
    const next = { year: 2027, answered: 1, requested: { amount: '17000000' } }
    expect(duty('IV.2').money[1]).toMatchObject(next)
    expect(duty('V.2')).toMatchObject({ yearlyPlans: null, money: [{ year: 2026 }, next] })
    expect(duty('IV.1').money[1].bySource).toMatchObject([
      { source: 'NSNN', name: 'Ngân sách nhà nước', requested: { amount: '17000000' } },
    ])
    expect(duty('V.1, ý 2').money).toBeNull()
  })
  it('shows obstacles where they belong: on its tasks, of its findings, and all where they are to be sent', async () => {
    const raise = (body: object) => coordinator.post(`${PLAN}/obstacles`).send(body).expect(201)
    const difficulty = { title: 'Loa hỏng', department: 'VH-TT' }
    await raise({ ...difficulty, subject: { resource: 'task', code: 'NV-02' } })
    await raise({
      ...{ ...difficulty, kind: 'cable_finding', title: 'Cáp võng', place: 'Hẻm 12', enterprise: 'VNPT' },
      subject: { resource: 'route', code: 'Quang Trung' },
    })
    const duty = await dutiesOf(2026)
    expect(duty('V.1, ý 2').obstacles).toMatchObject({
      total: 1,
      open: 1,
      newest: [{ title: 'Loa hỏng', state: 'raised' }],
    })
    expect(duty('V.1, ý 3').obstacles.newest).toMatchObject([{ title: 'Cáp võng' }])
    expect(duty('đoạn kết').obstacles).toMatchObject({ total: 2, open: 2 })
    expect(duty('V.2').obstacles).toEqual({ total: 0, open: 0, newest: [] })
  })
})
