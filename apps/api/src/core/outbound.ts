// Where the service may be sent by what somebody typed: to public addresses only, so that nobody reads the office's own
// network through it (SSRF). The rules are pure; `checkedLookup` makes the connection go to the address that was checked.
import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isWithin } from './networks.ts'

/** Not the public internet, by the special-purpose registries of IANA. */
const NOT_PUBLIC_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
/** The same; what wraps an IPv4 address in an IPv6 one (mapped, NAT64, 6to4, Teredo) is refused whole. */
const NOT_PUBLIC_6 = [
  ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? address
  const family = isIP(plain)
  // Apart: to a list of both, every IPv4 address is one of the mapped ones.
  return family !== 0 && !isWithin(family === 4 ? NOT_PUBLIC_4 : NOT_PUBLIC_6, plain)
}

const ADDRESS_FAULTS = [
  'not_https',
  'port_not_443',
  'with_credentials',
  'host_not_allowed',
  'not_public',
] as const
export type AddressFault = (typeof ADDRESS_FAULTS)[number]

/** What may be reached. Production has one: `PUBLIC_HTTPS`. */
export interface OutboundRules {
  readonly protocols: readonly string[]
  /** As URL has them: empty for the protocol's own. Null: any. */
  readonly ports: readonly string[] | null
  /** Names that may be called; empty: any. */
  readonly hosts: readonly string[]
  readonly isAllowed: (address: string) => boolean
}

export const PUBLIC_HTTPS: OutboundRules = {
  protocols: ['https:'],
  ports: [''],
  hosts: [],
  isAllowed: isPublicAddress,
}

/** Why this address may not be called; null where its name may be asked for. Says nothing yet of where the name leads. */
export function addressFault(url: URL, rules: OutboundRules): AddressFault | null {
  if (!rules.protocols.includes(url.protocol)) return 'not_https'
  if (url.username !== '' || url.password !== '') return 'with_credentials'
  if (rules.ports !== null && !rules.ports.includes(url.port)) return 'port_not_443'
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (rules.hosts.length > 0 && !rules.hosts.includes(host)) return 'host_not_allowed'
  if (isIP(host) !== 0) return rules.isAllowed(host) ? null : 'not_public'
  const isItself = host === 'localhost' || host.endsWith('.localhost')
  return isItself && !rules.isAllowed('127.0.0.1') ? 'not_public' : null
}

export type Resolve = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void

/** A lookup that refuses a name as soon as one of its addresses is not allowed, and hands on only what it has checked. */
export function checkedLookup(resolve: Resolve, { isAllowed }: OutboundRules): LookupFunction {
  return (name, options, done) => {
    resolve(name, (error, addresses) => {
      // With an error node gives no list at all.
      if (error) return done(error, '', 0)
      const [first] = addresses
      if (!first) return done(new Error(`${name} has no address`), '', 0)
      if (!addresses.every(({ address }) => isAllowed(address)))
        return done(new Error(`${name} leads to an address that is not public`), '', 0)
      if (options.all) return done(null, [...addresses])
      return done(null, first.address, first.family)
    })
  }
}
