// A whole service over a database of its own, and people who are signed in to it.
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@tien-do/domain/permission'
import supertest from 'supertest'
import { afterAll, inject } from 'vitest'
import { type AppParts, buildApp } from '../src/app.ts'
import { type Database, openDatabase } from '../src/db/client.ts'
import { createDatabase } from './postgres.ts'
import { recordStatements } from './statements.ts'
import { NOW, PASSWORD, TEMPLATE } from './template.ts'

export const API = '/api/v1'
export const PLAN = `${API}/plans/chanh-lo-hts`

export interface Harness {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  readonly database: Database
  readonly databaseUrl: string
  /** What the service takes for now; set it to move time. */
  clock: Date
  /** Every SQL statement sent so far. */
  readonly statements: string[]
  /** Requests without any account. */
  readonly anyone: ReturnType<typeof supertest>
  /** Requests of the demo's person in a role, from our own pages. */
  readonly as: (role: Role) => Promise<supertest.Agent>
  /** The same, in a session of its own. */
  readonly signIn: (role: Role) => Promise<supertest.Agent>
  /** The cookie header of a new session. */
  readonly cookieOf: (role: Role) => Promise<string>
  /** Requests with an API key. */
  readonly withKey: (key: string) => supertest.Agent
}

type Settings = Partial<
  Pick<
    AppParts,
    'signInAttemptsPerMinute' | 'requestsPerMinute' | 'heartbeatMs' | 'requireSecondFactor' | 'outbound'
  > & {
    config: Partial<AppParts['config']>
    database: Database
  }
>

/** Starts a service for the tests of one file; it ends with them. */
export async function startHarness(settings: Settings = {}): Promise<Harness> {
  const databaseUrl = await newDatabase(TEMPLATE)
  const database = settings.database ?? (await openDatabase({ databaseUrl, dataDir: '' }))
  const harness = {
    clock: new Date(NOW),
    database,
    databaseUrl,
    statements: recordStatements(database.pool),
    app: await buildApp({
      database,
      config: {
        publicUrl: new URL('http://localhost:3000'),
        mail: null,
        identityProvider: null,
        trustedProxies: [],
        webhookHosts: [],
        dataDir: join(tmpdir(), `tien-do-test-${process.pid}`),
        ...settings.config,
      },
      secret: 'a secret that only the tests of this house know',
      now: () => harness.clock,
      signInAttemptsPerMinute: settings.signInAttemptsPerMinute ?? 10_000,
      requestsPerMinute: settings.requestsPerMinute ?? 1_000_000,
      requireSecondFactor: settings.requireSecondFactor ?? false,
      ...(settings.outbound && { outbound: settings.outbound }),
      ...(settings.heartbeatMs && { heartbeatMs: settings.heartbeatMs }),
    }),
  } as Harness & { clock: Date }
  const agents = new Map<Role, Promise<supertest.Agent>>()
  const anyone = supertest(harness.app.server)
  afterAll(async () => {
    await harness.app.close()
    await database.close()
  })
  const cookieOf = async (role: Role) => {
    const answer = await anyone
      .post(`${API}/sessions`)
      .send({ email: emailOf(role), password: PASSWORD })
      .expect(204)
    return [answer.get('set-cookie') ?? []]
      .flat()
      .map((each) => each.split(';')[0])
      .join('; ')
  }
  const signIn = async (role: Role) => {
    const agent = supertest.agent(harness.app.server).set('sec-fetch-site', 'same-origin')
    await agent
      .post(`${API}/sessions`)
      .send({ email: emailOf(role), password: PASSWORD })
      .expect(204)
    return agent
  }
  return Object.assign(harness, {
    anyone,
    signIn,
    cookieOf,
    as: (role: Role) => {
      const known = agents.get(role) ?? signIn(role)
      agents.set(role, known)
      return known
    },
    withKey: (key: string) => supertest.agent(harness.app.server).set('authorization', `Bearer ${key}`),
  })
}

export const emailOf = (role: Role) => `${role}@demo.test`

/** The address of a new database of the test server: a copy of the template, or empty. */
export async function newDatabase(template?: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(inject('postgres'), name, template)
  return `${inject('postgres')}/${name}`
}
