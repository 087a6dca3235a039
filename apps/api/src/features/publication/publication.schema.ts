import { ACTIONS, allowedAmong } from '@tien-do/domain/permission'
import { NOTHING_PUBLIC, PUBLIC_PARTS } from '@tien-do/domain/publication'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { etagOf } from '../../http/etag.ts'
import { EtagText, InstantText, Name, nullable, oneOf } from '../../http/shapes.ts'
import type { PublicationRow } from './publication.repo.ts'

const PARTS = Type.Array(oneOf(PUBLIC_PARTS), { maxItems: PUBLIC_PARTS.length, uniqueItems: true })
const CHOICE_EXAMPLE = { isPublic: true, parts: ['series', 'reports', 'deadlines'] as const }

export const PublicationChoice = Type.Object(
  { isPublic: Type.Boolean(), parts: PARTS },
  { $id: 'PublicationChoice', additionalProperties: false, examples: [CHOICE_EXAMPLE] },
)

export const Publication = Type.Object(
  {
    isPublic: Type.Boolean(),
    parts: PARTS,
    /** Null while nobody has decided anything: nothing is public then. */
    changedAt: nullable(InstantText),
    changedBy: nullable(Name),
    /** Where everybody reads it once it is public. */
    page: Type.String({ maxLength: 400, format: 'uri' }),
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 5 }),
    etag: EtagText,
  },
  {
    $id: 'Publication',
    additionalProperties: false,
    examples: [
      {
        ...CHOICE_EXAMPLE,
        changedAt: '2026-11-22T02:00:00.000Z',
        changedBy: 'Trần Thị Hoa',
        page: 'https://tien-do.example/cong-khai/chanh-lo-hts',
        allowedActions: ['publication.change'],
        etag: '"1"',
      },
    ],
  },
)

export function toWire(
  row: PublicationRow | undefined,
  plan: string,
  publicUrl: URL,
  context: Context,
): Static<typeof Publication> {
  return {
    isPublic: row?.isPublic ?? NOTHING_PUBLIC.isPublic,
    parts: [...(row?.parts ?? NOTHING_PUBLIC.parts)],
    changedAt: row ? new Date(row.changedAt).toISOString() : null,
    changedBy: row?.changedByName ?? null,
    page: new URL(`/cong-khai/${encodeURIComponent(plan)}`, publicUrl).href,
    allowedActions: allowedAmong(context.actor, ['publication.change'], { plan, department: null }),
    etag: etagOf(row?.version ?? 0),
  }
}
