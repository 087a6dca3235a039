// A script instead of a person: with a key, and with the lines of the README as they stand there.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'
import { apiOf, today } from '../api.ts'
import { clientWithKey, importAs, issueKey } from '../script.ts'

const README = join(import.meta.dirname, '..', '..', '..', '..', 'README.md')
const run = promisify(execFile)

/** The fenced bash block that imports. */
async function importBlock(): Promise<string> {
  const text = await readFile(README, 'utf8')
  const blocks = [...text.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, body]) => body ?? '')
  const block = blocks.find((body) => body.includes('/imports?'))
  if (!block) throw new Error('README.md shows no import')
  return block
}

describe('The lines of the README, pasted into a shell', () => {
  test('load their figure, which is approved and there afterwards', async () => {
    const block = await importBlock()
    const directory = await mkdtemp(join(tmpdir(), 'tien-do-paste-'))
    const { stdout } = await run('bash', ['-c', block], {
      cwd: directory,
      env: { ...process.env, ADDRESS: inject('address'), DEMO_PASSWORD: inject('password') },
    }).finally(() => rm(directory, { recursive: true, force: true }))
    const report = JSON.parse(stdout) as { status: string; counts: Record<string, number> }
    expect(report).toMatchObject({ status: 'applied', counts: { read: 1, rejected: 0 } })

    const [indicator, area, , numerator, denominator] = block.match(/[A-Z]+-\d+,[^\\]*/)![0].split(',')
    const { api, plan } = await apiOf('viewer')
    const on = await today({ api, plan })
    const { data } = await api.GET('/plans/{plan}/measurements', {
      params: { path: { plan }, query: { indicator: indicator!, area: area!, from: on, to: on } },
    })
    expect(data?.items).toMatchObject([
      { numerator: Number(numerator), denominator: Number(denominator), state: 'approved' },
    ])
  })
})

test('A key has never more than its maker: an administrator who may not import makes none that may', async () => {
  const { api, plan } = await apiOf('admin')
  const { key } = await issueKey(api, plan)
  const script = clientWithKey(inject('address'), key)
  expect((await script.GET('/plans/{plan}/summary', { params: { path: { plan } } })).response.status).toBe(
    200,
  )
  const { error } = await importAs(script, plan, [
    { indicator: 'ID-01', area: '', on: await today({ api, plan }), numerator: 8_300, denominator: 9_105 },
  ])
  expect(error).toMatchObject({ status: 403, code: 'permission.refused' })
})
