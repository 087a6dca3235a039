// Whatever is sent, the answer is a refusal that says where: never a 500, and nothing is stored.
import { type Action, ROLES } from '@tien-do/domain/permission'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { API, type Harness, PLAN, startHarness } from './harness.ts'
import { mayTry } from './may-try.ts'
import { addressOf, documentedRoutes, documentOf, type Route } from './routes.ts'

const house = await startHarness()
const document = documentOf(house.app)
const [coordinator, admin, leader, finance] = await Promise.all([
  house.as('coordinator'),
  house.as('admin'),
  house.as('leader'),
  house.as('finance'),
])
const MEASUREMENTS = `${PLAN}/measurements`
const figure = { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14', numerator: 214, denominator: 260 }
const VALUES = {
  plan: 'chanh-lo-hts',
  code: 'FB-02',
  id: '0198a6f0-0000-7000-8000-000000000000',
  delivery: '0198a6f0-0000-7000-8000-000000000000',
  secret: 'nobody-was-ever-given-this-one',
  year: '1999',
  resource: 'areas',
  department: 'XX-99',
  format: 'docx',
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
const writing = documentedRoutes(document).flatMap((route) => {
  const schema = route.operation.requestBody?.content['application/json']?.schema
  const name = schema?.$ref?.replace('#/components/schemas/', '')
  const example =
    name === undefined ? undefined : (document.components.schemas[name]?.examples?.[0] as Json | undefined)
  return example === undefined ? [] : [[route.operation.operationId, route, example] as const]
})

/** Somebody whom the gate lets through: only then is the body looked at. */
function whoMay(action: Action) {
  const agents = { coordinator, admin, leader, finance } as const
  const role = ROLES.find((each) => each in agents && mayTry(each, action, VALUES.plan))
  return agents[(role ?? 'coordinator') as keyof typeof agents]
}

function send(route: Route, body: string): ReturnType<Harness['anyone']['post']> {
  const agent = whoMay(route.operation['x-permission'])
  const verb = route.method.toLowerCase() as 'post' | 'put' | 'patch'
  return agent[verb](addressOf(route.path, VALUES))
    .set({ 'if-match': '*', 'content-type': 'application/json' })
    .send(body)
}
async function counts(): Promise<unknown> {
  const { rows } = await house.database.pool.query(`
    select (select count(*) from measurement) as m, (select count(*) from audit_event) as a, (select count(*) from api_key) as k`)
  return rows[0]
}

describe('every text of every body', () => {
  it('is looked at', () => {
    expect(writing.map(([name]) => name).sort()).toEqual(
      expect.arrayContaining([
        'acceptInvitation',
        'correctMeasurement',
        'issueApiKey',
        'openSession',
        'recordMeasurement',
        'replacePlan',
        'returnMeasurement',
      ]),
    )
  })
  const unstorable = { 'a NUL byte': 'a\u0000b', 'half a character': 'a\ud800b', 'the other half': '\udc00' }
  describe.each(Object.entries(unstorable))('with %s', (_name, text) => {
    it.each(writing)('is refused with its place: %s', async (_operation, route, example) => {
      const before = await counts()
      for (const [pointer, body] of variants(example, text)) {
        const answer = await send(route, JSON.stringify(body))
        expect([pointer, answer.status]).toEqual([pointer, 400])
        expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer)
      }
      expect(await counts()).toEqual(before)
    })
  })
})

describe('a body', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  it.each([
    ['a hundred thousand brackets', deep(100_000)],
    ['a hundred thousand objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['brackets inside a field', JSON.stringify({ ...figure, note: 0 }).replace('0}', `${deep(5_000)}}`)],
    ['ten thousand items', JSON.stringify({ ...figure, note: Array.from({ length: 10_000 }, () => 'a') })],
    ['a list of ten thousand figures', JSON.stringify(Array.from({ length: 5_000 }, () => figure))],
    ['a number beyond all numbers', JSON.stringify(figure).replace('214', '1e400')],
    ['a number below all numbers', JSON.stringify(figure).replace('214', '-1e400')],
    ['more than can be counted', JSON.stringify(figure).replace('214', '9007199254740993')],
    ['a fraction of a household', JSON.stringify(figure).replace('214', '0.5')],
    ['a very long text', JSON.stringify({ ...figure, note: 'a'.repeat(4_001) })],
    ['a very long code', JSON.stringify({ ...figure, indicator: 'A'.repeat(61) })],
    ['a field called __proto__', `{"__proto__":{"indicator":"FB-02"}}`],
    ['a field called constructor', JSON.stringify(figure).replace('{', '{"constructor":{"prototype":{}},')],
    ['the same field twice, the second wrong', JSON.stringify(figure).replace('}', ',"numerator":"x"}')],
    ['the year 0', JSON.stringify({ ...figure, on: '0000-01-01' })],
    ['the end of days', JSON.stringify({ ...figure, on: '9999-12-31' })],
    ['a text', '"figure"'],
    ['nothing', 'null'],
  ])('of %s is refused', async (_name, body) => {
    const before = await counts()
    const answer = await coordinator.post(MEASUREMENTS).set('content-type', 'application/json').send(body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(await counts()).toEqual(before)
  })
  it('of any JSON at all gets an answer below 500, wherever it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writing), fc.jsonValue(), async ([, route], body) => {
        const { status } = await send(route, JSON.stringify(body))
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 150 },
    )
  })
  it('like a right one, with anything put in one place, gets an answer below 500', async () => {
    const places = writing.flatMap(([, route, example]) =>
      variants(example, null).map((_each, index) => ({ route, example, index })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.jsonValue(),
        async ({ route, example, index }, value) => {
          const [, body] = variants(example, value as Json)[index] ?? ['', null]
          const { status } = await send(route, JSON.stringify(body))
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a query', () => {
  const paths = documentedRoutes(document).filter(({ method }) => method === 'GET')
  const texts = [
    '',
    ' ',
    "'",
    '"; drop table plan; --',
    '%00',
    '%ff',
    '1e999',
    '-1',
    'null',
    '2026-02-30',
    '../..',
    'a'.repeat(5_000),
  ]
  it.each(paths.map((route) => [route.path, route] as const))(
    'of anything gets an answer below 500: %s',
    async (_path, route) => {
      for (const { name } of (route.operation.parameters ?? []).filter((each) => each.in === 'query'))
        for (const text of texts) {
          const { status } = await coordinator.get(
            `${addressOf(route.path, VALUES)}?${name}=${text.includes('%') ? text : encodeURIComponent(text)}`,
          )
          expect([name, text, status < 500]).toEqual([name, text, true])
        }
    },
  )
  it.each(
    documentedRoutes(document)
      .filter(({ path }) => path.includes('{'))
      .map((route) => [route.operation.operationId, route] as const),
  )('with anything in the address gets an answer below 500: %s', async (_name, route) => {
    for (const text of texts) {
      const path = API + route.path.replace(/\{\w+\}/g, text.includes('%') ? text : encodeURIComponent(text))
      const verb = route.method.toLowerCase() as 'get'
      const { status } = await coordinator[verb](path).set('if-match', '*')
      expect([route.path, text, status < 500]).toEqual([route.path, text, true])
    }
  })
})

/** The body with one of its texts (or, for another value than a text, any of its values) replaced, with its pointer. */
function variants(body: Json, by: Json, pointer = ''): [pointer: string, body: Json][] {
  if (Array.isArray(body))
    return body.flatMap((item, index) =>
      variants(item, by, `${pointer}/${index}`).map(([at, other]): [string, Json] => [
        at,
        body.with(index, other),
      ]),
    )
  if (typeof body === 'object' && body !== null)
    return Object.entries(body).flatMap(([name, member]) =>
      variants(member, by, `${pointer}/${name}`).map(([at, other]): [string, Json] => [
        at,
        { ...body, [name]: other },
      ]),
    )
  return typeof by === 'string' && typeof body !== 'string' ? [] : [[pointer, by]]
}
