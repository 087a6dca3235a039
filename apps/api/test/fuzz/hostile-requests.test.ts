// Requests made from the document itself, right ones and harmed ones, from every role and from nobody, into a house full of
// samples. `RUNS=600 npx vitest run test/fuzz` sends 100,000; where they guard a landing each route gets a few.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOpenToAnyone, ROLES } from '@tien-do/domain/permission'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { prepare } from '../../src/first-run.ts'
import { newDatabase, startHarness } from '../harness.ts'
import { mayTry } from '../may-try.ts'
import { addressOf, documentedRoutes, documentOf, type Operation, type Route } from '../routes.ts'
import { NOW, PASSWORD } from '../template.ts'
import { responsePointer, validators } from '../validators.ts'
import { arbitraryOf, harmed, type Shape } from './arbitrary.ts'
import { ofPath, whatIsSeen } from './seen.ts'

const RUNS = Number(process.env.RUNS ?? 5)
// The same requests each time where they guard a landing; others where somebody looks for what is wrong.
const SEED = Number(process.env.SEED ?? (process.env.RUNS ? Date.now() % 1_000_000 : 1))
const SESSION_MS = 5 * 60_000
/** These end the session that the next request needs. */
const LEFT_OUT = ['closeSession']
/** Stands for the version that is there. */
const CURRENT = 'current'

const dataDir = await mkdtemp(join(tmpdir(), 'tien-do-fuzz-'))
const config = readConfig({ DEMO_PASSWORD: PASSWORD, DATA_DIR: dataDir })
const database = await openDatabase({ databaseUrl: await newDatabase(), dataDir })
await migrate(database)
await prepare('demo', { database, config, now: () => new Date(NOW) })
const house = await startHarness({ database, config: { dataDir } })
const document = documentOf(house.app)
const schemaAt = validators(document)
const cookies = new Map<(typeof ROLES)[number], string>()
let openedAt = 0
/** New sessions before the old ones must prove themselves again. */
async function signIn(): Promise<void> {
  if (Date.now() - openedAt < SESSION_MS) return
  for (const role of ROLES) {
    // Whom a request has disabled meanwhile stays outside, as they should.
    const cookie = await house.cookieOf(role).catch(() => cookies.get(role) ?? '')
    cookies.set(role, cookie)
  }
  openedAt = Date.now()
}
await signIn()
const seen = await whatIsSeen(house, documentedRoutes(document), cookies.get('coordinator') ?? '')
const shapes = document.components.schemas as unknown as Readonly<Record<string, Shape>>
const resolve = (ref: string): Shape => shapes[ref.replace('#/components/schemas/', '')] ?? {}
afterAll(() => rm(dataDir, { recursive: true, force: true }))

interface Sent {
  readonly role: (typeof ROLES)[number] | null
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

function requestsOf({ path, method, operation }: Route): fc.Arbitrary<Sent> {
  const parameters = (operation.parameters ?? []) as readonly { name: string; in: string; schema?: Shape }[]
  const givenTo = ({ name, schema }: { name: string; schema?: Shape }) =>
    fc.oneof(
      { arbitrary: arbitraryOf(schema ?? {}, name, seen, resolve).map(String), weight: 24 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 1 },
    )
  const asked = (where: string) => parameters.filter((each) => each.in === where)
  // A code means what the address names before it.
  const namesIt = (name: string) => `${ofPath(path.slice(0, path.indexOf(`{${name}}`)))}.${name}`
  const inPath = fc.record(
    Object.fromEntries(
      asked('path').map((each) => {
        const name = seen.has(namesIt(each.name)) ? namesIt(each.name) : each.name
        return [each.name, givenTo({ ...each, name })]
      }),
    ),
  )
  const inQuery = fc.record(Object.fromEntries(asked('query').map((each) => [each.name, givenTo(each)])), {
    requiredKeys: [],
  })
  const match = fc.constantFrom(CURRENT, CURRENT, CURRENT, '*', undefined, '"1"', 'W/"x"')
  const allowed = ROLES.filter((each) => mayTry(each, operation['x-permission'], 'chanh-lo-hts'))
  const role = fc.oneof(
    { arbitrary: fc.constantFrom(...(allowed.length > 0 ? allowed : ROLES)), weight: 12 },
    { arbitrary: fc.constantFrom(...ROLES), weight: 4 },
    { arbitrary: fc.constant(null), weight: 1 },
  )
  return fc
    .record({ role, inPath, inQuery, match, body: bodyOf(operation) })
    .map(({ role, inPath, inQuery, match, body }) => ({
      role,
      url: urlOf(path, inPath as Record<string, string>, inQuery as Record<string, string>),
      headers: {
        ...(match !== undefined && { 'if-match': match }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { 'sec-fetch-site': 'same-origin' }),
      },
      body,
    }))
}

function bodyOf({ requestBody }: Operation): fc.Arbitrary<string | undefined> {
  const schema = requestBody?.content['application/json']?.schema as Shape | undefined
  if (schema === undefined) return fc.constant(undefined)
  const right = arbitraryOf(schema, '', seen, resolve)
  return fc.oneof({ arbitrary: right, weight: 3 }, { arbitrary: right.chain(harmed), weight: 2 }).map(asJson)
}

function asJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}

function urlOf(path: string, inPath: Record<string, string>, inQuery: Record<string, string>): string {
  const wellFormed = Object.fromEntries(
    Object.entries(inPath).map(([name, text]) => [name, text.toWellFormed()]),
  )
  const query = new URLSearchParams(Object.entries(inQuery)).toString()
  return `${addressOf(path, wellFormed)}${query ? `?${query}` : ''}`
}

/** The version of what an address speaks of: of the thing itself, or of the one that an act is done to. */
async function etagOf(url: string, role: Sent['role']): Promise<Record<string, string>> {
  const address = url.split('?')[0] ?? ''
  for (const each of [address, address.slice(0, address.lastIndexOf('/'))]) {
    const { headers } = await house.app.inject({
      url: each,
      headers: { cookie: cookies.get(role ?? 'viewer') ?? '' },
    })
    if (headers.etag !== undefined) return { 'if-match': String(headers.etag) }
  }
  return { 'if-match': '*' }
}

const lastChange = async (): Promise<string> =>
  (await database.pool.query('select coalesce(max(seq), 0) as seq from outbox')).rows[0].seq

const routes = documentedRoutes(document).filter(({ operation }) => !LEFT_OUT.includes(operation.operationId))

describe('a request made from the document', () => {
  beforeEach(signIn)
  it.each(routes.map((route) => [route.operation.operationId, route] as const))(
    'is answered as documented, changes nothing when it is refused, and never breaks the service: %s',
    async (_name, route) => {
      await fc.assert(
        fc.asyncProperty(requestsOf(route), async ({ role, url, headers, body }) => {
          const current = headers['if-match'] === CURRENT ? await etagOf(url, role) : {}
          const before = await lastChange()
          const answer = await house.app.inject({
            method: route.method as 'GET',
            url,
            headers: { ...headers, ...current, ...(role && { cookie: cookies.get(role) ?? '' }) },
            ...(body !== undefined && { payload: body }),
          })
          const status = answer.statusCode
          expect(status, answer.body).toBeLessThan(500)
          const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? ''
          if (status >= 400) {
            expect(type).toBe('application/problem+json')
            expect(await lastChange()).toBe(before)
          }
          const documented = route.operation.responses[status]
          // What the router or the frame refuses before the route is known is not the route's to document.
          if (documented === undefined) return expect([404, 405, 414]).toContain(status)
          const { 'x-permission': permission } = route.operation
          if (role === null && !isOpenToAnyone(permission)) expect(status).toBe(401)
          if (documented.content?.[type] && /[/+]json$/.test(type)) {
            const isValid = schemaAt(responsePointer(route, String(status), type))
            expect([isValid(answer.json()), isValid.errors]).toEqual([true, null])
          }
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: RUNS < 50 },
      )
    },
    600_000,
  )
})
