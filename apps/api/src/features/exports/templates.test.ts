import { IMPORT_RESOURCES } from '@tien-do/domain/import-options'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, admin] = await Promise.all([house.as('coordinator'), house.as('admin')])
const whoMay = (resource: string) => (resource === 'people' ? admin : coordinator)
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function template(resource: string, query: Record<string, string> = {}): Promise<Buffer> {
  const { body } = await whoMay(resource)
    .get(`${PLAN}/exports/${resource}`)
    .query({ format: 'xlsx', template: 'true', ...query })
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
      answer.on('end', () => done(null, Buffer.concat(chunks)))
    })
    .expect(200)
  return body as Buffer
}

const load = async (resource: string, body: Buffer) =>
  (
    await whoMay(resource)
      .post(`${PLAN}/imports`)
      .query({ resource, mode: 'validate' })
      .set('content-type', TYPE)
      .send(body)
      .expect(200)
  ).body

const open = async (file: Buffer) => readXlsx(file, { readStyles: true })

describe('a template', () => {
  test.each(IMPORT_RESOURCES)(
    'of %s has locked headers, and none that the import does not know',
    async (resource) => {
      const file = await template(resource)
      const { sheets } = await open(file)
      const [form, lists] = sheets
      expect(form?.protection?.sheet).toBe(true)
      expect(form?.cells?.get('0,0')?.style?.protection?.locked).not.toBe(false)
      expect(lists?.veryHidden).toBe(true)
      const { errors } = await load(resource, file)
      expect(errors.map(({ code }: { code: string }) => code)).toEqual(['no_rows'])
    },
  )

  test('of obstacles offers what can be chosen', async () => {
    const { sheets } = await open(await template('obstacles', { department: 'VP-TK' }))
    const [form, lists] = sheets
    const headings = form?.rows[0] ?? []
    const letter = String.fromCharCode('A'.charCodeAt(0) + headings.indexOf('Mã bộ phận'))
    const choices = form?.dataValidations?.find(({ range }) => range.startsWith(`${letter}2:`))
    expect(choices).toMatchObject({ type: 'list', formula1: expect.stringContaining('Danh mục') })
    expect(lists?.rows.flat()).toContain('VP-TK')
  })

  test('of figures has a line for each that is owed, codes out of sight, what was said before; and loads back', async () => {
    const rows = [{ indicator: 'FB-02', area: 'TDP-01', on: '2025-12-31', numerator: 214, denominator: 260 }]
    await coordinator
      .post(`${PLAN}/imports`)
      .query({ resource: 'measurements', mode: 'commit' })
      .set('content-type', 'application/json')
      .set('idempotency-key', 'template-1')
      .send({ rows })
      .expect(200)
    const file = await template('measurements')
    const { sheets } = await open(file)
    const form = sheets[0]!
    const headings = form.rows[0]!.map(String)
    const at = (name: string) => headings.indexOf(name)
    expect(form.columns?.[at('Mã chỉ tiêu')]?.hidden).toBe(true)
    const line = form.rows.findIndex(
      (row) => row[at('Mã chỉ tiêu')] === 'FB-02' && row[at('Mã tổ')] === 'TDP-01',
    )
    expect(form.rows[line]?.[at('Kỳ trước')]).toBe('214/260 (31/12/2025)')
    const filled = form.rows.map((row) => [...row])
    filled[line]![at('Ngày')] = '14/11/2026'
    filled[line]![at('Tử số')] = 220
    filled[line]![at('Mẫu số')] = 260
    const body = Buffer.from(await writeXlsx({ sheets: [{ name: form.name, rows: filled }] }))
    const report = await load('measurements', body)
    expect(report).toMatchObject({ errors: [], counts: { read: 1, created: 1 } })
    expect(report.reading.leftOut[0]).toMatchObject({ what: 'not_filled' })
  })
})
