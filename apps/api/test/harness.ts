// A whole service over a database of its own, and people who are signed in to it.
import { randomUUID } from 'node:crypto'
import type { Role } from '@tien-do/domain/permission'
import supertest from 'supertest'
import { afterAll, inject } from 'vitest'
import { buildApp } from '../src/app.ts'
import { type Database, openDatabase } from '../src/db/client.ts'
import { createDatabase } from './postgres.ts'
import { NOW, PASSWORD, TEMPLATE } from './template.ts'

export const API = '/api/v1'
export const PLAN = `${API}/plans/chanh-lo-hts`

export interface Harness {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  readonly database: Database
  readonly databaseUrl: string
  /** What the service takes for now; set it to move time. */
  clock: Date
  /** Requests without any account. */
  readonly anyone: supertest.Agent
  /** Requests of the demo's person in a role, from our own pages. */
  readonly as: (role: Role) => Promise<supertest.Agent>
  /** Requests with an API key. */
  readonly withKey: (key: string) => supertest.Agent
}

/** Starts a service for the tests of one file; it ends with them. */
export async function startHarness(): Promise<Harness> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const databaseUrl = `${inject('postgres')}/${name}`
  await createDatabase(inject('postgres'), name, TEMPLATE)
  const database = await openDatabase({ databaseUrl, dataDir: '' })
  const harness = {
    clock: new Date(NOW),
    database,
    databaseUrl,
    app: await buildApp({
      database,
      config: { publicUrl: new URL('http://localhost:3000'), trustedProxies: [] },
      secret: 'a secret that only the tests of this house know',
      now: () => harness.clock,
      signInAttemptsPerMinute: 1_000,
    }),
  } as Harness & { clock: Date }
  const agents = new Map<Role, Promise<supertest.Agent>>()
  const anyone = supertest.agent(harness.app.server)
  afterAll(async () => {
    await harness.app.close()
    await database.close()
  })
  return Object.assign(harness, {
    anyone,
    as: (role: Role) => {
      const known = agents.get(role) ?? signIn(harness, `${role}@demo.test`)
      agents.set(role, known)
      return known
    },
    withKey: (key: string) => supertest.agent(harness.app.server).set('authorization', `Bearer ${key}`),
  })
}

async function signIn({ app }: Harness, email: string): Promise<supertest.Agent> {
  const agent = supertest.agent(app.server).set('sec-fetch-site', 'same-origin')
  await agent.post(`${API}/sessions`).send({ email, password: PASSWORD }).expect(204)
  return agent
}
