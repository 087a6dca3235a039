// The contract: what is written in openapi.json is what the routes say, and what they answer.
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '../src/core/errors.ts'
import { TAGS } from '../src/http/openapi.ts'
import { OPENAPI_FILE } from '../src/paths.ts'
import { startHarness } from './harness.ts'
import { settingsOf, startRealProvider } from './identity-provider.ts'
import { inviteAdministrator } from './invite.ts'
import { documentedRoutes, documentOf, type Route } from './routes.ts'
import { responsePointer, validators } from './validators.ts'
import { walk } from './walk.ts'

const house = await startHarness({ config: { identityProvider: settingsOf(await startRealProvider()) } })
const document = documentOf(house.app)
const routes = documentedRoutes(document)
const described = routes.map((route) => [route.operation.operationId, route] as const)
const steps = await walk(house, await inviteAdministrator(house))
const schemaAt = validators(document)

describe('openapi.json', () => {
  it('is what the routes say', async () => {
    expect(JSON.parse(await readFile(OPENAPI_FILE, 'utf8'))).toEqual(document)
  })
  it('gives every operation a name of its own', () => {
    const names = routes.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })
  it.each(Object.entries(document.components.schemas))('%s shows an example that is true', (name, schema) => {
    const isValid = schemaAt(`/components/schemas/${name}`)
    expect(schema.examples, 'an example').toBeDefined()
    for (const example of schema.examples ?? [])
      expect([isValid(example), isValid.errors]).toEqual([true, null])
  })
  it('lists every code that a request can be refused with, under its status', () => {
    const shown = Object.values(document.components.responses).flatMap((response) =>
      Object.keys(response.content['application/problem+json']?.examples ?? {}),
    )
    const known = Object.entries(ERRORS).filter(([, { status }]) => status !== 405)
    expect(shown.sort()).toEqual(known.map(([code]) => code).sort())
  })
})

describe.each(described)('%s', (_name, { method, operation }) => {
  it('says what it is, who may, and where it belongs', () => {
    expect(operation.summary.length).toBeGreaterThan(5)
    expect(operation.description).toMatch(/^(Permission `|Open to anyone)/)
    expect(operation.tags).toHaveLength(1)
    expect(TAGS.map(({ name }) => name)).toContain(operation.tags[0])
  })
  it('shows an example of what it takes and of what it gives', () => {
    const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
    const contents = [operation.requestBody?.content, ...success.map(([, response]) => response.content)]
    for (const { schema, example } of contents.flatMap((content) => Object.values(content ?? {}))) {
      const component = schema.$ref?.replace('#/components/schemas/', '')
      const shape = component === undefined ? schema : document.components.schemas[component]
      expect(example ?? shape?.examples?.[0]).toBeDefined()
    }
  })
  it('documents its problems', () => {
    const always = ['400', '401', '403', '404', '429', '500', '503']
    const writing = ['409', '412', '413', '415', '422', '428']
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(method === 'GET' ? always : [...always, ...writing]),
    )
  })
})

describe('the answers of a walk through the service', () => {
  it('come from every operation there is', () => {
    expect(new Set(steps.map((step) => step.operationId))).toEqual(new Set(described.map(([name]) => name)))
  })
  it.each(steps.map((step) => [`${step.operationId} ${step.answer.status}`, step] as const))(
    '%s is what the document promises, and no field more',
    (_name, { operationId, answer }) => {
      const route = routes.find(({ operation }) => operation.operationId === operationId)
      const response = route?.operation.responses[answer.status]
      expect(response, `status ${answer.status} is documented`).toBeDefined()
      if (response?.content === undefined) return expect(answer.text).toBe('')
      const type = String(answer.headers['content-type']).split(';')[0] ?? ''
      expect(Object.keys(response.content)).toContain(type)
      const isValid = schemaAt(responsePointer(route as Route, String(answer.status), type))
      const body: unknown = type.endsWith('json') ? answer.body : (answer.text ?? String(answer.body))
      expect([isValid(body), isValid.errors]).toEqual([true, null])
    },
  )
  it('carry the limit that the document promises', () => {
    for (const { operationId, answer } of steps.filter(
      ({ operationId }) => !/Health|Readiness/.test(operationId),
    ))
      expect([operationId, Number(answer.headers['ratelimit-limit'])]).toEqual([
        operationId,
        expect.any(Number),
      ])
  })
})
