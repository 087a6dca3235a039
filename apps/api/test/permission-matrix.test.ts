// Every route × every role: what the rules say is what the service does. Generated from the routes themselves.
import { type Actor, can, isOpenToAnyone, ROLES, type Role } from '@tien-do/domain/permission'
import Fastify from 'fastify'
import type supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { installGate } from '../src/http/gate.ts'
import { PLAN, startHarness } from './harness.ts'
import { addressOf, documentedRoutes, documentOf, type Route, servedRoutes } from './routes.ts'

const house = await startHarness()
const routes = documentedRoutes(documentOf(house.app))
const NOWHERE = '0198a6f0-0000-7000-8000-000000000000'
const HERE = {
  plan: 'chanh-lo-hts',
  code: 'XX-99',
  id: NOWHERE,
  delivery: '0198a6f0-0000-7000-8000-000000000000',
  secret: 'nobody-was-ever-given-this-one',
  year: '1999',
  department: 'XX-99',
  format: 'docx',
  receipt: '1',
  resource: 'areas',
}

/** What is asked has no body and names nothing that exists: only the gate can answer 401 or 403. */
function ask(agent: ReturnType<typeof supertest>, { method, path }: Route, values = HERE) {
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  return agent[verb](addressOf(path, values))
}

/** Signing out is a route too: it must not end the session that the others are asked in. */
function agentFor(role: Role, route: Route) {
  return route.operation.operationId === 'closeSession' ? house.signIn(role) : house.as(role)
}

const described = routes.map((route) => [`${route.method} ${route.path}`, route] as const)

describe('the permission matrix', () => {
  it('has a row for every route that is served', () => {
    const document = described.map(([name]) => name)
    expect(document.length).toBeGreaterThan(20)
    // The document does not describe itself.
    expect([...servedRoutes(house.app)].sort()).toEqual([...document, 'GET /openapi.json'].sort())
  })

  it.each(described)('nobody: %s', async (_name, route) => {
    const { status } = await ask(house.anyone, route)
    if (isOpenToAnyone(route.operation['x-permission'])) expect([401, 403]).not.toContain(status)
    else expect(status).toBe(401)
  })

  describe.each(ROLES)('%s', (role) => {
    it.each(described)('%s', async (_name, route) => {
      const actor: Actor = {
        personId: '' as Actor['personId'],
        name: '',
        grants: [{ role, plan: HERE.plan, departments: [] }],
        scopes: null,
      }
      const plan = route.path.includes('{plan}') ? HERE.plan : null
      const expected = can(actor, route.operation['x-permission'], { plan })
      const { status, body } = await ask(await agentFor(role, route), route)
      if (expected.allowed) expect([401, 403]).not.toContain(status)
      else expect([status, body.code, body.because]).toEqual([403, 'permission.refused', expected.because])
    })
  })

  it.each(ROLES)(
    'gives nothing to %s in a plan where they have no role, whether there is such a plan or not',
    async (role) => {
      const agent = await house.as(role)
      for (const route of routes.filter(({ path }) => path.includes('{plan}'))) {
        const { status } = await ask(agent, route, { ...HERE, plan: 'another-ward' })
        expect([route.path, status]).toEqual([route.path, 403])
      }
    },
  )

  it('gives a key without scopes what nobody needs to be asked for, and nothing else', async () => {
    const admin = await house.as('admin')
    const issued = await admin
      .post(`${PLAN}/api-keys`)
      .send({ name: 'không quyền', scopes: ['plan:read'] })
      .expect(201)
    await house.database.pool.query(`update api_key set scopes = '{}' where id = $1`, [issued.body.id])
    for (const route of routes) {
      const { status } = await ask(house.withKey(issued.body.key), route)
      const open = isOpenToAnyone(route.operation['x-permission'])
      expect([route.path, status === 403]).toEqual([route.path, !open])
    }
  })
})

describe('a route', () => {
  const declared = { operationId: 'x', response: { 200: { type: 'null' } } }
  it.each([
    ['without a permission', {}, declared, /no permission/],
    ['with a permission that there is not', { permission: 'anything.goes' }, declared, /no permission/],
    ['without an operationId', { permission: 'plan.read' }, { response: declared.response }, /operationId/],
    ['without a response schema', { permission: 'plan.read' }, { operationId: 'x' }, /no response/],
  ])('%s does not let the service start', async (_name, config, schema, message) => {
    const app = Fastify()
    installGate(app, async () => null)
    expect(() => app.get('/anything', { config: config as object, schema }, async () => null)).toThrow(
      message,
    )
  })
})
