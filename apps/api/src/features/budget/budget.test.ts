import type supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { readXml } from '../../../test/unzip.ts'

const house = await startHarness()
const [coordinator, officer, finance, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('finance'),
  house.as('leader'),
  house.as('viewer'),
])
const money = (amount: string) => ({ amount, currency: 'VND' })
const scanner = {
  name: 'Máy quét tài liệu',
  kind: 'equipment',
  task: 'NV-08',
  source: 'NSNN',
  quantity: '2',
  unit: 'cái',
  unitPrice: money('8500000'),
}
const training = {
  ...scanner,
  name: 'Tập huấn kỹ năng số',
  kind: 'training',
  task: null,
  source: 'LG',
  quantity: '1.5',
  unitPrice: money('600719925474098'),
}
const at = (year: number, rest = '') => `${PLAN}/budgets/${year}${rest}`
const request = (year: number, code = 'TP-HT') => at(year, `/requests/${code}`)

async function save(year: number, body: object, who: supertest.Agent = officer, code = 'TP-HT') {
  const { headers } = await viewer.get(request(year, code)).expect(200)
  return who.put(request(year, code)).set('if-match', headers.etag!).send(body)
}
async function move(who: supertest.Agent, url: string, act: string, status = 200, body?: object) {
  const { headers } = await viewer.get(url).expect(200)
  const answer = await who.post(`${url}/${act}`).set('if-match', headers.etag!).send(body)
  expect([act, answer.status, answer.body.code ?? answer.status]).toEqual([
    act,
    status,
    answer.body.code ?? status,
  ])
  return answer.body
}
/** A year in which one department has asked and Finance has accepted. */
async function accepted(year: number) {
  await save(year, { noCost: false, lines: [scanner, training] })
  await move(officer, request(year), 'request')
  await move(finance, request(year), 'accept')
}
async function figures(year: number, said: object, status = 200) {
  const { headers } = await viewer.get(at(year))
  const lines = [{ department: 'TP-HT', line: 1, ...said }]
  return (
    await finance.patch(at(year, '/lines')).set('if-match', headers.etag!).send({ lines }).expect(status)
  ).body
}

describe('saveBudgetRequest', () => {
  it('asks a stranger to sign in, and lets an officer write for their own department only', async () => {
    await house.anyone.put(request(2031)).send({}).expect(401)
    await viewer.put(request(2031)).send({}).expect(403)
    await leader.put(request(2031)).send({}).expect(403)
    expect((await save(2031, { noCost: true, lines: [] }, officer, 'VP-TK')).status).toBe(403)
    expect((await save(2031, { noCost: true, lines: [] }, finance, 'VP-TK')).status).toBe(403)
    expect((await save(2031, { noCost: true, lines: [] }, coordinator, 'VP-TK')).status).toBe(200)
  })
  it.each([
    ['an amount with a fraction', { unitPrice: money('8500000.5') }, '/lines/0/unitPrice/amount', 400],
    [
      'an amount as a number',
      { unitPrice: { amount: 8500000, currency: 'VND' } },
      '/lines/0/unitPrice/amount',
      400,
    ],
    ['another currency', { unitPrice: { amount: '1', currency: 'USD' } }, '/lines/0/unitPrice/currency', 400],
    ['nothing of it', { quantity: '0' }, '/lines/0/quantity', 422],
    [
      'a product that is no whole đồng',
      { quantity: '0.5', unitPrice: money('1') },
      '/lines/0/unitPrice',
      422,
    ],
    [
      'more than there can be',
      { quantity: '9999999999', unitPrice: money('1000000') },
      '/lines/0/quantity',
      422,
    ],
    ['a task of another plan', { task: 'NV-99' }, '/lines/0/task', 422],
    ['a piece of work of another year', { subTask: 'NV-08-2026-01' }, '/lines/0/subTask', 422],
    ['a source that the plan does not know', { source: 'XX' }, '/lines/0/source', 422],
  ])('points to what is wrong: %s', async (_name, wrong, pointer, status) => {
    const answer = await save(2031, { noCost: false, lines: [{ ...scanner, ...wrong }] })
    expect(answer.status).toBe(status)
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer)
  })
  it('is either lines or nothing, and does not know another plan’s department', async () => {
    const both = await save(2031, { noCost: true, lines: [scanner] })
    expect(both.body.errors).toMatchObject([{ pointer: '/noCost', code: 'lines_with_no_cost' }])
    await viewer.get(request(2031, 'XX')).expect(404)
  })
  it('multiplies exactly, beyond what a float can hold, and numbers the lines', async () => {
    const { body } = await save(2032, { noCost: false, lines: [scanner, training] })
    expect(body).toMatchObject({
      state: 'draft',
      answer: 'none',
      totals: { lines: 2 },
    })
    expect(
      body.lines.map((line: { line: number; requested: object }) => [line.line, line.requested]),
    ).toEqual([
      [1, money('17000000')],
      [2, money(String((BigInt(training.unitPrice.amount) * 15n) / 10n))],
    ])
    expect(body.totals.requested).toEqual(
      money(String(17_000_000n + (BigInt(training.unitPrice.amount) * 15n) / 10n)),
    )
    const { rows } = await house.database.pool.query(
      `select action from audit_event where resource = 'budget-request' and after->>'year' = '2032'`,
    )
    expect(rows).toEqual([{ action: 'budget.save' }])
  })
  it('may name the piece of work that a line pays for', async () => {
    const work = { task: 'NV-08', year: 2036, name: 'Số hóa 40 sổ', department: 'TP-HT' }
    const { body: piece } = await officer.post(`${PLAN}/sub-tasks`).send(work).expect(201)
    const { body } = await save(2036, {
      noCost: false,
      lines: [{ ...scanner, subTask: piece.code }, scanner],
    })
    expect(body.lines).toMatchObject([{ subTask: piece.code }, { subTask: null }])
  })
  it('wants the version that was seen, and tells who came too late what is stored', async () => {
    const body = { noCost: true, lines: [] }
    await officer.put(request(2033)).send(body).expect(428)
    await officer.put(request(2033)).set('if-match', '"0"').send(body).expect(200)
    const late = await officer.put(request(2033)).set('if-match', '"0"').send(body).expect(412)
    expect(late.body.current).toMatchObject({ noCost: true, etag: '"1"' })
  })
  it('keeps what Finance wrote on a line that comes back', async () => {
    await save(2034, { noCost: false, lines: [scanner] })
    await move(officer, request(2034), 'request')
    await figures(2034, { financeNote: 'Xin báo giá' })
    await move(finance, request(2034), 'return', 200, { reason: 'Xem ghi chú ở dòng 1' })
    const again = await save(2034, { noCost: false, lines: [{ ...scanner, line: 1, quantity: '3' }] })
    expect(again.body).toMatchObject({
      state: 'returned',
      reason: 'Xem ghi chú ở dòng 1',
      lines: [{ line: 1, quantity: '3', financeNote: 'Xin báo giá' }],
    })
  })
})

describe('a request', () => {
  it('says something before it is sent, and “no cost” is an answer', async () => {
    await save(2035, { noCost: false, lines: [] })
    const refused = await move(officer, request(2035), 'request', 422)
    expect(refused.errors).toMatchObject([{ code: 'nothing_said' }])
    await save(2035, { noCost: true, lines: [] })
    expect(await move(officer, request(2035), 'request')).toMatchObject({
      state: 'requested',
      answer: 'no_cost',
      requestedBy: 'Võ Đình An',
    })
  })
  it('is frozen while Finance looks at it, unless it is taken back', async () => {
    await save(2036, { noCost: false, lines: [scanner] })
    await move(officer, request(2036), 'request')
    expect((await save(2036, { noCost: true, lines: [] })).status).toBe(409)
    await move(finance, request(2036), 'withdraw', 403)
    await move(officer, request(2036), 'withdraw')
    expect((await save(2036, { noCost: false, lines: [scanner] })).status).toBe(200)
  })
  it('is accepted or returned by Finance only', async () => {
    await save(2037, { noCost: false, lines: [scanner] })
    await move(officer, request(2037), 'request')
    for (const who of [officer, coordinator, leader, viewer]) await move(who, request(2037), 'accept', 403)
    await move(finance, request(2037), 'return', 400, { reason: '' })
    expect(await move(finance, request(2037), 'accept')).toMatchObject({
      state: 'accepted',
      decidedBy: 'Phạm Thị Thu',
      allowedActions: ['budget.return'],
    })
  })
})

describe('a year', () => {
  it('goes from the accepted answers to the outturn, and every sum equals its parts', async () => {
    await accepted(2038)
    await save(2038, { noCost: false, lines: [{ ...scanner, name: 'MÁY QUÉT TÀI LIỆU' }] }, coordinator, 'CA')
    await move(coordinator, request(2038, 'CA'), 'request')
    const undecided = await move(finance, at(2038), 'consolidate', 409)
    expect(undecided.departments).toEqual(['CA'])
    await move(finance, request(2038, 'CA'), 'accept')
    await figures(2038, { adjusted: money('8500000') })
    await move(officer, at(2038), 'consolidate', 403)
    const year = await move(finance, at(2038), 'consolidate')
    expect(year.duplicates).toEqual([
      [
        { department: 'TP-HT', line: 1, name: 'Máy quét tài liệu' },
        { department: 'CA', line: 1, name: 'MÁY QUÉT TÀI LIỆU' },
      ],
    ])
    const sum = (rows: { requested: { amount: string }; proposed: { amount: string } }[]) => [
      String(rows.reduce((total, { requested }) => total + BigInt(requested.amount), 0n)),
      String(rows.reduce((total, { proposed }) => total + BigInt(proposed.amount), 0n)),
    ]
    for (const rows of [year.bySource, year.byTask, year.byDepartment, year.byKind])
      expect(sum(rows)).toEqual([year.totals.requested.amount, year.totals.proposed.amount])
    await figures(2038, { adjusted: money('1') }, 409)
    await move(finance, at(2038), 'submit')
    const wanting = await move(finance, at(2038), 'allocate', 422)
    expect(wanting.lines).toHaveLength(3)
    await figures(2038, { allocated: money('9000000') })
    await figures(2038, { line: 2, allocated: money('0') })
    await figures(2038, { department: 'CA', allocated: money('0') })
    await move(finance, at(2038), 'allocate')
    const over = await figures(2038, { spent: money('9000001') }, 422)
    expect(over.errors).toMatchObject([{ pointer: '/lines/0/spent', code: 'above_allocation' }])
    await figures(2038, { spent: money('8750000') })
    const open = await viewer.get(at(2038))
    expect(open.body.totals).toMatchObject({ allocated: money('9000000'), spent: money('8750000') })
    expect(
      open.body.requests.find((each: { department: { code: string } }) => each.department.code === 'TP-HT')
        .lines[0],
    ).toMatchObject({ aboveRequest: true })
    await move(finance, at(2038), 'settle', 422)
    await figures(2038, { line: 2, spent: money('0') })
    await figures(2038, { department: 'CA', spent: money('0') })
    expect((await move(finance, at(2038), 'settle')).totals.spent).toEqual(money('8750000'))
  })
  it('is not written over by who has not seen the last of it: the answer is what is stored', async () => {
    await accepted(2041)
    const lines = [{ department: 'TP-HT', line: 1, adjusted: money('16000000') }]
    await finance.patch(at(2041, '/lines')).send({ lines }).expect(428)
    const seen = (await viewer.get(at(2041))).headers.etag!
    await finance.patch(at(2041, '/lines')).set('if-match', seen).send({ lines }).expect(200)
    const late = await finance.patch(at(2041, '/lines')).set('if-match', seen).send({ lines }).expect(412)
    expect(late.body.code).toBe('version.mismatch')
    expect(
      late.body.current.requests.find(
        ({ department }: { department: { code: string } }) => department.code === 'TP-HT',
      ).lines[0].adjusted,
    ).toEqual(money('16000000'))
  })
  it('can be opened again before it is submitted', async () => {
    await accepted(2039)
    await move(finance, at(2039), 'consolidate')
    await move(finance, request(2039), 'return', 409, { reason: 'đã khóa' })
    await move(finance, at(2039), 'unfreeze')
    await move(finance, request(2039), 'return', 200, { reason: 'sai nguồn' })
  })
  it('lists every department that answers, and compares the years', async () => {
    const { body } = await viewer.get(at(2038)).expect(200)
    expect(body.requests.map((each: { answer: string }) => each.answer)).toContain('none')
    expect(body.years.map(({ year }: { year: number }) => year)).toEqual(expect.arrayContaining([2038, 2039]))
    expect(body.allowedActions).toEqual([])
    await viewer.get(at(1999)).expect(400)
  })
})

describe('the file of a year', () => {
  it('holds amounts as numbers, and on every sheet a sum that is a formula and shows what the service adds up', async () => {
    await save(2040, { noCost: false, lines: [{ ...scanner, name: '=HYPERLINK("x")' }, training] })
    await house.anyone.get(at(2040, '/file')).expect(401)
    const { body, headers } = await viewer.get(at(2040, '/file')).responseType('blob').expect(200)
    expect(headers['content-disposition']).toBe('attachment; filename="du-toan-2040.xlsx"')
    const total = String(17_000_000n + (BigInt(training.unitPrice.amount) * 15n) / 10n)
    const sheets = [...(await readXml(body as Buffer))].filter(([name]) => /worksheets.sheet/.test(name))
    const formulas = sheets.map(([, xml]) => [...String(xml).matchAll(/<f>(.*?)<\/f><v>(.*?)<\/v>/g)])
    expect(formulas.map((found) => found.map(([, formula, shown]) => [formula, shown]))).toEqual([
      ['K5:K6', 'L5:L6'].map((cells) => [`SUM(${cells})`, total]),
      ...['B5:B6', 'B5:B6', 'B5:B6'].map((cells) =>
        [cells, cells.replaceAll('B', 'C')].map((range) => [`SUM(${range})`, total]),
      ),
    ])
  })
})
