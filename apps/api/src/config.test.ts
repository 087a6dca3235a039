import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

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
    ]
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
  })
  it.each([
    ['PORT', '80', 'port', 80],
    ['HOST', '::', 'host', '::'],
    ['DATABASE_URL', 'postgres://office/plan', 'databaseUrl', 'postgres://office/plan'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::1', 'trustedProxies', ['10.0.0.0/8', '::1']],
    ['REQUESTS_PER_MINUTE', '0', 'requestsPerMinute', 0],
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
  ])('refuses %s=%s by its name', (name, text) => {
    expect(() => readConfig({ [name]: text })).toThrow(new RegExp(`^${name}: `))
  })
})
