import { Type } from 'typebox'
import {
  Code,
  Count,
  CursorText,
  DayText,
  Id,
  InstantText,
  Name,
  nullable,
  oneOf,
  page,
  Text,
} from '../../http/shapes.ts'
import type { AuditRow } from './audit.repo.ts'
import type { Verification } from './verify-audit.ts'

const Hash = Type.String({ minLength: 64, maxLength: 64, pattern: '^[0-9a-f]{64}$', description: 'SHA-256' })
const Word = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z-]+([.][a-z-]+)?$' })

const HASH_EXAMPLE = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const EVENT_EXAMPLE = {
  seq: 412,
  at: '2026-11-22T02:00:00.000Z',
  actor: { id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293', name: 'Trần Thị Hoa' },
  keyId: null,
  ip: '10.20.0.7',
  requestId: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718294',
  action: 'measurement.correct',
  resource: 'measurement',
  resourceId: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718295',
  before: { numerator: 214 },
  after: { numerator: 220 },
  reason: 'đếm sót sáu hộ',
  hash: HASH_EXAMPLE,
}

export const AuditEvent = Type.Object(
  {
    seq: Count,
    at: InstantText,
    actor: Type.Object({ id: nullable(Id), name: Name }, { additionalProperties: false }),
    keyId: nullable(Id),
    ip: nullable(Name),
    requestId: nullable(Text),
    action: Word,
    resource: Word,
    resourceId: Text,
    before: Type.Unknown({ description: 'What it was; null for what is new' }),
    after: Type.Unknown({ description: 'What it became' }),
    reason: nullable(Text),
    hash: Hash,
  },
  {
    $id: 'AuditEvent',
    additionalProperties: false,
    examples: [EVENT_EXAMPLE],
    description: 'One thing that was done: by whom, when, from where, before and after, why',
  },
)
export const AuditPage = page(AuditEvent, 'AuditPage')

export const AuditVerification = Type.Object(
  {
    whole: Type.Boolean(),
    checked: Count,
    head: nullable(Hash),
    faults: Type.Array(
      Type.Object(
        { seq: nullable(Count), code: oneOf(['altered', 'gap', 'tail_cut', 'head_unknown'] as const) },
        { additionalProperties: false },
      ),
      { maxItems: 100 },
    ),
  },
  {
    $id: 'AuditVerification',
    additionalProperties: false,
    examples: [{ whole: true, checked: 412, head: HASH_EXAMPLE, faults: [] }],
    description:
      'Whether the chain is what was written; write `head` down elsewhere and hold it against the chain later',
  },
)

export const AuditQueryString = Type.Object(
  {
    actor: Type.Optional(Id),
    resource: Type.Optional(Word),
    resourceId: Type.Optional(Code),
    action: Type.Optional(Word),
    from: Type.Optional(DayText),
    to: Type.Optional(DayText),
    cursor: Type.Optional(CursorText),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, format: 'int32' }),
  },
  { additionalProperties: false },
)
export const VerificationQuery = Type.Object(
  { head: Type.Optional(Hash) },
  { additionalProperties: false, description: '`head`: one that was written down earlier' },
)

export function toWire({ at, actorId, actorName, planId: _plan, previousHash: _previous, ...row }: AuditRow) {
  return { ...row, at: new Date(at).toISOString(), actor: { id: actorId, name: actorName } }
}

const FAULTS_SHOWN = 100
export function verificationToWire({ faults, ...verification }: Verification) {
  return { ...verification, faults: faults.slice(0, FAULTS_SHOWN) }
}
