import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { documentedRoutes, type OpenApi } from '../../../test/routes.ts'
import { responsePointer, validators } from '../../../test/validators.ts'
import { PUBLIC_OPENAPI_FILE } from '../../paths.ts'

const house = await startHarness()
const [admin, coordinator, leader] = await Promise.all([
  house.as('admin'),
  house.as('coordinator'),
  house.as('leader'),
])
const BASE = '/public/v1'
const ONE = `${BASE}/plans/chanh-lo-hts`
const ALL = ['series', 'reports', 'deadlines']
const document = house.app.publicDocument() as OpenApi
const routes = documentedRoutes(document)
const schemaAt = validators(document)

async function publish(isPublic: boolean, parts: string[] = ALL) {
  await admin.put(`${PLAN}/publication`).set('if-match', '*').send({ isPublic, parts }).expect(200)
}
async function record(figure: object, isApproved: boolean) {
  const { body } = await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
  if (isApproved)
    await leader.post(`${PLAN}/measurements/${body.id}/approve`).set('if-match', body.etag).expect(200)
}
const HERE: Readonly<Record<string, string>> = { plan: 'chanh-lo-hts', code: 'DP-01', table: 'series' }
const addressOf = (path: string) => BASE + path.replace(/\{(\w+)\}/g, (_all, name) => HERE[name] ?? '')
const get = (path: string) => house.anyone.get(`${ONE}${path}`)
const indicator = async (code = 'DP-01') => (await get(`/indicators/${code}`).expect(200)).body

describe('a plan of which nobody has decided anything', () => {
  it('is to the outside no plan at all', async () => {
    for (const { path } of routes.filter((route) => route.path.includes('{plan}'))) {
      const { status, body } = await house.anyone.get(addressOf(path))
      expect([path, status, body.code]).toEqual([path, 404, 'plan.not-found'])
    }
    expect((await house.anyone.get(`${BASE}/plans`).expect(200)).body).toEqual({ items: [] })
  })
})

describe('a public plan', () => {
  it('shows approved figures with their day and source, and nothing that is on its way', async () => {
    await publish(true)
    const figure = {
      indicator: 'DP-01',
      on: '2026-11-10',
      numerator: 6,
      denominator: 10,
      source: 'Sổ theo dõi',
    }
    await record(figure, true)
    await record({ ...figure, on: '2026-11-14', numerator: 7, source: 'Chưa ai duyệt' }, false)
    const body = await indicator()
    expect(body).toMatchObject({
      value: 60,
      measuredOn: '2026-11-10',
      approvedOn: '2026-11-22',
      sources: ['Sổ theo dõi'],
    })
    expect(body.series).toHaveLength(1)
    expect(body.sentence.vi).toMatch(/^Đạt 60% \(06\/10 .+\), số liệu ngày 10\/11\/2026; (còn thiếu|đã đạt)/)
    expect(JSON.stringify(body)).not.toContain('Chưa ai duyệt')
    const { counts } = (await get('').expect(200)).body
    expect(counts.reached + counts.notReached + counts.unknown).toBe(counts.total)
  })
  it('tells neither who entered what nor what a single area reported', async () => {
    await record({ indicator: 'FB-02', area: 'TDP-05', on: '2026-11-10', numerator: 3, denominator: 7 }, true)
    const texts = await Promise.all(
      routes.map(async ({ path }) => (await house.anyone.get(addressOf(path))).text),
    )
    for (const secret of ['Trần Thị Hoa', 'coordinator@demo.test', 'TDP-05'])
      expect(texts.filter((text) => text.includes(secret))).toEqual([])
    expect((await indicator('FB-02')).coverage).toEqual({ reported: 1, expected: expect.any(Number) })
  })
  it('leaves out the parts that were not chosen', async () => {
    await publish(true, [])
    expect((await indicator()).series).toEqual([])
    expect((await get('/reports').expect(200)).body).toEqual({ items: [] })
    await publish(true)
    expect((await indicator()).series).toHaveLength(1)
  })
  it('says of each reporting year whether its days were kept', async () => {
    await coordinator.post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
    const [year] = (await get('/deadlines').expect(200)).body.items
    expect(year).toMatchObject({ year: 2026, ward: { sentOn: null, outcome: 'waiting' } })
    expect(year.departments).toMatchObject({ lastDay: '2026-11-30', received: 0, onTime: 0 })
    expect(year.departments.expected).toBeGreaterThan(5)
  })
  it('may be kept by caches for a minute, and says 304 until something changes', async () => {
    const { headers } = await get('/indicators').expect(200)
    expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=300')
    await get('/indicators')
      .set('if-none-match', headers.etag ?? '')
      .expect(304)
    await record({ indicator: 'DP-01', on: '2026-11-12', numerator: 7, denominator: 10 }, true)
    expect(
      (
        await get('/indicators')
          .set('if-none-match', headers.etag ?? '')
          .expect(200)
      ).headers.etag,
    ).not.toBe(headers.etag)
  })
})

describe('open data', () => {
  const linesOf = (csv: string) => csv.replace('\ufeff', '').trim().split('\r\n')
  it('is a table for each resource of the data package, with the columns that it names', async () => {
    const { body } = await get('/datapackage.json').expect(200)
    expect(body.resources).toHaveLength(2)
    for (const { path, schema } of body.resources) {
      const { text, headers } = await get(`/${path}`).expect(200)
      expect(headers['content-disposition']).toMatch(/^attachment; filename="chanh-lo-hts-\w+\.csv"$/)
      const [header, ...rows] = linesOf(text)
      expect(header).toBe(schema.fields.map(({ name }: { name: string }) => name).join(','))
      expect(rows.length).toBeGreaterThan(0)
    }
  })
  it('has the approved figures and no others, numbers as numbers', async () => {
    const rows = linesOf((await get('/data/series.csv')).text).filter((line) => line.startsWith('DP-01'))
    expect(rows).toEqual(['DP-01,2026-11-10,60,6,10,false', 'DP-01,2026-11-12,70,7,10,false'])
  })
  it('is a dataset of a catalogue, each of its files where it says', async () => {
    const answer = await get('/dcat.jsonld').expect(200)
    const { 'dcat:distribution': files } = JSON.parse(answer.text)
    for (const file of files) {
      const address = new URL(file['dcat:downloadURL']['@id'])
      expect(address.origin).toBe('http://localhost:3000')
      const { headers } = await house.anyone.get(address.pathname).expect(200)
      expect(headers['content-type']).toContain(file['dcat:mediaType'])
    }
  })
})

describe('who asks', () => {
  it('is nobody: a cookie or a key changes nothing, and none is set', async () => {
    const etag = (await get('').expect(200)).headers.etag
    const cookie = await house.cookieOf('admin')
    const { headers } = await get('')
      .set('cookie', cookie)
      .set('authorization', 'Bearer td_live_x')
      .expect(200)
    expect([headers.etag, headers['set-cookie']]).toEqual([etag, undefined])
  })
  it('may be another site’s page: here, and nowhere else', async () => {
    const open = await get('').set('origin', 'https://portal.example').expect(200)
    expect(open.headers['access-control-allow-origin']).toBe('*')
    expect(open.headers['access-control-allow-credentials']).toBeUndefined()
    expect(open.headers['cross-origin-resource-policy']).toBe('cross-origin')
    const asked = await house.anyone
      .options(`${ONE}/indicators`)
      .set('origin', 'https://portal.example')
      .expect(204)
    expect(asked.headers['access-control-allow-headers']).toBe('if-none-match')
    const staff = await house.anyone
      .get(`${PLAN}/summary`)
      .set('origin', 'https://portal.example')
      .expect(401)
    expect(staff.headers['access-control-allow-origin']).toBeUndefined()
    expect((await house.anyone.options(PLAN)).headers['access-control-allow-origin']).toBeUndefined()
  })
  it('cannot write, and is told so as a problem', async () => {
    const { body } = await house.anyone.post(`${BASE}/plans`).send({}).expect(405)
    expect(body.code).toBe('method.not-allowed')
    expect((await house.anyone.get(`${BASE}/nothing`).expect(404)).headers['content-type']).toContain(
      'application/problem+json',
    )
  })
  it('gets an answer below 500 whatever stands in the address', async () => {
    for (const text of ["'", '%00', '%ff', 'a'.repeat(3_000), '../..', '{}'])
      for (const { path } of routes)
        expect((await house.anyone.get(BASE + path.replace(/\{\w+\}/g, text))).status).toBeLessThan(500)
  })
})

describe('its document', () => {
  it('is the file that clients are made from, and has its own routes only', async () => {
    expect(JSON.parse(await readFile(PUBLIC_OPENAPI_FILE, 'utf8'))).toEqual(document)
    expect((await house.anyone.get(`${BASE}/openapi.json`).expect(200)).body).toEqual(document)
    const staff = house.app.swagger() as { components: { schemas: object }; paths: object }
    expect(Object.keys(staff.paths).filter((path) => path.includes('public/'))).toEqual([])
    expect(Object.keys(staff.components.schemas).filter((name) => name.startsWith('Public'))).toEqual(
      ['PublicationChoice', 'Publication'].sort(),
    )
  })
  it.each(routes.map((route) => [route.path, route] as const))(
    'promises what %s answers, and no field more',
    async (path, route) => {
      const answer = await house.anyone.get(addressOf(path)).expect(200)
      const type = String(answer.headers['content-type']).split(';')[0] ?? ''
      const isValid = schemaAt(responsePointer(route, '200', type))
      const body: unknown = type === 'text/csv' ? answer.text : JSON.parse(answer.text)
      expect([isValid(body), isValid.errors]).toEqual([true, null])
    },
  )
  it.each(Object.entries(document.components.schemas))('%s shows an example that is true', (name, schema) => {
    const isValid = schemaAt(`/components/schemas/${name}`)
    for (const example of schema.examples ?? [])
      expect([isValid(example), isValid.errors]).toEqual([true, null])
    expect(schema.examples).toBeDefined()
  })
})
