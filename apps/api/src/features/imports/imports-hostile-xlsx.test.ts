// Workbooks that were made to harm: what stands in them is never carried out, and never fetched.
import { stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { API, startHarness } from '../../../test/harness.ts'
import { send } from './imports.fixture.ts'

const house = await startHarness()
const coordinator = await house.as('coordinator')
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const query = { resource: 'areas', mode: 'validate' }

async function partsOf(name: string): Promise<Record<string, Uint8Array>> {
  const sheets = [
    {
      name: 'Bảng',
      rows: [
        ['code', 'name'],
        ['TDP-90', name],
      ],
    },
  ]
  return unzipSync(new Uint8Array(await writeXlsx({ sheets })))
}
const MARK = 'what-is-replaced'
/** The workbook with a document type put before every part that holds the mark, and the mark replaced by an entity. */
async function withEntity(doctype: string, entity: string): Promise<Buffer> {
  const parts = await partsOf(MARK)
  let touched = 0
  for (const [path, bytes] of Object.entries(parts)) {
    const text = strFromU8(bytes)
    if (!text.includes(MARK)) continue
    touched += 1
    const [declaration = ''] = /^<\?xml[^>]*\?>/.exec(text) ?? []
    parts[path] = strToU8(`${declaration}${doctype}${text.slice(declaration.length).replace(MARK, entity)}`)
  }
  expect(touched).toBe(1)
  return Buffer.from(zipSync(parts))
}

test('an entity that names a file of this machine is not read', async () => {
  const body = await withEntity('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>', '&e;')
  const answer = await send(coordinator, body, { type: TYPE, query })
  expect(answer.status).toBeLessThan(500)
  expect(answer.text).not.toContain(hostname())
})

test('entities that swell a thousand million times cost nothing', async () => {
  const levels = Array.from(
    { length: 9 },
    (_each, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  )
  const body = await withEntity(`<!DOCTYPE x [<!ENTITY e0 "haha">${levels.join('')}]>`, '&e9;')
  const before = process.memoryUsage().rss
  const start = performance.now()
  const answer = await send(coordinator, body, { type: TYPE, query })
  expect(answer.status).toBeLessThan(500)
  expect(answer.text).not.toContain('hahahaha')
  expect(performance.now() - start).toBeLessThan(5_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
})

test('an archive of twenty thousand parts is refused by its list', async () => {
  const parts = await partsOf('A')
  for (let n = 0; n < 20_000; n++) parts[`x/${n}`] = new Uint8Array(0)
  const body = Buffer.from(zipSync(parts, { level: 0 }))
  expect((await send(coordinator, body, { type: TYPE, query })).status).toBe(413)
  expect((await house.anyone.get(`${API}/healthz`)).status).toBe(200)
})

test('a part whose name climbs out of the archive is left where it is', async () => {
  const parts = { ...(await partsOf('A')), '../../../tmp/tien-do-climbed': strToU8('x') }
  const answer = await send(coordinator, Buffer.from(zipSync(parts)), { type: TYPE, query })
  expect(answer.status).toBeLessThan(500)
  await expect(stat('/tmp/tien-do-climbed')).rejects.toThrow('ENOENT')
})

test('a workbook that calls itself CSV is read as the text that it is not, and rejected whole', async () => {
  const body = Buffer.from(zipSync(await partsOf('A')))
  const answer = await send(coordinator, body, { type: 'text/csv', query: { resource: 'areas' } })
  expect([answer.status, answer.body.code]).toEqual([422, 'import.rejected'])
})
