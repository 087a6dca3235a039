import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { startHarness } from '../../../test/harness.ts'
import { csv, freshDay, revisionsOn, type Sending, send } from './imports.fixture.ts'

const house = await startHarness()
const coordinator = await house.as('coordinator')
const validate = (body: string | Buffer, sending: Sending = {}) =>
  send(coordinator, body, { ...sending, key: null, query: { mode: 'validate', ...sending.query } })
const NDJSON = 'application/x-ndjson'

describe('a CSV file', () => {
  const HEADER = ['STT', 'Mã chỉ tiêu', 'Tổ dân phố', 'Ngày số liệu', 'Tử số', 'Mẫu số', 'Nguồn']
  const ROW = ['1', 'FB-02', 'TDP-05', '14/11/2026', '214', '260', 'Tổ trưởng']

  test.each([',', ';', '\t'])(
    'is read with %j between its cells, Vietnamese headings and a byte order mark',
    async (separator) => {
      const text = `\ufeff${HEADER.join(separator)}\r\n${ROW.join(separator)}\r\n`
      const { body } = await validate(text).expect(200)
      expect(body).toMatchObject({
        counts: { read: 1, rejected: 0 },
        columns: { ignored: ['STT'] },
        errors: [],
      })
      expect(body.columns.recognized).toEqual([
        'indicator',
        'area',
        'on',
        'numerator',
        'denominator',
        'source',
      ])
    },
  )

  test('is read by the separator that is named, and then by no other', async () => {
    const text = `${HEADER.join(';')}\n${ROW.join(';')}\n`
    expect((await validate(text, { query: { delimiter: ';' } })).body.counts).toMatchObject({
      read: 1,
      rejected: 0,
    })
    const wrong = await validate(text, { query: { delimiter: ',' } })
    expect(wrong.body.errors.map(({ code }: { code: string }) => code)).toContain('column_missing')
  })

  test('as Excel in Vietnamese writes it, with semicolons and comma decimals, is read when the decimal mark is said', async () => {
    const text = 'Mã chỉ tiêu;Ngày;Tử số;Mẫu số\nMB-05;14/11/2026;1.234;2.000\n'
    expect((await validate(text)).body.errors).toMatchObject([
      { column: 'numerator', code: 'ambiguous_number', value: '1.234' },
      { column: 'denominator', code: 'ambiguous_number', value: '2.000' },
    ])
    expect((await validate(text, { query: { decimal: ',' } })).body.counts).toMatchObject({ rejected: 0 })
    expect((await validate(text, { query: { decimal: '.' } })).body.errors).toMatchObject([
      { column: 'numerator', code: 'numerator_not_whole' },
    ])
  })

  test('has the day form that is said', async () => {
    const rows = csv('FB-02,TDP-01,14/11/2026,1,2,')
    expect((await validate(rows)).body.counts.rejected).toBe(0)
    expect((await validate(rows, { query: { dateFormat: 'iso' } })).body.errors).toMatchObject([
      { column: 'on', code: 'not_a_day' },
    ])
  })

  test('without a column that must be there is not read at all', async () => {
    const { body } = await validate('area,numerator\nTDP-01,1\n').expect(200)
    expect(body.errors).toMatchObject([
      { row: null, line: 1, column: 'indicator', code: 'column_missing' },
      { row: null, line: 1, column: 'on', code: 'column_missing' },
    ])
    await send(coordinator, 'area,numerator\nTDP-01,1\n', { query: { atomic: 'none' } }).expect(422)
  })

  test('with a column nobody knows is refused, unless it is to be ignored', async () => {
    const text = 'indicator,on,numerator,denominator,màu\nMB-05,2026-11-14,1,2,đỏ\n'
    const { body } = await send(coordinator, text, { query: { atomic: 'none' } }).expect(422)
    expect(body.report.errors).toMatchObject([{ row: null, line: 1, code: 'unknown_column', value: 'màu' }])
    const ignoring = await validate(text, { query: { unknownColumns: 'ignore' } }).expect(200)
    expect(ignoring.body).toMatchObject({ counts: { rejected: 0 }, columns: { ignored: ['màu'] } })
  })

  test('with a column twice is not guessed at', async () => {
    const { body } = await validate('indicator,on,numerator,Tử số\nMB-05,2026-11-14,1,2\n')
    expect(body.errors).toMatchObject([{ column: 'numerator', code: 'duplicate_column', value: 'Tử số' }])
  })

  test('with a quote that is never closed names the line on which it begins, and is rejected whole', async () => {
    const text = csv(
      'FB-02,TDP-01,2026-11-14,1,2,',
      'FB-02,TDP-02,2026-11-14,1,2,"Tổ trưởng',
      'FB-02,TDP-03,2026-11-14,1,2,',
    )
    const { body } = await send(coordinator, text, { query: { atomic: 'none' } }).expect(422)
    expect(body.report.errors).toMatchObject([{ row: null, line: 3, code: 'unclosed_quote' }])
  })

  test('counts its physical lines through quoted line breaks and blank lines', async () => {
    const text = csv(
      'FB-02,TDP-01,2026-11-14,1,2,"a\r\nb\r\nc"',
      '',
      'FB-02,TDP-02,2026-11-14,3,2,',
    ).replaceAll(/(?<!\r)\n/g, '\r\n')
    const { body } = await validate(text)
    expect(body.errors).toMatchObject([{ row: 2, line: 6, code: 'numerator_above_denominator' }])
  })

  test('has rows of one length: a ragged row is not shifted into other columns', async () => {
    const { body } = await validate(
      csv('FB-02,TDP-01,2026-11-14,1,2', 'FB-02,TDP-02,2026-11-14,1,2,x,y', 'FB-02,TDP-03,2026-11-14,1,2,,'),
    )
    expect(body.errors).toMatchObject([
      { row: 1, line: 2, column: null, code: 'ragged_row', params: { expected: 6, found: 5 } },
      { row: 2, line: 3, column: null, code: 'ragged_row', params: { expected: 6, found: 7 } },
    ])
  })

  test('with blank rows, as spreadsheets leave them, has only the others', async () => {
    const { body } = await validate(csv('FB-02,TDP-01,2026-11-14,1,2,', ',,,,,', '  ,,,,,'))
    expect(body.counts).toMatchObject({ read: 1, rejected: 0 })
  })

  test('has no figure twice: the second row names the line of the first', async () => {
    const { body } = await validate(
      csv('FB-02,TDP-01,2026-11-14,1,2,', 'FB-02,TDP-02,2026-11-14,1,2,', 'FB-02,TDP-01,14/11/2026,2,2,'),
    )
    expect(body.errors).toMatchObject([
      { row: 3, line: 4, code: 'duplicate_key', params: { firstRow: 1, firstLine: 2 } },
    ])
  })

  test('without any row, or without anything, is refused', async () => {
    expect((await validate(csv())).body.errors).toMatchObject([{ row: null, code: 'no_rows' }])
    expect((await validate('\n\n')).body.errors).toMatchObject([{ code: 'header_missing' }])
  })

  test('that is not UTF-8 is refused with what to do about it', async () => {
    const { body } = await validate(Buffer.from([...Buffer.from('indicator,on\nMB-05,'), 0xe1, 0xba])).expect(
      415,
    )
    expect(body.code).toBe('import.not-utf8')
  })

  test('may hold any character: what cannot be stored is a fault, not an accident', async () => {
    const { body } = await validate(
      csv('FB-02,TDP-01,2026-11-14,1,2,a\u0000b', 'FB\u0000,TDP-01,2026-11-14,1,2,'),
    )
    expect(body.errors).toMatchObject([
      { row: 1, column: 'source', code: 'invalid_text', value: 'a\ufffdb' },
      { row: 2, column: 'indicator', code: 'invalid_text' },
    ])
    expect((await validate('indi\u0000cator,on\n1,2\n')).status).toBe(200)
  })

  test('stores text composed, and takes back the apostrophe that keeps a formula from running', async () => {
    const on = freshDay()
    await send(
      coordinator,
      csv(`FB-02,TDP-01,${on},1,2,${'Tổ trưởng'.normalize('NFD')}`, `FB-02,TDP-02,${on},1,2,'=1+1`),
    ).expect(200)
    const { rows } = await house.database.pool.query(
      'select source from measurement where "on" = $1 order by source',
      [on],
    )
    expect(rows).toEqual([{ source: '=1+1' }, { source: 'Tổ trưởng'.normalize('NFC') }])
  })
})

describe('rows as objects', () => {
  const row = { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14', numerator: 214, denominator: 260 }

  test('come one to a line, and are named by their lines', async () => {
    const text = [row, '', { ...row, area: 'TDP-06', numerator: 300 }]
      .map((each) => (each === '' ? '' : JSON.stringify(each)))
      .join('\n')
    const { body } = await validate(text, { type: NDJSON }).expect(200)
    expect(body).toMatchObject({
      counts: { read: 2, rejected: 1 },
      errors: [{ row: 2, line: 3, column: 'numerator', value: '300' }],
    })
  })

  test('come as one object with rows, and have no lines', async () => {
    const { body } = await validate(JSON.stringify({ rows: [row, { ...row, area: 'X' }] }), {
      type: 'application/json',
    }).expect(200)
    expect(body).toMatchObject({
      counts: { read: 2, rejected: 1 },
      errors: [{ row: 2, line: null, column: 'area' }],
    })
  })

  test('may have Vietnamese names', async () => {
    const { body } = await validate(
      JSON.stringify({
        rows: [{ 'Mã chỉ tiêu': 'MB-05', Ngày: '14/11/2026', 'Tử số': '1', 'Mẫu số': 2, STT: 1 }],
      }),
      { type: 'application/json' },
    )
    expect(body).toMatchObject({ counts: { rejected: 0 }, columns: { ignored: ['STT'] } })
  })

  test.each<[string, string, object]>([
    ['a line that is not JSON', '{"indicator":', { row: 1, line: 1, code: 'not_json' }],
    ['a line that is not an object', '[1]', { row: 1, line: 1, code: 'not_an_object' }],
    ['a line without end', `{"note":"${'x'.repeat(70_000)}"}`, { row: 1, line: 1, code: 'line_too_long' }],
    [
      'a cell that is neither text nor number',
      JSON.stringify({ ...row, numerator: true }),
      { column: 'numerator', code: 'wrong_type', value: 'true' },
    ],
    [
      'a field nobody knows',
      JSON.stringify({ ...row, colour: 'red' }),
      { code: 'unknown_column', value: 'colour' },
    ],
    [
      'null, which is not 0',
      JSON.stringify({ ...row, numerator: null }),
      { column: 'numerator', code: 'figure_missing' },
    ],
    [
      'half a character',
      '{"indicator":"MB-05","on":"2026-11-14","numerator":1,"denominator":2,"note":"\\ud83d"}',
      { column: 'note', code: 'invalid_text' },
    ],
  ])('are refused with %s', async (_what, text, error) => {
    const { body } = await validate(text, { type: NDJSON }).expect(200)
    expect(body.errors).toMatchObject([error])
  })

  test('are refused as a body that is not JSON, or has no rows', async () => {
    expect((await validate('{"rows":', { type: 'application/json' }).expect(400)).body.code).toBe(
      'malformed-body',
    )
    for (const text of ['[]', '{}', '{"rows":{}}', '{"rows":[],"more":1}', 'null']) {
      expect((await validate(text, { type: 'application/json' }).expect(400)).body.code).toBe(
        'validation-failed',
      )
    }
  })
})

describe('what is sent', () => {
  const rows = Buffer.from(csv('FB-02,TDP-05,2026-11-14,214,260,'))
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64')

  test('may be gzipped; the checksum is of the file', async () => {
    const { body } = await validate(gzipSync(rows), { headers: { 'content-encoding': 'gzip' } }).expect(200)
    expect(body.checksum).toBe(`sha-256:${createHash('sha256').update(rows).digest('hex')}`)
    expect(body.counts).toMatchObject({ read: 1, rejected: 0 })
  })

  test('must be what it says it is: gzip that is none, or an encoding nobody reads', async () => {
    expect((await validate(rows, { headers: { 'content-encoding': 'gzip' } }).expect(400)).body.code).toBe(
      'malformed-body',
    )
    expect((await validate(rows, { headers: { 'content-encoding': 'br' } }).expect(415)).body.code).toBe(
      'media-type.unsupported',
    )
    expect((await validate(rows, { type: 'application/pdf' }).expect(415)).body.code).toBe(
      'media-type.unsupported',
    )
  })

  test('is inflated within bounds', async () => {
    const bomb = gzipSync(Buffer.alloc(201 * 1024 * 1024))
    expect((await validate(bomb, { headers: { 'content-encoding': 'gzip' } }).expect(413)).body.code).toBe(
      'body.too-large',
    )
  })

  test('is refused beyond 50 MB', async () => {
    expect((await validate(Buffer.alloc(50 * 1024 * 1024 + 1, ' ')).expect(413)).body.code).toBe(
      'body.too-large',
    )
  })

  test('must match its digest, of the bytes as they travel', async () => {
    await validate(rows, { headers: { 'content-digest': `sha-256=:${sha256(rows)}:` } }).expect(200)
    const zipped = gzipSync(rows)
    await validate(zipped, {
      headers: { 'content-encoding': 'gzip', 'content-digest': `sha-256=:${sha256(zipped)}:` },
    }).expect(200)
    for (const digest of [`sha-256=:${sha256(zipped)}:`, 'sha-256=nonsense', '']) {
      const { body } = await validate(rows, { headers: { 'content-digest': digest } }).expect(400)
      expect(body.code).toBe('digest.mismatch')
    }
  })

  test('with a wrong digest writes nothing', async () => {
    const on = freshDay()
    await send(coordinator, csv(`FB-02,TDP-01,${on},1,2,`), {
      headers: { 'content-digest': `sha-256=:${sha256(rows)}:` },
    }).expect(400)
    expect(await revisionsOn(house, on)).toEqual([])
  })
})
