import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type supertest from 'supertest'
import { afterAll, describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { openFileStore } from '../../core/file-store.ts'
import {
  bomb,
  DOCM,
  DOCX,
  DOCX_WITH_MACROS,
  HTML,
  ODT,
  ODT_WITH_MACROS,
  PDF,
  PNG,
  SVG,
  TYPES,
} from './files.fixture.ts'

const URL = `${PLAN}/evidence`
const dataDir = await mkdtemp(join(tmpdir(), 'evidence-'))
const house = await startHarness({ config: { dataDir } })
const [coordinator, officer, finance, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('finance'),
  house.as('viewer'),
])
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const FIGURE = { resource: 'measurement', code: 'FB-02/TDP-05', year: 2026 }
/** CR-01 is the officer's own department's. */
const OWN = { resource: 'measurement', code: 'CR-01', year: 2026 }

interface Sending {
  readonly subject?: object
  readonly name?: string
  readonly type?: string
}
function send(
  agent: supertest.Agent,
  body: Buffer,
  { subject = FIGURE, name = 'a.pdf', type = 'application/pdf' }: Sending = {},
) {
  return agent
    .post(`${URL}/files`)
    .query({ ...subject, name })
    .set('content-type', type)
    .send(body)
}

const stored = async () =>
  (await readdir(join(dataDir, 'files'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
const halfWritten = async () => readdir(join(dataDir, 'files', 'incoming')).catch(() => [])
const count = async () => {
  const { rows } = await house.database.pool.query('select count(*)::int as n from evidence')
  return rows[0].n as number
}

describe('addEvidenceFile', () => {
  it('asks a stranger to sign in, and refuses a viewer and another department', async () => {
    await send(house.anyone as unknown as supertest.Agent, PDF).expect(401)
    await send(viewer, PDF).expect(403)
    const { body } = await send(officer, PDF).expect(403)
    expect(body).toMatchObject({ code: 'permission.refused', because: 'department' })
    await send(finance, PDF, { subject: OWN }).expect(403)
    expect(await count()).toBe(0)
  })
  it.each([
    ['an indicator that is not in the plan', { ...FIGURE, code: 'XX-99' }, 404],
    ['an area that is not in the plan', { ...FIGURE, code: 'FB-02/TDP-99' }, 404],
    ['a figure of no year', { resource: 'measurement', code: 'FB-02' }, 404],
    ['a resource that is none', { ...FIGURE, resource: 'person' }, 400],
  ])('is about something that is there, not about %s', async (_name, subject, status) => {
    await send(coordinator, PDF, { subject }).expect(status)
  })
  it('keeps the bytes once under their hash, with an audit row and a new revision of the plan', async () => {
    const before = (await coordinator.get(PLAN)).body.revision
    const { body } = await send(coordinator, PDF, { name: 'Biên bản tổ 5.pdf' }).expect(201)
    expect(body).toMatchObject({
      ...FIGURE,
      kind: 'file',
      name: 'Biên bản tổ 5.pdf',
      bytes: PDF.length,
      addedBy: 'Trần Thị Hoa',
    })
    expect((await coordinator.get(PLAN)).body.revision).toBe(before + 1)
    const { rows } = await house.database.pool.query(
      'select action from audit_event where resource_id = $1',
      [body.id],
    )
    expect(rows).toEqual([{ action: 'evidence.add' }])
    const files = await stored()
    expect(files).toHaveLength(1)
    expect(files[0]).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{62}$/)
    // The same file again is the same evidence; for another subject it is one file and two pieces of evidence.
    expect((await send(coordinator, PDF, { name: 'b.pdf' }).expect(200)).body.id).toBe(body.id)
    await send(officer, PDF, { subject: OWN }).expect(201)
    expect(await stored()).toHaveLength(1)
    expect(await halfWritten()).toEqual([])
  })
  it.each([
    ['a docx', DOCX, 'báo cáo.docx', TYPES.docx],
    ['an odt', ODT, 'báo cáo.odt', TYPES.odt],
    ['a png', PNG, 'ảnh.PNG', 'image/png'],
  ])('takes %s', async (_name, bytes, name, type) => {
    await send(coordinator, bytes, { name, type }).expect(201)
  })
  it.each([
    ['html that calls itself png', HTML, 'a.png', 'image/png', 'content_differs'],
    ['html by its own name', HTML, 'a.html', 'text/html', 'kind_not_accepted'],
    ['svg, which holds scripts', SVG, 'a.svg', 'image/svg+xml', 'kind_not_accepted'],
    ['svg that calls itself webp', SVG, 'a.webp', 'image/webp', 'content_differs'],
    ['a pdf that is declared as png', PDF, 'a.pdf', 'image/png', 'type_differs'],
    ['a png under the name of a pdf', PNG, 'a.pdf', 'application/pdf', 'content_differs'],
    ['a name that ends twice', PDF, 'a.pdf.exe', 'application/pdf', 'kind_not_accepted'],
    ['a name that is only an ending', PDF, '.pdf', 'application/pdf', 'kind_not_accepted'],
    [
      'a document with macros',
      DOCM,
      'a.docm',
      'application/vnd.ms-word.document.macroenabled.12',
      'kind_not_accepted',
    ],
    ['a document with macros under another name', DOCM, 'a.docx', TYPES.docx, 'has_macros'],
    ['a document that hides its macros', DOCX_WITH_MACROS, 'a.docx', TYPES.docx, 'has_macros'],
    ['an open document with macros', ODT_WITH_MACROS, 'a.odt', TYPES.odt, 'has_macros'],
    ['half a zip', DOCX.subarray(0, DOCX.length - 30), 'a.docx', TYPES.docx, 'has_macros'],
    ['nothing', Buffer.alloc(0), 'a.pdf', 'application/pdf', 'empty_file'],
  ])('refuses %s, and leaves nothing behind', async (_name, bytes, name, type, code) => {
    const [files, rows] = [await stored(), await count()]
    const { body } = await send(coordinator, bytes, { name, type }).expect(422)
    expect(body.code).toBe('evidence.refused')
    expect(body.errors[0]).toMatchObject({ code, params: { name } })
    expect([await stored(), await count(), await halfWritten()]).toEqual([files, rows, []])
  })
  it('does not unpack what would be a hundred times as large', async () => {
    const bytes = bomb(200)
    expect(bytes.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    await send(coordinator, bytes, { name: 'bom.docx', type: TYPES.docx }).expect(201)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })
  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Hoa\\Biên bản.pdf', 'Biên bản.pdf'],
    ['"; filename="evil.exe.pdf', '; filename=evil.exe.pdf'],
    ['hóa đơn\u202efdp.pdf', 'hóa đơnfdp.pdf'],
  ])('keeps of the name %j only what names a file', async (name, kept) => {
    const bytes = Buffer.concat([PDF, Buffer.from(name)])
    expect(
      (await send(coordinator, bytes, { name, subject: { ...FIGURE, year: 2025 } }).expect(201)).body.name,
    ).toBe(kept)
  })
  it('refuses more than 20 MB, said or not, and leaves nothing behind', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])
    const { body } = await send(coordinator, large).expect(413)
    expect(body.code).toBe('body.too-large')
    expect(await halfWritten()).toEqual([])
  })
  it('takes twenty for one subject and no more, even of those who come at once', async () => {
    const subject = { ...FIGURE, code: 'FB-02/TDP-06' }
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        send(coordinator, Buffer.concat([PDF, Buffer.from([index])]), { subject }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ body }) => body.code === 'evidence.too-many')).toHaveLength(4)
    const { body } = await coordinator.get(URL).query(subject).expect(200)
    expect(body.items).toHaveLength(20)
  })
})

describe('getEvidenceFile', () => {
  it('is an attachment under its own name, which no browser shows as a page', async () => {
    const subject = { ...FIGURE, code: 'FB-02/TDP-07' }
    const { body } = await send(coordinator, PDF, { subject, name: 'Biên bản “tổ 7”.pdf' }).expect(201)
    await house.anyone.get(body.fileUrl).expect(401)
    const answer = await viewer.get(body.fileUrl).expect(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
    })
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename=".*"; filename\*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20/,
    )
    expect(answer.body).toEqual(PDF)
    await viewer
      .get(body.fileUrl)
      .set('if-none-match', answer.headers.etag ?? '')
      .expect(304)
  })
})

describe('addEvidenceLink', () => {
  const link = { ...FIGURE, url: 'https://quangngai.gov.vn/tin/1' }
  it('takes an https address, named by its host where no name is given', async () => {
    const { body } = await coordinator.post(`${URL}/links`).send(link).expect(201)
    expect(body).toMatchObject({ kind: 'link', name: 'quangngai.gov.vn', url: link.url, fileUrl: null })
    expect((await coordinator.post(`${URL}/links`).send(link).expect(201)).body.id).toBe(body.id)
  })
  it.each([
    'http://a.vn',
    'javascript:alert(1)',
    'https://',
    'https://me:secret@a.vn/',
    'data:text/html,x',
    'https:\\\\a.vn',
  ])('refuses %s', async (url) => {
    const { body } = await coordinator
      .post(`${URL}/links`)
      .send({ ...link, url })
      .expect(422)
    expect(body.errors[0].code).toBe('link_not_https')
  })
  it('refuses another department', async () => {
    await officer.post(`${URL}/links`).send(link).expect(403)
    await officer
      .post(`${URL}/links`)
      .send({ ...link, ...OWN })
      .expect(201)
  })
})

describe('removeEvidence', () => {
  it('takes it away for everybody, and leaves it in the history', async () => {
    const subject = { ...FIGURE, code: 'FB-02/TDP-08' }
    const { body } = await send(coordinator, PDF, { subject }).expect(201)
    expect(body.allowedActions).toEqual(['evidence.remove'])
    const seen = (await officer.get(URL).query(subject).expect(200)).body
    expect([seen.allowedActions, seen.items[0].allowedActions]).toEqual([[], []])
    await officer.delete(`${URL}/${body.id}`).set('if-match', body.etag).expect(403)
    await coordinator.delete(`${URL}/${body.id}`).expect(428)
    await coordinator.delete(`${URL}/${body.id}`).set('if-match', '"7"').expect(412)
    await coordinator.delete(`${URL}/${body.id}`).set('if-match', body.etag).expect(200)
    await coordinator.delete(`${URL}/${body.id}`).set('if-match', '*').expect(404)
    await viewer.get(body.fileUrl).expect(404)
    expect((await viewer.get(URL).query(subject)).body.items).toEqual([])
    const { items } = (await viewer.get(URL).query({ ...subject, removed: true })).body
    expect(items[0]).toMatchObject({
      id: body.id,
      removedBy: 'Trần Thị Hoa',
      fileUrl: null,
      allowedActions: [],
    })
  })
})

describe('a store without room', () => {
  const room = join(tmpdir(), `tiny-${process.pid}`)
  const mounted = mountTiny(room)
  afterAll(async () => {
    if (mounted) execFileSync('umount', [room])
    await rm(room, { recursive: true, force: true })
  })
  it.runIf(mounted)('answers 503, keeps no half file, and goes on when there is room again', async () => {
    const small = await startHarness({ config: { dataDir: room } })
    const agent = await small.as('coordinator')
    const large = Buffer.concat([PDF, Buffer.alloc(3 * 1024 * 1024)])
    const { body, headers } = await send(agent, large).expect(503)
    expect([body.code, headers['retry-after']]).toEqual(['storage.full', '2'])
    expect(await readdir(join(room, 'files', 'incoming'))).toEqual([])
    await send(agent, PDF).expect(201)
  })
  it('says so where the place cannot be written at all', async () => {
    const file = join(tmpdir(), `no-directory-${process.pid}`)
    await writeFile(file, '')
    const store = openFileStore(file)
    await expect(store.receive(Readable.from([PDF]), 1_000)).rejects.toMatchObject({
      code: 'storage.unavailable',
    })
    await rm(file)
  })
})

/** A file system of one megabyte, where this machine lets us have one. */
function mountTiny(directory: string): boolean {
  try {
    execFileSync('mkdir', ['-p', directory])
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
