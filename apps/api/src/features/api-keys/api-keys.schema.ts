import { SCOPES } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { Code, DayText, Id, InstantText, list, nullable, oneOf, PlanParams, Text } from '../../http/shapes.ts'
import type { KeyView } from './key-view.ts'

const KEY_STATES = ['live', 'expired', 'revoked'] as const
const MOST_REQUESTS = 6_000
const MOST_ADDRESSES = 20

const Network = Type.String({
  minLength: 2,
  maxLength: 49,
  pattern: '^[0-9a-fA-F.:/]+$',
  description: 'An address or a network: 203.0.113.7, 10.0.0.0/8, 2001:db8::/32',
})
const RequestsPerMinute = Type.Integer({ minimum: 1, maximum: MOST_REQUESTS, format: 'int32' })

export const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' }),
    scopes: Type.Array(oneOf(SCOPES), { minItems: 1, maxItems: 20, uniqueItems: true }),
    departments: Type.Optional(
      Type.Array(Code, { maxItems: 100, uniqueItems: true, description: 'Empty: all of its maker’s' }),
    ),
    addresses: Type.Optional(
      Type.Array(Network, {
        maxItems: MOST_ADDRESSES,
        uniqueItems: true,
        description: 'Where it may come from; empty: anywhere',
      }),
    ),
    requestsPerMinute: Type.Optional({ ...RequestsPerMinute, description: 'Absent: 600' }),
    expiresOn: Type.Optional({ ...DayText, description: 'At most a year ahead' }),
  },
  {
    $id: 'NewApiKey',
    additionalProperties: false,
    examples: [{ name: 'Cổng thành phố', scopes: ['measurements:read'], addresses: ['203.0.113.0/24'] }],
  },
)
export type NewApiKey = Static<typeof NewApiKey>

export const KeyRotation = Type.Object(
  {
    keepDays: Type.Integer({
      minimum: 0,
      maximum: 30,
      format: 'int32',
      description: 'How many days the older key lives on beside the new one, so that nothing stops meanwhile',
    }),
  },
  { $id: 'KeyRotation', additionalProperties: false, examples: [{ keepDays: 7 }] },
)
export type KeyRotation = Static<typeof KeyRotation>

const KEY_EXAMPLE = {
  id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
  name: 'Cổng thành phố',
  prefix: 'td_live_Sample00',
  scopes: ['measurements:read'],
  departments: ['VH-TT'],
  addresses: ['203.0.113.0/24'],
  requestsPerMinute: 600,
  owner: 'Nguyễn Văn Quản',
  createdAt: '2026-11-22T02:00:00.000Z',
  expiresAt: '2027-11-22T17:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
  state: 'live',
  replaces: null,
  allowedActions: ['api-key.rotate', 'api-key.revoke'],
}

export const ApiKey = Type.Object(
  {
    id: Id,
    name: Text,
    prefix: Type.String({ maxLength: 20, pattern: '^td_live_[0-9A-Za-z]{8}$' }),
    scopes: Type.Array(oneOf(SCOPES), { maxItems: 20 }),
    departments: Type.Array(Code, { maxItems: 100 }),
    addresses: Type.Array(Network, { maxItems: MOST_ADDRESSES }),
    requestsPerMinute: RequestsPerMinute,
    owner: Text,
    createdAt: InstantText,
    expiresAt: InstantText,
    lastUsedAt: nullable(InstantText),
    revokedAt: nullable(InstantText),
    state: oneOf(KEY_STATES),
    replaces: { ...nullable(Id), description: 'The key it takes over from' },
    allowedActions: Type.Array(oneOf(['api-key.rotate', 'api-key.revoke'] as const), { maxItems: 2 }),
  },
  { $id: 'ApiKey', additionalProperties: false, examples: [KEY_EXAMPLE] },
)

export const IssuedApiKey = Type.Object(
  {
    ...ApiKey.properties,
    key: Type.String({
      maxLength: 100,
      pattern: '^td_live_[0-9A-Za-z_]+$',
      description: 'Shown this once, never again',
    }),
  },
  {
    $id: 'IssuedApiKey',
    additionalProperties: false,
    examples: [
      { ...KEY_EXAMPLE, key: 'td_live_Sample00_shownThisOnceNeverAgainAndKeptNowhere00000000000000' },
    ],
  },
)

export const ApiKeyList = list(ApiKey, 'ApiKeyList')
export const ApiKeyParams = Type.Object({ ...PlanParams.properties, id: Id })

const instant = (text: string) => new Date(text).toISOString()

export function toWire({ row, state, departments, allowedActions }: KeyView): Static<typeof ApiKey> {
  return {
    id: row.id,
    name: row.name,
    prefix: `td_live_${row.prefix}`,
    scopes: row.scopes as Static<typeof ApiKey>['scopes'],
    departments: [...departments],
    addresses: row.addresses,
    requestsPerMinute: row.requestsPerMinute,
    owner: row.ownerName,
    createdAt: instant(row.createdAt),
    expiresAt: instant(row.expiresAt),
    lastUsedAt: row.lastUsedAt && instant(row.lastUsedAt),
    revokedAt: row.revokedAt && instant(row.revokedAt),
    state,
    replaces: row.replacesId,
    allowedActions: [...allowedActions],
  }
}
