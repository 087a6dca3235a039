import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { csv, freshDay, freshKey, lastAudit, revisionsOn, send, trace, URL } from './imports.fixture.ts'

const house = await startHarness()
const [coordinator, officer, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
])
const VOUCHED = { state: 'approved' }
const codesOf = (report: { errors: { column: string | null; code: string }[] }) =>
  report.errors.map(({ column, code }) => `${column} ${code}`)

describe('who may import', () => {
  const row = csv('FB-02,TDP-05,2026-11-14,214,260,Tổ trưởng')

  test('a stranger is asked to sign in', async () => {
    const { body } = await house.anyone.post(URL).set('content-type', 'text/csv').send(row).expect(401)
    expect(body.code).toBe('session.required')
  })

  test('a viewer and a leader are refused', async () => {
    await send(viewer, row).expect(403)
    await send(leader, row).expect(403)
  })

  test('an officer is refused row by row what belongs to another department', async () => {
    const on = freshDay()
    const rows = csv(`CR-01,,${on},90,100,Sổ hộ tịch`, `FB-02,TDP-05,${on},214,260,Tổ trưởng`)
    const { body } = await send(officer, rows).expect(422)
    expect(codesOf(body.report)).toEqual(['indicator forbidden_department'])
    expect(await revisionsOn(house, on, 'CR-01')).toEqual([])
    await send(officer, rows, { query: { atomic: 'none' } }).expect(207)
    expect(await revisionsOn(house, on, 'CR-01')).toMatchObject([{ state: 'submitted' }])
    expect(await revisionsOn(house, on)).toEqual([])
  })

  test('only who may vouch loads figures as approved', async () => {
    const { body } = await send(officer, csv(`CR-01,,${freshDay()},90,100,Sổ`), { query: VOUCHED }).expect(
      403,
    )
    expect(body).toMatchObject({ code: 'permission.refused', because: 'role' })
  })

  test('nobody imports into a plan that does not exist', async () => {
    const { body } = await coordinator
      .post(`${PLAN}-khac/imports?mode=commit`)
      .set('content-type', 'text/csv')
      .set('idempotency-key', freshKey())
      .send(row)
    // The coordinator has a role in one plan: of others it is not even said whether they exist.
    expect(body.status).toBe(403)
  })
})

describe('a commit', () => {
  test('asks for an Idempotency-Key; a validation does not', async () => {
    const row = csv(`FB-02,TDP-05,${freshDay()},214,260,`)
    const { body } = await send(coordinator, row, { key: null }).expect(400)
    expect(body.code).toBe('idempotency-key.missing')
    await send(coordinator, row, { key: null, query: { mode: 'validate' } }).expect(200)
  })

  test('writes figures as submitted, with one audit row, one event and one revision of the plan for all of them', async () => {
    const on = freshDay()
    const before = await trace(house)
    const { body } = await send(
      coordinator,
      csv(`FB-02,TDP-01,${on},1,2,`, `FB-02,TDP-02,${on},2,2,`, `FB-02,,${on},3,4,`),
    ).expect(200)
    expect(body).toMatchObject({
      status: 'applied',
      mode: 'commit',
      counts: { read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 },
      columns: { recognized: ['indicator', 'area', 'on', 'numerator', 'denominator', 'source'], ignored: [] },
      errors: [],
      errorsUrl: null,
    })
    expect(await trace(house)).toEqual({
      figures: before.figures + 3,
      audits: before.audits + 1,
      changes: before.changes + 1,
      revision: before.revision + 1,
    })
    expect(await lastAudit(house)).toMatchObject({
      action: 'measurement.import',
      resource: 'import',
      resource_id: body.id,
      after: {
        state: 'submitted',
        vouched: false,
        counts: { created: 3 },
        rowsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
  })

  test('of figures that are vouched for approves them at once, and the audit says so', async () => {
    const on = freshDay()
    await send(coordinator, csv(`FB-02,TDP-01,${on},1,2,Tổ trưởng`), { query: VOUCHED }).expect(200)
    expect(await revisionsOn(house, on)).toEqual([{ revision: 1, state: 'approved', numerator: 1 }])
    expect(await lastAudit(house)).toMatchObject({ after: { state: 'approved', vouched: true } })
  })

  test('of figures that are vouched for refuses a row without a source', async () => {
    const { body } = await send(coordinator, csv(`FB-02,TDP-01,${freshDay()},1,2,`), {
      query: VOUCHED,
    }).expect(422)
    expect(codesOf(body.report)).toEqual(['source source_missing'])
  })

  test('sent a second time changes nothing: no row, no audit, no event, the same revision', async () => {
    const on = freshDay()
    const rows = csv(`FB-02,TDP-01,${on},1,2,Tổ`, `FB-02,TDP-02,${on},2,2,`)
    await send(coordinator, rows).expect(200)
    const before = await trace(house)
    const { body } = await send(coordinator, rows).expect(200)
    expect(body).toMatchObject({ status: 'applied', counts: { created: 0, updated: 0, unchanged: 2 } })
    expect(await trace(house)).toEqual(before)
    // It is remembered all the same.
    await coordinator.get(`${URL}/${body.id}`).expect(200)
  })

  test('sent twice at the same time is written once', async () => {
    const on = freshDay()
    const rows = csv(
      ...Array.from(
        { length: 14 },
        (_, index) => `FB-02,TDP-${String(index + 1).padStart(2, '0')},${on},1,2,`,
      ),
    )
    const answers = await Promise.all([
      send(coordinator, rows),
      send(coordinator, rows),
      send(coordinator, rows),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.map(({ body }) => body.counts.created).sort((a, b) => a - b)).toEqual([0, 0, 14])
    expect(await revisionsOn(house, on)).toHaveLength(14)
  })

  test('with the same key is answered as before, and with other content refused', async () => {
    const on = freshDay()
    const key = freshKey()
    const first = await send(coordinator, csv(`FB-02,TDP-01,${on},1,2,`), { key }).expect(200)
    const second = await send(coordinator, csv(`FB-02,TDP-01,${on},1,2,`), { key }).expect(200)
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
    const { body } = await send(coordinator, csv(`FB-02,TDP-01,${on},2,2,`), { key }).expect(422)
    expect(body.code).toBe('idempotency-key.reused')
  })

  test('that was rejected may be sent again with its key, mended', async () => {
    const on = freshDay()
    const key = freshKey()
    await send(coordinator, csv(`FB-02,TDP-01,${on},3,2,`), { key }).expect(422)
    await send(coordinator, csv(`FB-02,TDP-01,${on},1,2,`), { key }).expect(200)
    expect(await revisionsOn(house, on)).toHaveLength(1)
  })
})

describe('wrong rows', () => {
  const on = freshDay()
  const good = `FB-02,TDP-08,${on},1,2,`
  const bad = [`FB-02,TDP-99,${on},1,2,`, `FB-02,TDP-02,${on},3,2,`, `FB-02,TDP-03,2027-01-01,1,2,`]

  test('stop an import that is to be whole: nothing is written, and the report names row, line, column, value and key', async () => {
    const before = await trace(house)
    const { body, headers } = await send(coordinator, csv(good, ...bad)).expect(422)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({
      code: 'import.rejected',
      report: {
        status: 'rejected',
        counts: { read: 4, created: 0, updated: 0, unchanged: 0, rejected: 3 },
        errorsTruncated: false,
      },
    })
    expect(body.report.errors).toMatchObject([
      {
        row: 2,
        line: 3,
        column: 'area',
        code: 'unknown_area',
        value: 'TDP-99',
        key: { indicator: 'FB-02', area: 'TDP-99', on },
      },
      {
        row: 3,
        line: 4,
        column: 'numerator',
        code: 'numerator_above_denominator',
        value: '3',
        params: { numerator: 3, denominator: 2 },
      },
      { row: 4, line: 5, column: 'on', code: 'future_day', value: '2027-01-01' },
    ])
    expect(await trace(house)).toEqual(before)
  })

  test('are left out of an import that need not be whole: 207, and the right rows are written', async () => {
    const { body } = await send(coordinator, csv(good, ...bad), { query: { atomic: 'none' } }).expect(207)
    expect(body).toMatchObject({ status: 'partial', counts: { read: 4, created: 1, rejected: 3 } })
    expect(await revisionsOn(house, on)).toMatchObject([{ numerator: 1 }])
  })

  test('where there is nothing else reject the import, whole or not', async () => {
    await send(coordinator, csv(...bad), { query: { atomic: 'none' } }).expect(422)
  })

  test('are reported up to a limit, and counted beyond it', async () => {
    const { body } = await send(coordinator, csv(...bad), {
      query: { mode: 'validate', maxErrors: '2' },
    }).expect(200)
    expect(body).toMatchObject({ counts: { rejected: 3 }, errorsTruncated: true })
    expect(body.errors).toHaveLength(2)
  })

  test('come back as they were given, with what is wrong, safe to open and fit to be sent again', async () => {
    const given = csv(good, `FB-02,TDP-99,14/11/2026,1,"1.234",=HYPERLINK("x")`, `FB-02,TDP-03,${on}`)
      .replaceAll('"x"', '""x""')
      .replace(/=H.*$/m, '"$&"')
    const rejected = await send(coordinator, given).expect(422)
    const { text, headers } = await coordinator
      .get(rejected.body.report.errorsUrl)
      .set('accept-language', 'vi')
      .expect(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\ufeffLỗi,indicator,area,on,numerator,denominator,source\r\n')).toBe(true)
    expect(text).toContain(`FB-02,TDP-99,14/11/2026,1,1.234,"'=HYPERLINK(""x"")"`)
    expect(text).toContain(`Số ô không khớp tiêu đề,FB-02,TDP-03,${on}\r\n`)
    const again = await send(coordinator, text, { query: { mode: 'validate' } }).expect(200)
    expect(codesOf(again.body)).toEqual([
      'denominator ambiguous_number',
      'area unknown_area',
      'null ragged_row',
    ])
    expect(again.body.columns.ignored).toEqual(['Lỗi'])
  })

  test('are explained in the caller’s language', async () => {
    const english = await send(coordinator, csv(...bad), { headers: { 'accept-language': 'en' } })
    expect(english.body.report.errors[0].message).toBe('There is no such area')
  })

  test('have no address of their own for strangers', async () => {
    const { body } = await send(coordinator, csv(...bad))
    await house.anyone.get(body.report.errorsUrl).expect(401)
    await viewer.get(body.report.errorsUrl).expect(403)
    await coordinator.get(`${URL}/0192f0c1-7c1e-7000-8000-000000000001`).expect(404)
  })
})

describe('a validation', () => {
  test('says what a commit would do and leaves nothing', async () => {
    const on = freshDay()
    await send(coordinator, csv(`FB-02,TDP-01,${on},1,2,`, `FB-02,TDP-02,${on},1,2,`)).expect(200)
    const before = await trace(house)
    const { body } = await send(
      coordinator,
      csv(
        `FB-02,TDP-01,${on},1,2,`,
        `FB-02,TDP-02,${on},2,2,`,
        `FB-02,TDP-03,${on},1,2,`,
        `FB-02,TDP-04,${on},3,2,`,
      ),
      { query: { mode: 'validate' } },
    ).expect(200)
    expect(body).toMatchObject({
      status: 'validated',
      mode: 'validate',
      counts: { read: 4, created: 1, updated: 1, unchanged: 1, rejected: 1 },
    })
    expect(await trace(house)).toEqual(before)
    const { text } = await coordinator.get(body.errorsUrl).expect(200)
    expect(text).toContain(`FB-02,TDP-04,${on},3,2,`)
  })

  test('is what happens where the mode is not said', async () => {
    const before = await trace(house)
    const { body } = await coordinator
      .post(URL)
      .set('content-type', 'text/csv')
      .send(csv(`FB-02,TDP-01,${freshDay()},1,2,`))
      .expect(200)
    expect(body.mode).toBe('validate')
    expect(await trace(house)).toEqual(before)
  })
})

describe('what is known already', () => {
  const rowsOf = (on: string, ...numerators: number[]) => {
    const rows = numerators.map((n, index) => `FB-02,TDP-0${index + 1},${on},${n},100,Tổ trưởng,Đếm lại`)
    return ['indicator,area,on,numerator,denominator,source,Lý do', ...rows].join('\n')
  }
  const sent = async (on: string, numerator: number, query: Record<string, string> = {}) =>
    (await send(coordinator, rowsOf(on, numerator), { query }).expect(200)).body.counts

  test('stays in force while a submitted import is on its way', async () => {
    const on = freshDay()
    await sent(on, 1, VOUCHED)
    expect(await sent(on, 2)).toMatchObject({ updated: 1 })
    expect(await sent(on, 3)).toMatchObject({ updated: 1 })
    expect(await revisionsOn(house, on)).toEqual([
      { revision: 1, state: 'approved', numerator: 1 },
      { revision: 2, state: 'superseded', numerator: 2 },
      { revision: 3, state: 'submitted', numerator: 3 },
    ])
  })

  test('is superseded, in force and under way, by figures that are vouched for', async () => {
    const on = freshDay()
    await sent(on, 1, VOUCHED)
    await sent(on, 2)
    expect(await sent(on, 3, VOUCHED)).toMatchObject({ updated: 1 })
    expect(await revisionsOn(house, on)).toEqual([
      { revision: 1, state: 'superseded', numerator: 1 },
      { revision: 2, state: 'superseded', numerator: 2 },
      { revision: 3, state: 'approved', numerator: 3 },
    ])
  })

  test('is replaced where only the note, the source or the method changes', async () => {
    const on = freshDay()
    const withNote = (note: string, method: string) =>
      send(
        coordinator,
        `indicator,area,on,numerator,denominator,method,note\nFB-02,TDP-01,${on},1,2,${method},${note}\n`,
      ).expect(200)
    await withNote('', '')
    expect((await withNote('', 'counted')).body.counts).toMatchObject({ unchanged: 1 })
    expect((await withNote('đếm lại', 'counted')).body.counts).toMatchObject({ updated: 1 })
    expect((await withNote('đếm lại', 'estimated')).body.counts).toMatchObject({ updated: 1 })
  })

  test('is a fault for strategy=create, and its absence one for strategy=update', async () => {
    const on = freshDay()
    await sent(on, 1)
    const rows = rowsOf(on, 2, 2)
    const create = await send(coordinator, rows, { query: { strategy: 'create' } }).expect(422)
    expect(create.body.report.errors).toMatchObject([
      { row: 1, line: 2, code: 'already_exists', key: { area: 'TDP-01' } },
    ])
    const update = await send(coordinator, rows, { query: { strategy: 'update' } }).expect(422)
    expect(update.body.report.errors).toMatchObject([
      { row: 2, line: 3, code: 'does_not_exist', key: { area: 'TDP-02' } },
    ])
    await send(coordinator, rows, { query: { strategy: 'update', atomic: 'none' } }).expect(207)
    expect(await revisionsOn(house, on)).toMatchObject([
      { numerator: 1, state: 'superseded' },
      { numerator: 2, state: 'submitted' },
    ])
  })
})

describe('the list of imports', () => {
  test('has the newest first, page by page', async () => {
    const ids: string[] = []
    for (const numerator of [1, 2, 3]) {
      ids.unshift(
        (await send(coordinator, csv(`FB-02,TDP-01,${freshDay()},${numerator},9,`)).expect(200)).body.id,
      )
    }
    const first = await coordinator.get(URL).query({ limit: 2 }).expect(200)
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    expect(first.body.items[0]).toMatchObject({
      by: 'Trần Thị Hoa',
      status: 'applied',
      counts: { created: 1 },
    })
    const second = await coordinator.get(URL).query({ limit: 1, cursor: first.body.next }).expect(200)
    expect(second.body.items[0].id).toBe(ids[2])
  })

  test('is not steered by a cursor of somebody’s own making', async () => {
    const { body } = await coordinator.get(URL).query({ cursor: 'WyJ4Il0.AAAA' }).expect(400)
    expect(body.code).toBe('invalid-cursor')
  })
})

describe('the query', () => {
  test.each([
    'mode=write',
    'atomic=some',
    'resource=tasks',
    'maxErrors=0',
    'delimiter=|',
    'dateFormat=mdy',
    'nonsense=1',
  ])('%s is refused', async (query) => {
    const { body } = await coordinator
      .post(`${URL}?${query}`)
      .set('content-type', 'text/csv')
      .send(csv())
      .expect(400)
    expect(body.code).toBe('validation-failed')
  })
})

describe('an import that was a mistake', () => {
  const undo = (id: string, agent = coordinator) =>
    agent.post(`${PLAN}/measurement-batches/${id}/undo`).set('idempotency-key', freshKey())

  test('is taken back while nothing was built on it, once, by whoever may', async () => {
    const on = freshDay()
    await send(coordinator, csv(`FB-02,TDP-01,${on},214,260,Sổ hộ`)).expect(200)
    const second = await send(
      coordinator,
      csv(`FB-02,TDP-01,${on},2140,2600,Nhầm`, `FB-02,TDP-02,${on},1,2,Nhầm`),
    ).expect(200)
    await undo(second.body.id, viewer).expect(403)
    const { body } = await undo(second.body.id).expect(200)
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['undone', 'undone'])
    const states = (await revisionsOn(house, on)).map(({ state, numerator }) => `${state} ${numerator}`)
    expect(states.toSorted()).toEqual(['submitted 214', 'superseded 1', 'superseded 214', 'superseded 2140'])
    expect((await lastAudit(house)).action).toBe('measurement.undo')
    const again = await undo(second.body.id).expect(200)
    expect(again.body.results.map(({ code }: { code: string }) => code)).toEqual([
      'batch.built-upon',
      'batch.built-upon',
    ])
  })
})
