import { SCOPES } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { Code, DayText, Id, InstantText, list, nullable, oneOf, PlanParams, Text } from '../../http/shapes.ts'
import type { ApiKeyRow } from './api-keys.repo.ts'

export const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' }),
    scopes: Type.Array(oneOf(SCOPES), { minItems: 1, maxItems: 20, uniqueItems: true }),
    departments: Type.Optional(
      Type.Array(Code, { maxItems: 100, uniqueItems: true, description: 'Empty: all of its maker’s' }),
    ),
    expiresOn: Type.Optional({ ...DayText, description: 'At most a year ahead' }),
  },
  {
    $id: 'NewApiKey',
    additionalProperties: false,
    examples: [{ name: 'Cổng thành phố', scopes: ['measurements:read'] }],
  },
)
export type NewApiKey = Static<typeof NewApiKey>

const KEY_EXAMPLE = {
  id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
  name: 'Cổng thành phố',
  prefix: 'td_live_Sample00',
  scopes: ['measurements:read'],
  departments: ['VH-TT'],
  owner: 'Nguyễn Văn Quản',
  createdAt: '2026-11-22T02:00:00.000Z',
  expiresAt: '2027-11-22T17:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
}

export const ApiKey = Type.Object(
  {
    id: Id,
    name: Text,
    prefix: Type.String({ maxLength: 20, pattern: '^td_live_[0-9A-Za-z]{8}$' }),
    scopes: Type.Array(oneOf(SCOPES), { maxItems: 20 }),
    departments: Type.Array(Code, { maxItems: 100 }),
    owner: Text,
    createdAt: InstantText,
    expiresAt: InstantText,
    lastUsedAt: nullable(InstantText),
    revokedAt: nullable(InstantText),
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

export function toWire(row: ApiKeyRow, departmentCodes: ReadonlyMap<string, string>): Static<typeof ApiKey> {
  return {
    id: row.id,
    name: row.name,
    prefix: `td_live_${row.prefix}`,
    scopes: row.scopes as Static<typeof ApiKey>['scopes'],
    departments: row.departments.map((id) => departmentCodes.get(id) ?? id),
    owner: row.ownerName,
    createdAt: instant(row.createdAt),
    expiresAt: instant(row.expiresAt),
    lastUsedAt: row.lastUsedAt && instant(row.lastUsedAt),
    revokedAt: row.revokedAt && instant(row.revokedAt),
  }
}
