// Run in a process of its own, in the time zone that it is started in: one department sends at the last instant of
// 30/11 in Việt Nam, another at the first of 01/12; prints how the service counts them. Argument: a database's address.
import { tmpdir } from 'node:os'
import { buildApp } from '../src/app.ts'
import { openDatabase } from '../src/db/client.ts'
import { PASSWORD } from './template.ts'

const [, , databaseUrl = ''] = process.argv
const PERIODS = '/api/v1/plans/chanh-lo-hts/periods'
const narrative = { results: 'Đã làm.', shortcomings: 'Không có.', direction: 'Tiếp tục.' }
const clock = { now: '2026-11-22T09:00:00+07:00' }

const database = await openDatabase({ databaseUrl, dataDir: '' })
const app = await buildApp({
  database,
  config: {
    mail: null,
    identityProvider: null,
    publicUrl: new URL('http://localhost:3000'),
    trustedProxies: [],
    webhookHosts: [],
    dataDir: tmpdir(),
  },
  secret: 'a secret that only the tests of this house know',
  now: () => new Date(clock.now),
})
const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }

async function ask(method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, seen?: string) {
  const answer = await app.inject({
    method,
    url,
    headers: { ...headers, ...(seen ? { 'if-match': seen } : {}) },
    ...(payload ? { payload } : {}),
  })
  if (answer.statusCode >= 400) throw new Error(`${method} ${url}: ${answer.body}`)
  return answer
}

async function sendAt(department: string, instant: string): Promise<void> {
  clock.now = instant
  const report = `${PERIODS}/2026/reports/${department}`
  const written = await ask('PATCH', report, { narrative }, '*')
  await ask('POST', `${report}/submit`, {}, written.json().etag)
}

const signedIn = await ask('POST', '/api/v1/sessions', { email: 'coordinator@demo.test', password: PASSWORD })
headers.cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
await ask('POST', PERIODS, { year: 2026 })
await sendAt('QS', '2026-11-30T23:59:59.999+07:00')
await sendAt('DC-XD', '2026-12-01T00:00:00.000+07:00')
const { items } = (await ask('GET', `${PERIODS}/2026/deadlines`)).json()
const counted = Object.fromEntries(
  items.map((each: { department: { code: string }; onTime: boolean | null; lastDay: string }) => [
    each.department.code,
    [each.lastDay, each.onTime],
  ]),
)
console.log(
  JSON.stringify({ zone: new Date(0).getTimezoneOffset(), QS: counted.QS, 'DC-XD': counted['DC-XD'] }),
)
await app.close()
await database.close()
