// The doctor finds what is wrong, says it in both languages, and says what to do; what is well it leaves alone.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, PLAN, startHarness } from '../../test/harness.ts'
import { startSmtp } from '../../test/smtp.ts'
import { fileOf, listFiles, makeBackup } from '../backup/make-backup.ts'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'tien-do-doctor-'))
const house = await startHarness({ config: { dataDir } })
const secret = join(dataDir, 'secret')
const now = () => new Date()
const settings = { DATABASE_URL: house.databaseUrl, DATA_DIR: dataDir, PUBLIC_URL: 'https://phuong.test' }
const look = (changed: Record<string, string> = {}) => examine(readConfig({ ...settings, ...changed }), now)
const found = (findings: readonly Finding[], level: Finding['level']) =>
  findings.filter((finding) => finding.level === level).map(({ code }) => code)

beforeAll(async () => {
  await writeFile(secret, 'x'.repeat(43), { mode: 0o600 })
  await migrate(house.database)
  await (await house.as('coordinator'))
    .post(`${PLAN}/evidence/files?resource=task&code=NV-01&year=2026&name=bang-chung.pdf`)
    .set('content-type', 'application/pdf')
    .send(Buffer.from('%PDF-1.4 bằng chứng'))
    .expect(201)
  await makeBackup({ database: house.database, dataDir, backupDir: join(dataDir, 'backups'), now })
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('the doctor', () => {
  it('finds nothing lost where all is well, and warns of what an office should know', async () => {
    const findings = await look()
    expect(found(findings, 'fault')).toEqual([])
    // The tests' server is its own superuser, and sends no e-mail.
    expect(found(findings, 'warning').sort()).toEqual(['mail', 'superuser'])
    for (const { says, wayOut } of findings) {
      expect(says.vi).not.toBe(says.en)
      if (wayOut) expect(wayOut.vi.length * wayOut.en.length).toBeGreaterThan(0)
    }
  })

  it('finds a secret that others can read, one that is short, and one that is not there', async () => {
    await chmod(secret, 0o644)
    expect(found(await look(), 'fault')).toEqual(['secret'])
    await writeFile(secret, 'short')
    expect(found(await look(), 'fault')).toEqual(['secret'])
    await rm(secret)
    expect(found(await look(), 'warning')).toContain('secret')
    await writeFile(secret, 'x'.repeat(43), { mode: 0o600 })
  })

  it('finds an attachment whose bytes changed, and one that is gone', async () => {
    const store = join(dataDir, 'files')
    const [sha256 = ''] = await listFiles(store)
    await writeFile(fileOf(store, sha256), 'other bytes')
    expect(found(await look(), 'fault')).toEqual(['attachments'])
    await rm(fileOf(store, sha256))
    expect(found(await look(), 'fault')).toEqual(['attachments'])
    await writeFile(fileOf(store, sha256), Buffer.from('%PDF-1.4 bằng chứng'))
    expect(found(await look(), 'fault')).toEqual([])
  })

  it('finds an audit row that was altered behind the service’s back', async () => {
    const { pool } = house.database
    await pool.query('alter table audit_event disable trigger user')
    await pool.query(`update audit_event set reason = 'khác' where seq = (select max(seq) from audit_event)`)
    expect(found(await look(), 'fault')).toEqual(['audit'])
    await pool.query(`update audit_event set reason = null where seq = (select max(seq) from audit_event)`)
    await pool.query('alter table audit_event enable trigger user')
    expect(found(await look(), 'fault')).toEqual([])
  })

  it('finds work that failed, and backups that nobody made', async () => {
    await house.database.pool.query(
      `insert into pgboss.job (name, state, created_on) values ('send-mail', 'failed', now())`,
    )
    const findings = await look({ BACKUP_DIR: join(dataDir, 'nowhere') })
    expect(found(findings, 'warning')).toEqual(expect.arrayContaining(['backup', 'jobs']))
  })

  it('says why the database or the mail server does not answer', async () => {
    const { DATABASE_URL } = settings
    const gone = await look({ DATABASE_URL: DATABASE_URL.replace(/\/[^/]*$/, '/nowhere') })
    expect(found(gone, 'fault')).toEqual(['database'])
    expect(gone.at(-1)?.says.en).toContain('nowhere')
    const mute = await look({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@phuong.test' })
    expect(found(mute, 'fault')).toEqual(['mail'])
    const office = await startSmtp()
    expect(found(await look({ SMTP_URL: office.url.href, MAIL_FROM: 'a@phuong.test' }), 'ok')).toContain(
      'mail',
    )
    await office.stop()
  })

  it('finds a directory that nobody may use, plain http, an empty database that is only waiting', async () => {
    expect(found(await look({ DATA_DIR: join(dataDir, 'secret', 'below') }), 'fault')).toEqual([
      'data-dir',
      'attachments',
    ])
    const open = await look({ PUBLIC_URL: 'http://phuong.test', HOST: '::' })
    expect(found(open, 'warning')).toContain('plain-http')
    const empty = await look({ DATABASE_URL: await newDatabase() })
    expect(found(empty, 'fault')).toEqual([])
  })

  it('leaves alone an embedded database that the service has open, and says so', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'tien-do-doctor-'))
    await mkdir(join(directory, 'pglite'))
    await writeFile(join(directory, 'lock'), '1')
    const findings = await examine(readConfig({ DATA_DIR: directory }), now)
    expect(found(findings, 'warning')).toEqual(
      expect.arrayContaining(['in-use', 'embedded', 'secret', 'backup']),
    )
    await rm(directory, { recursive: true })
  })
})
