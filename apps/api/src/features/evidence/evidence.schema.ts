import {
  EVIDENCE_RESOURCES,
  EVIDENCE_TYPES,
  MOST_EVIDENCE_BYTES,
  MOST_EVIDENCE_OF_SUBJECT,
} from '@tien-do/domain/evidence'
import type { DepartmentId } from '@tien-do/domain/ids'
import { type Actor, allowedAmong } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  EtagText,
  exampleOf,
  Id,
  InstantText,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import type { EvidenceRow } from './evidence.repo.ts'

const Year = Type.Integer({ minimum: 1900, maximum: 2199, format: 'int32' })
const SubjectCode = Type.String({
  minLength: 1,
  maxLength: 130,
  pattern: '^[^\\u0000-\\u001f]+$',
  description: 'FB-02 or FB-02/TDP-05 for a figure, NV-09 for a task, SEC-01/MT-03 for an item of a list',
})
const resource = oneOf(EVIDENCE_RESOURCES)
const Link = Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[!-~]+$' })

export const Evidence = Type.Object(
  {
    id: Id,
    resource,
    code: SubjectCode,
    year: nullable(Year),
    kind: oneOf(['file', 'link'] as const),
    name: Name,
    mediaType: nullable(Name),
    bytes: nullable(Whole),
    /** Of a link. */
    url: nullable(Link),
    /** Of a file: where it is fetched, as an attachment. */
    fileUrl: nullable(Text),
    addedBy: Name,
    addedAt: InstantText,
    removedBy: nullable(Name),
    removedAt: nullable(InstantText),
    etag: EtagText,
    allowedActions: Type.Array(oneOf(['evidence.remove'] as const), { maxItems: 1 }),
  },
  {
    $id: 'Evidence',
    additionalProperties: false,
    examples: [
      {
        id: '0192f0c1-7c1e-7000-8000-000000000001',
        resource: 'measurement',
        code: 'FB-02/TDP-05',
        year: 2026,
        kind: 'file',
        name: 'Biên bản rà soát tổ 5.pdf',
        mediaType: 'application/pdf',
        bytes: 48_213,
        url: null,
        fileUrl: '/api/v1/plans/chanh-lo-hts/evidence/0192f0c1-7c1e-7000-8000-000000000001/file',
        addedBy: 'Trần Thị Hoa',
        addedAt: '2026-11-14T02:00:00.000Z',
        removedBy: null,
        removedAt: null,
        etag: '"1"',
        allowedActions: ['evidence.remove'],
      },
    ],
  },
)

export const EvidenceList = Type.Object(
  {
    items: Type.Array(ref(Evidence), { maxItems: 2_000 }),
    allowedActions: Type.Array(oneOf(['evidence.add'] as const), { maxItems: 1 }),
    limits: Type.Object({
      ofSubject: Whole,
      bytes: Whole,
      extensions: Type.Array(Name, { maxItems: 20 }),
    }),
  },
  {
    $id: 'EvidenceList',
    additionalProperties: false,
    examples: [
      {
        items: exampleOf(Evidence),
        allowedActions: ['evidence.add'],
        limits: { ofSubject: 20, bytes: MOST_EVIDENCE_BYTES, extensions: Object.keys(EVIDENCE_TYPES) },
      },
    ],
  },
)

export const NewLink = Type.Object(
  { resource, code: SubjectCode, year: nullable(Year), url: Link, name: Type.Optional(nullable(Name)) },
  {
    $id: 'NewEvidenceLink',
    additionalProperties: false,
    examples: [
      {
        resource: 'task',
        code: 'NV-09',
        year: 2026,
        url: 'https://quangngai.gov.vn/tin-tuc/1',
        name: 'Tin trên cổng',
      },
    ],
  },
)

export const FileQuery = Type.Object(
  {
    resource,
    code: SubjectCode,
    year: Type.Optional(Year),
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000]*$',
      description: 'The file’s name',
    }),
  },
  { additionalProperties: false },
)
export const EvidenceQuery = Type.Object(
  {
    resource,
    code: Type.Optional(SubjectCode),
    year: Type.Optional(Year),
    removed: Type.Boolean({ default: false, description: 'Also what was removed' }),
  },
  { additionalProperties: false },
)
export const EvidenceParams = Type.Object({ ...PlanParams.properties, id: Id })
export const EVIDENCE_SHAPES = [Evidence, EvidenceList, NewLink]

const Bytes = Type.String({
  format: 'binary',
  maxLength: MOST_EVIDENCE_BYTES,
  pattern: '^[\\s\\S]*$',
  examples: ['%PDF-1.7 …'],
})
const OF_ANY_KIND = Object.fromEntries(
  [...new Set(Object.values(EVIDENCE_TYPES))].map((type) => [type, { schema: Bytes }]),
)
/** The file itself, as it is: its media type is its kind, and agrees with its name and its content. */
export const FileBody = { content: OF_ANY_KIND }
export const FileAnswer = { description: 'The file, as an attachment', content: OF_ANY_KIND }

export const LIMITS = {
  ofSubject: MOST_EVIDENCE_OF_SUBJECT,
  bytes: MOST_EVIDENCE_BYTES,
  extensions: Object.keys(EVIDENCE_TYPES),
}

export function toWire(
  row: EvidenceRow,
  actor: Actor,
  plan: string,
  department: DepartmentId | null | undefined,
): Static<typeof Evidence> {
  const { id, resource, code, year, kind, name, mediaType, bytes, url, version, removedAt } = row
  const mayRemove = removedAt === null && department !== undefined
  return {
    id,
    resource,
    code,
    year,
    kind,
    name,
    mediaType,
    bytes,
    url,
    fileUrl:
      kind === 'file' && removedAt === null
        ? `/api/v1/plans/${encodeURIComponent(plan)}/evidence/${id}/file`
        : null,
    addedBy: row.addedByName,
    addedAt: new Date(row.addedAt).toISOString(),
    removedBy: row.removedByName,
    removedAt: removedAt && new Date(removedAt).toISOString(),
    etag: etagOf(version),
    allowedActions: mayRemove
      ? (allowedAmong(actor, ['evidence.remove'], { plan, department }) as 'evidence.remove'[])
      : [],
  }
}
