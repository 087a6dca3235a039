import { describe, expect, it } from 'vitest'
import { isNetwork, isWithin } from './networks.ts'

describe('a network', () => {
  it.each(['203.0.113.7', '10.0.0.0/8', '0.0.0.0/0', '::1', '2001:db8::/32'])('is %s', (text) => {
    expect(isNetwork(text)).toBe(true)
  })
  it.each(['', 'here', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0', '::/129', '10.0.0.0/-1', '*'])(
    'is not "%s"',
    (text) => {
      expect(isNetwork(text)).toBe(false)
    },
  )
  it.each([
    [['10.0.0.0/8'], '10.1.2.3', true],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
    [['10.0.0.0/8'], '11.1.2.3', false],
    [['203.0.113.7'], '203.0.113.7', true],
    [['203.0.113.7'], '203.0.113.8', false],
    [['2001:db8::/32'], '2001:db8:1::1', true],
    [['2001:db8::/32'], '2001:db9::1', false],
    [['2001:db8::/32', '10.0.0.0/8'], '10.0.0.1', true],
    [[], '10.0.0.1', false],
    [['0.0.0.0/0'], 'unknown', false],
  ])('%s: %s is inside: %s', (networks, address, inside) => {
    expect(isWithin(networks, address)).toBe(inside)
  })
})
