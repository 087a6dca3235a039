import { describe, expect, it } from 'vitest'
import { clockOf, readConfig } from './config.ts'

describe('the configuration', () => {
  it('is complete where nothing is set: the embedded database, on this machine only', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: '.data',
      trustedProxies: [],
    })
    expect(config.publicUrl.href).toBe('http://localhost:3000/')
  })
  it('takes an empty variable for one that is not set', () => {
    const names = [
      'PORT',
      'HOST',
      'DATABASE_URL',
      'DATA_DIR',
      'PUBLIC_URL',
      'TRUSTED_PROXIES',
      'REQUESTS_PER_MINUTE',
      'DEMO_PASSWORD',
      'DEMO_NOW',
      'BACKUP_DIR',
      'METRICS_PORT',
      'METRICS_HOST',
      'LOG_LEVEL',
    ]
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
  })
  it.each([
    ['PORT', '80', 'port', 80],
    ['HOST', '::', 'host', '::'],
    ['DATABASE_URL', 'postgres://office/plan', 'databaseUrl', 'postgres://office/plan'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::1', 'trustedProxies', ['10.0.0.0/8', '::1']],
    ['REQUESTS_PER_MINUTE', '0', 'requestsPerMinute', 0],
    ['DEMO_NOW', '2026-11-30T23:59:00+07:00', 'demoNow', Date.UTC(2026, 10, 30, 16, 59)],
  ] as const)('%s=%s', (name, text, field, value) => {
    expect(readConfig({ [name]: text })[field]).toEqual(value)
  })
  it.each([
    ['PORT', '-1'],
    ['PORT', '8o'],
    ['PORT', '1e3'],
    ['HOST', 'example.test'],
    ['DATABASE_URL', 'plan.db'],
    ['PUBLIC_URL', 'localhost:3000'],
    ['PUBLIC_URL', 'the office'],
    ['TRUSTED_PROXIES', 'proxy.test'],
    ['TRUSTED_PROXIES', '10.0.0.0/x'],
    ['REQUESTS_PER_MINUTE', 'many'],
    ['DEMO_PASSWORD', 'short'],
    ['DEMO_NOW', '2026-11-30'],
    ['DEMO_NOW', '2026-11-30T08:00:00'],
    ['DEMO_NOW', '2026-13-30T08:00:00+07:00'],
  ])('refuses %s=%s by its name', (name, text) => {
    expect(() => readConfig({ [name]: text })).toThrow(new RegExp(`^${name}: `))
  })
})

describe('e-mail', () => {
  const office = { SMTP_URL: 'smtps://thu.phuong.test:465', MAIL_FROM: 'Tiến Độ <tien-do@phuong.test>' }
  it('goes over the office’s server, in a name; without either nobody is told by e-mail', () => {
    expect(readConfig(office).mail).toMatchObject({
      smtpUrl: expect.objectContaining({ host: 'thu.phuong.test:465' }),
      from: office.MAIL_FROM,
    })
    expect(readConfig({ MAIL_FROM: 'tien-do@phuong.test', SMTP_URL: 'smtp://[::1]:25' }).mail).not.toBeNull()
    expect(readConfig({}).mail).toBeNull()
  })
  it.each([
    [{ SMTP_URL: undefined }, 'SMTP_URL: missing, though MAIL_FROM is set'],
    [{ SMTP_URL: 'thu.phuong.test' }, 'SMTP_URL: a complete address'],
    [{ SMTP_URL: 'thu.phuong.test:465' }, 'SMTP_URL: an address that begins with smtp:// or smtps://'],
    [{ SMTP_URL: 'https://thu.phuong.test' }, 'SMTP_URL: an address that begins with smtp:// or smtps://'],
    [{ MAIL_FROM: undefined }, 'MAIL_FROM: whose name the e-mail carries, such as "Tiến Độ <'],
    [{ MAIL_FROM: 'Tiến Độ' }, 'MAIL_FROM: whose name the e-mail carries'],
    [{ MAIL_FROM: 'a@b.test\r\nBcc: c@d.test' }, 'MAIL_FROM: whose name the e-mail carries'],
  ])('%j stops the start with what it should be', (wrong, words) => {
    expect(() => readConfig({ ...office, ...wrong })).toThrow(words)
  })
})

describe('the office’s own accounts', () => {
  const office = {
    OIDC_ISSUER: 'https://id.tinh.test/realms/can-bo',
    OIDC_CLIENT_ID: 'tien-do',
    OIDC_CLIENT_SECRET: 'bí mật',
    OIDC_NAME: 'Tài khoản công vụ',
  }
  it('are all four or none', () => {
    expect(readConfig(office).identityProvider).toMatchObject({ clientId: 'tien-do', name: office.OIDC_NAME })
    expect(readConfig({}).identityProvider).toBeNull()
  })
  it.each([
    [{ OIDC_NAME: undefined, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET, OIDC_NAME: missing'],
    [{ OIDC_ISSUER: 'id.tinh.test' }, 'OIDC_ISSUER: a complete address'],
    [{ OIDC_ISSUER: 'http://id.tinh.test' }, 'OIDC_ISSUER: an address that begins with https://'],
  ])('%j stops the start with what it should be', (wrong, words) => {
    expect(() => readConfig({ ...office, ...wrong })).toThrow(words)
  })
})

describe('the clock', () => {
  const machine = { now: 5_000 }
  const read = () => machine.now
  it('is the machine’s where nothing is set', () => {
    expect(clockOf('start', null, read)().getTime()).toBe(5_000)
  })
  it('of the demo starts where it is told to, and runs on', () => {
    const now = clockOf('demo', 1_000_000, read)
    expect(now().getTime()).toBe(1_000_000)
    machine.now += 250
    expect(now().getTime()).toBe(1_000_250)
  })
  it('is never moved outside the demo', () => {
    expect(() => clockOf('start', 1_000_000, read)).toThrow(/^DEMO_NOW: /)
  })
})
