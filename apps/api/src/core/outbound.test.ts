import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { addressFault, checkedLookup, isPublicAddress, PUBLIC_HTTPS, type Resolve } from './outbound.ts'

describe('isPublicAddress', () => {
  it.each([
    ['this host', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.0.1'],
    ['a carrier’s network', '100.64.0.1'],
    ['itself', '127.0.0.1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['a benchmark', '198.18.0.1'],
    ['a multicast', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
    ['itself', '::1'],
    ['nobody', '::'],
    ['an IPv4 address in disguise', '::ffff:127.0.0.1'],
    ['an IPv4 address in disguise', '::ffff:8.8.8.8'],
    ['an old disguise', '::7f00:1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:1::1'],
    ['a unique local address', 'fd00::1'],
    ['the metadata of a cloud', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['a multicast', 'ff02::1'],
    ['no address', 'example.com'],
    ['no address', ''],
  ])('is not %s: %s', (_name, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  it.each(['8.8.8.8', '103.1.200.7', '172.32.0.1', '2606:4700::1111', '2405:4800::1'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('addressFault', () => {
  it.each([
    ['http://portal.example/', 'not_https'],
    ['ftp://portal.example/', 'not_https'],
    ['https://portal.example:8443/', 'port_not_443'],
    ['https://portal.example:22/', 'port_not_443'],
    ['https://user:secret@portal.example/', 'with_credentials'],
    ['https://127.0.0.1/', 'not_public'],
    ['https://2130706433/', 'not_public'],
    ['https://0x7f.1/', 'not_public'],
    ['https://017700000001/', 'not_public'],
    ['https://[::1]/', 'not_public'],
    ['https://[::ffff:127.0.0.1]/', 'not_public'],
    ['https://169.254.169.254/latest/meta-data', 'not_public'],
    ['https://localhost/', 'not_public'],
    ['https://localhost./', 'not_public'],
    ['https://a.localhost/', 'not_public'],
    ['https://portal.example/', null],
    ['https://portal.example:443/hooks?x=1', null],
    ['https://8.8.8.8/', null],
  ])('of %s is %s', (address, fault) => {
    expect(addressFault(new URL(address), PUBLIC_HTTPS)).toBe(fault)
  })
  it('lets only the names through that the office allowed, where it named some', () => {
    const rules = { ...PUBLIC_HTTPS, hosts: ['portal.example'] }
    expect(addressFault(new URL('https://portal.example/'), rules)).toBeNull()
    expect(addressFault(new URL('https://PORTAL.example./'), rules)).toBeNull()
    expect(addressFault(new URL('https://evil.portal.example/'), rules)).toBe('host_not_allowed')
  })
})

describe('checkedLookup', () => {
  const answering =
    (...addresses: string[]): Resolve =>
    (_name, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  const ask = (resolve: Resolve, all = false) =>
    new Promise<string | string[]>((done, fail) => {
      checkedLookup(resolve, PUBLIC_HTTPS)('portal.example', { all }, (error, found) => {
        if (error) fail(error)
        else
          done(typeof found === 'string' ? found : (found as LookupAddress[]).map(({ address }) => address))
      })
    })
  it('connects to the address that was checked', async () => {
    expect(await ask(answering('8.8.8.8', '2606:4700::1111'))).toBe('8.8.8.8')
    expect(await ask(answering('8.8.8.8', '2606:4700::1111'), true)).toEqual(['8.8.8.8', '2606:4700::1111'])
  })
  it('refuses a name of which one address is not public', async () => {
    await expect(ask(answering('8.8.8.8', '127.0.0.1'))).rejects.toThrow('not public')
    await expect(ask(answering('::ffff:10.0.0.1'), true)).rejects.toThrow('not public')
  })
  it('checks each time anew: a name that was public and then leads home is refused then', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']]
    const rebinding: Resolve = (name, done) => answering(...(answers.shift() ?? []))(name, done)
    expect(await ask(rebinding)).toBe('8.8.8.8')
    await expect(ask(rebinding)).rejects.toThrow('not public')
  })
  it('says what the resolver said, and that there is nothing', async () => {
    await expect(ask((_name, done) => done(new Error('ENOTFOUND'), undefined as never))).rejects.toThrow(
      'ENOTFOUND',
    )
    await expect(ask(answering())).rejects.toThrow('has no address')
  })
})
