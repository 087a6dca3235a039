// Addresses and networks, of both families: 203.0.113.7, 10.0.0.0/8, 2001:db8::/32.
import { BlockList, isIP } from 'node:net'

const BITS = { 4: 32, 6: 128 } as const
type Family = keyof typeof BITS

export function isNetwork(text: string): boolean {
  return readNetwork(text) !== null
}

/** Whether the address lies in one of the networks; an IPv4 address written as IPv6 is the same address. */
export function isWithin(networks: readonly string[], address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const list = new BlockList()
  for (const network of networks.map(readNetwork))
    if (network) list.addSubnet(network.address, network.bits, nameOf(network.family))
  return list.check(address, nameOf(family as Family))
}

function readNetwork(text: string) {
  const [address = '', bits, more] = text.split('/')
  const family = isIP(address) as Family | 0
  if (family === 0 || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null
  const width = bits === undefined ? BITS[family] : Number(bits)
  return width > BITS[family] ? null : { address, bits: width, family }
}

const nameOf = (family: Family) => (family === 4 ? 'ipv4' : 'ipv6')
