import { DENOMINATOR_KINDS } from '@tien-do/domain/denominator'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  DayText,
  EtagText,
  exampleOf,
  InstantText,
  Name,
  nullable,
  oneOf,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import type { DenominatorRow } from './denominators.repo.ts'

const MOST_ENTRIES = 500
const MOST_STORED = 20_000

const counted = {
  kind: oneOf(DENOMINATOR_KINDS),
  /** Null: the whole ward. */
  area: nullable(Code),
  on: DayText,
}
const ENTRY = { kind: 'households', area: 'TDP-05', on: '2026-01-01' } as const

export const Denominator = Type.Object(
  {
    ...counted,
    value: Count,
    countedBy: nullable(Name),
    source: nullable(Text),
    note: nullable(Text),
    recordedBy: Name,
    recordedAt: InstantText,
    etag: EtagText,
  },
  {
    $id: 'Denominator',
    additionalProperties: false,
    examples: [
      {
        ...ENTRY,
        value: 353,
        countedBy: 'Tổ trưởng tổ dân phố 5',
        source: 'Sổ hộ',
        note: null,
        recordedBy: 'Trần Thị Hoa',
        recordedAt: '2026-01-05T02:00:00.000Z',
        etag: '"1"',
      },
    ],
  },
)

const Total = Type.Object(
  {
    kind: oneOf(DENOMINATOR_KINDS),
    /** The ward's own count. */
    ward: nullable(Count),
    sum: nullable(Count),
    known: Whole,
    expected: Whole,
  },
  {
    $id: 'DenominatorTotal',
    additionalProperties: false,
    examples: [{ kind: 'households', ward: null, sum: 4765, known: 13, expected: 14 }],
  },
)

export const DenominatorList = Type.Object(
  {
    asOf: DayText,
    items: Type.Array(ref(Denominator), { maxItems: MOST_STORED }),
    totals: Type.Array(ref(Total), { maxItems: 10 }),
    allowedActions: Type.Array(oneOf(['denominator.record'] as const), { maxItems: 1 }),
  },
  {
    $id: 'DenominatorList',
    additionalProperties: false,
    examples: [
      {
        asOf: '2026-11-14',
        items: exampleOf(Denominator),
        totals: exampleOf(Total),
        allowedActions: ['denominator.record'],
      },
    ],
  },
)

export const DenominatorEntries = Type.Object(
  {
    entries: Type.Array(
      Type.Object(
        {
          ...counted,
          value: Type.Union([Count, Type.Null()], { description: 'null takes the count of that day away' }),
          countedBy: Type.Optional(nullable(Name)),
          source: Type.Optional(nullable(Text)),
          note: Type.Optional(nullable(Text)),
          etag: Type.Union([EtagText, Type.Null()], {
            description: 'What was seen; null: nothing was there',
          }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MOST_ENTRIES },
    ),
  },
  {
    $id: 'DenominatorEntries',
    additionalProperties: false,
    examples: [{ entries: [{ ...ENTRY, value: 353, countedBy: 'Tổ trưởng', source: 'Sổ hộ', etag: null }] }],
  },
)
export type DenominatorEntry = Static<typeof DenominatorEntries>['entries'][number]

export const DenominatorQuery = Type.Object(
  { asOf: Type.Optional(DayText), history: Type.Boolean({ default: false }) },
  { additionalProperties: false },
)

export const DENOMINATOR_SHAPES = [Denominator, Total, DenominatorList, DenominatorEntries]

export function toWire(row: DenominatorRow): Static<typeof Denominator> {
  const { kind, area, on, value, countedBy, source, note, recordedByName, recordedAt, version } = row
  return {
    kind,
    area,
    on,
    value,
    countedBy,
    source,
    note,
    recordedBy: recordedByName,
    recordedAt: new Date(recordedAt).toISOString(),
    etag: etagOf(version),
  }
}
