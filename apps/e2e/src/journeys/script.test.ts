// A script instead of a person: with a key, and with the lines of the README as they stand there.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createApiClient } from '@tien-do/api-client'
import { describe, expect, inject, test } from 'vitest'
import { apiOf, today } from '../api.ts'
import { csvOf } from '../import-file.ts'

const READMES = ['README.md', 'README.vi.md']
const ROOT = join(import.meta.dirname, '..', '..', '..', '..')
const run = promisify(execFile)

/** The fenced bash block that imports. */
async function importBlockOf(readme: string): Promise<string> {
  const text = await readFile(join(ROOT, readme), 'utf8')
  const blocks = [...text.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, body]) => body ?? '')
  const block = blocks.find((body) => body.includes('/imports?'))
  if (!block) throw new Error(`${readme} shows no import`)
  return block
}

describe('The lines of the README, pasted', () => {
  test.for(READMES)('%s: are at most five commands, and the figure is there afterwards', async (readme) => {
    const block = await importBlockOf(readme)
    const directory = await mkdtemp(join(tmpdir(), 'tien-do-paste-'))
    const { stdout } = await run('bash', ['-c', block], {
      cwd: directory,
      env: { ...process.env, ADDRESS: inject('address'), DEMO_PASSWORD: inject('password') },
    }).finally(() => rm(directory, { recursive: true, force: true }))
    const report = JSON.parse(stdout) as { status: string; counts: Record<string, number> }
    expect(report).toMatchObject({ status: 'applied', counts: { read: 1, rejected: 0 } })

    const [indicator, area, on, numerator, denominator] = block.match(/[A-Z]+-\d+,[^\\]*/)![0].split(',')
    const { api, plan } = await apiOf('viewer')
    const { data } = await api.GET('/plans/{plan}/measurements', {
      params: { path: { plan }, query: { indicator: indicator!, area: area!, from: on!, to: on! } },
    })
    expect(data?.items).toMatchObject([
      { numerator: Number(numerator), denominator: Number(denominator), state: 'approved' },
    ])
  })
})

describe('A key that may import', () => {
  test('loads figures that wait for approval, may not approve them, and ends when it is revoked', async () => {
    const admin = await apiOf('admin')
    const { plan } = admin
    const issued = await admin.api.POST('/plans/{plan}/api-keys', {
      params: { path: { plan } },
      body: { name: 'Máy của người lạ', scopes: ['measurements:read', 'measurements:import'] },
    })
    const key = issued.data!
    const script = createApiClient({
      baseUrl: `${inject('address')}/api/v1`,
      headers: { authorization: `Bearer ${key.secret}` },
    })
    const rows = [
      { indicator: 'ID-01', area: '', on: await today(admin), numerator: 8_300, denominator: 9_105 },
    ]
    const send = (state: 'submitted' | 'approved') =>
      script.POST('/plans/{plan}/imports', {
        params: { path: { plan }, query: { mode: 'commit', state } },
        headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': randomUUID() },
        body: '',
        bodySerializer: () => csvOf(rows).buffer.toString(),
      })
    const value = async () =>
      (await admin.api.GET('/plans/{plan}/indicators/{code}', { params: { path: { plan, code: 'ID-01' } } }))
        .data?.numerator

    const before = await value()
    expect((await send('approved')).response.status).toBe(403)
    expect((await send('submitted')).data).toMatchObject({ status: 'applied', counts: { created: 1 } })
    expect((await send('submitted')).data).toMatchObject({ counts: { created: 0, unchanged: 1 } })
    expect(await value()).toBe(before)

    const revoked = await admin.api.DELETE('/plans/{plan}/api-keys/{id}', {
      params: { path: { plan, id: key.id } },
    })
    expect(revoked.response.status).toBe(204)
    expect((await send('submitted')).error).toMatchObject({ status: 401, code: 'api-key.invalid' })
  })
})
