// kill -9 in the midst of every kind of write, on both databases: what was acknowledged is there, and nothing is half there.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { API, emailOf, type Harness, newDatabase, PLAN } from '../harness.ts'
import { settingsOf, startRealProvider } from '../identity-provider.ts'
import { inviteAdministrator } from '../invite.ts'
import { createDatabase, freePort } from '../postgres.ts'
import { end, startService } from '../running-service.ts'
import { fill, NOW, PASSWORD, TEMPLATE } from '../template.ts'
import { walk } from '../walk.ts'
import { type Porter, placePorter } from './porter.ts'
import { rounds } from './rounds.ts'
import { expectWhole, type Trace, traceOf } from './trace.ts'

type Engine = 'postgres' | 'pglite'
interface Store {
  /** What the service is started with. */
  readonly environment: Readonly<Record<string, string>>
  /** Opens it beside the service, or, the embedded one, while there is none. */
  readonly open: () => Promise<Database>
}

const root = await mkdtemp(join(tmpdir(), 'tien-do-killed-'))
const HOUSE = `house_${process.pid}`
const provider = settingsOf(await startRealProvider())
/** People sign in first, all together: from here on the writes come one by one. */
const FIRST = 8
/** The longest that a write takes, and a little more: some are killed behind their answer. */
const LONGEST_MS = 40

const ROWS = 2_800
const AREAS = 14
/** About as long as it takes. */
const IMPORT_MS = { postgres: 600, pglite: 1_300 }
/** What signing in leaves outside the accounts' own tables. */
const SIGNING_IN = ['public.sign_in_try', 'public.audit_event', 'public.session_proof']
/** Which of two is tried where only one is. */
const luck = Math.floor(Math.random() * 2)

let invitation: Record<Engine, string>
let before: Record<Engine, Trace>
/** After the first write, the second …: which it was, and the trace that it left. */
const writes: { what: string; trace: Trace }[] = []
/** Among the other tests only so many are walked through; by the command all of them. */
const reach = rounds(0) > 0 ? Number.POSITIVE_INFINITY : 30

beforeAll(async () => {
  const server = await openDatabase({ databaseUrl: await emptyHouse(), dataDir: '' })
  const embedded = await openDatabase({ databaseUrl: null, dataDir: join(root, 'house') })
  await migrate(embedded)
  await fill(embedded)
  invitation = { postgres: await invite(server), pglite: await invite(embedded) }
  before = { postgres: await traceOf(server.pool), pglite: await traceOf(embedded.pool) }
  await Promise.all([server.close(), embedded.close()])
  await walkOf('postgres', ({ pool }, kill) => ({
    afterWrite: async (what) => void writes.push({ what, trace: await traceOf(pool) }),
    fatal: { write: reach + 1, afterMs: 0, kill },
  }))
}, 120_000)
afterAll(() => rm(root, { recursive: true, force: true }))

describe.each([
  ['postgres', rounds(1)],
  ['pglite', rounds(1)],
] as const)('killed on %s', (engine, count) => {
  it.each(Array.from({ length: count }, (_each, index) => index + 1))(
    'in the midst of a write: it is there or it is not, and all before it are (round %i)',
    async () => {
      // The embedded database has no place for the test beside the service: it walks as far as none is needed.
      const beside = writes.findIndex(({ what }) => what.includes('/jobs/'))
      const end = Math.min(reach, writes.length, engine === 'pglite' && beside > 0 ? beside : reach)
      const write = FIRST + 1 + Math.floor(Math.random() * (end - FIRST))
      const afterMs = Math.random() * LONGEST_MS
      const { seen, found } = await walkOf(engine, (_database, kill) => ({
        fatal: { write, afterMs, kill },
      }))
      const where = `${engine}: ${seen.last}, killed after ${afterMs.toFixed(1)} ms, ${seen.answered === write ? '' : 'not '}answered`
      console.info(where)
      expect([where, seen.handed, seen.answered >= write - 1]).toEqual([where, write, true])
      const [lastSeen, underWay] = [writes[write - 2]?.trace, writes[write - 1]?.trace]
      const allowed = seen.answered === write ? [underWay] : [lastSeen, underWay]
      expect(allowed, where).toContainEqual(found)
    },
    60_000,
  )

  it.each(
    Array.from({ length: count }, (_each, index) =>
      (index + luck) % 2 === 0 ? ('all' as const) : ('none' as const),
    ),
  )(
    'in the midst of an import (atomic=%s): all of it or nothing, and sent again it is there once',
    async (atomic) => {
      const send = async (url: string) => {
        const coordinator = await visitors(url, null).as('coordinator')
        return () =>
          coordinator
            .post(`${PLAN}/imports`)
            .query({ mode: 'commit', atomic })
            .set({ 'content-type': 'text/csv', 'idempotency-key': 'one-import' })
            .send(sheet(atomic))
      }
      const wanted = atomic === 'all' ? 200 : 207
      const store = await copyHouse(engine)
      const nothing = figuresOf(before[engine])
      const whole = withImport(nothing)
      const killed = await startOn(store)
      const again = await send(killed.url)
      const afterMs = Math.random() * IMPORT_MS[engine]
      const lost = again().then(
        ({ status }) => status,
        () => null,
      )
      await sleep(afterMs)
      await end(killed.service, 'SIGKILL')
      const acknowledged = (await lost) === wanted
      const found = figuresOf(await tracedIn(store))
      const where = `import of ${ROWS} rows on ${engine}: killed after ${Math.round(afterMs)} ms, ${acknowledged ? '' : 'not '}answered, ${found['public.measurement'] === whole['public.measurement'] ? 'all' : 'nothing'} there`
      console.info(where)
      expect(acknowledged ? [whole] : [nothing, whole], where).toContainEqual(found)

      const opened = await startOn(store)
      const repeated = await (await send(opened.url))()
      expect([repeated.status, repeated.body.counts.created]).toEqual([wanted, ROWS])
      await end(opened.service, 'SIGTERM')
      expect(figuresOf(await tracedIn(store))).toEqual(whole)
    },
    120_000,
  )
})

/** Rows of fourteen areas on so many days; `none` has one row more that is wrong. */
function sheet(atomic: 'all' | 'none'): string {
  const rows = Array.from({ length: ROWS }, (_each, index) => {
    const on = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / AREAS))).toISOString().slice(0, 10)
    return `FB-02,TDP-${String((index % AREAS) + 1).padStart(2, '0')},${on},1,2,Tổ trưởng`
  })
  const wrong = atomic === 'none' ? ['FB-02,TDP-99,2020-01-01,1,2,Tổ trưởng'] : []
  return ['indicator,area,on,numerator,denominator,source', ...rows, ...wrong].join('\n')
}

/** What an import leaves: all its figures, and once each of what says that it was. */
const withImport = (trace: Trace): Trace => {
  const grown: Record<string, number> = { ...trace }
  grown['public.measurement'] = (trace['public.measurement'] ?? 0) + ROWS
  for (const once of ['public.import_run', 'public.outbox', 'public.idempotency', 'revisions'])
    grown[once] = (trace[once] ?? 0) + 1
  return grown
}
/** Without what signing in leaves. */
const figuresOf = (trace: Trace) =>
  Object.fromEntries(
    Object.entries(trace).filter(([table]) => !table.startsWith('auth.') && !SIGNING_IN.includes(table)),
  )

async function tracedIn(store: Store): Promise<Trace> {
  const database = await store.open()
  await database.ready
  const trace = await traceOf(database.pool)
  await expectWhole(database)
  await database.close()
  return trace
}

/** Walks through every operation until the end, or until the process is killed; what is found in the database then. */
async function walkOf(
  engine: Engine,
  ordersOf: (beside: Database, kill: () => Promise<unknown>) => Parameters<typeof placePorter>[1],
): Promise<{ seen: Porter['seen']; found: Trace }> {
  const store = await copyHouse(engine)
  const { service, url } = await startOn(store)
  const beside = engine === 'postgres' ? await store.open() : null
  const porter = await placePorter(
    url,
    ordersOf(beside as Database, () => end(service, 'SIGKILL')),
  )
  await walk(visitors(porter.url, beside), invitation[engine]).catch((error: unknown) => {
    // Where it is killed, the walk breaks off.
    if (!porter.seen.fatal) throw error
  })
  porter.stop()
  await beside?.close()
  if (service.process.signalCode === null) await end(service, 'SIGKILL')
  const found = await tracedIn(store)
  return { seen: porter.seen, found }
}

/** The demo's accounts and clock, where the identity provider expects it. */
async function startOn(store: Store) {
  const port = String(await freePort())
  const service = await startService('demo', {
    ...store.environment,
    PORT: port,
    PUBLIC_URL: 'http://localhost:3000',
    DEMO_NOW: NOW,
    REQUESTS_PER_MINUTE: '0',
    TRUSTED_PROXIES: '127.0.0.0/8',
    OIDC_ISSUER: provider.issuer.href,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: provider.name,
  })
  return { service, url: `http://127.0.0.1:${port}` }
}

/** People at their screens, who see nothing of the house but its address. */
function visitors(url: string, database: Database | null): Harness {
  const opened = Date.now()
  const anyone = supertest(url)
  const agents = new Map<string, Promise<supertest.Agent>>()
  const credentials = (role: string) => ({ email: emailOf(role as 'admin'), password: PASSWORD })
  const signIn = async (role: string) => {
    const agent = supertest.agent(url).set('sec-fetch-site', 'same-origin')
    await agent.post(`${API}/sessions`).send(credentials(role)).expect(204)
    return agent
  }
  const house: Pick<Harness, 'anyone' | 'signIn' | 'as' | 'cookieOf' | 'clock'> = {
    get clock() {
      return new Date(Date.parse(NOW) + Date.now() - opened)
    },
    anyone,
    signIn,
    as: (role) => {
      const known = agents.get(role) ?? signIn(role)
      agents.set(role, known)
      return known
    },
    cookieOf: async (role) => {
      const answer = await anyone.post(`${API}/sessions`).send(credentials(role)).expect(204)
      return [answer.get('set-cookie') ?? []]
        .flat()
        .map((each) => each.split(';')[0])
        .join('; ')
    },
  }
  return { ...house, database } as Harness
}

async function emptyHouse(): Promise<string> {
  await createDatabase(inject('postgres'), HOUSE, TEMPLATE)
  return `${inject('postgres')}/${HOUSE}`
}

function invite(database: Database): Promise<string> {
  return inviteAdministrator({ database, clock: new Date(NOW) } as Harness)
}

let copies = 0
async function copyHouse(engine: Engine): Promise<Store> {
  const DATA_DIR = join(root, `copy-${++copies}`)
  if (engine === 'pglite') {
    await cp(join(root, 'house'), DATA_DIR, { recursive: true })
    return {
      environment: { DATA_DIR },
      open: () => openDatabase({ databaseUrl: null, dataDir: DATA_DIR }),
    }
  }
  const DATABASE_URL = await newDatabase(HOUSE)
  return {
    environment: { DATA_DIR, DATABASE_URL },
    open: () => openDatabase({ databaseUrl: DATABASE_URL, dataDir: '' }),
  }
}
