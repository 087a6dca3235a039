// The history of departments, the arrangements that are prepared, and the act that changes them.
import type { Day } from '@tien-do/domain/day'
import {
  DEPARTMENT_ACTS,
  DEPARTMENT_EVENTS,
  DEPARTMENT_KINDS,
  type DepartmentChange,
} from '@tien-do/domain/plan'
import { type Static, Type } from 'typebox'
import { Code, DayText, exampleOf, Name, nullable, oneOf, ref, Text } from '../../http/shapes.ts'
import type { Arranged, Arranging } from './arrange-departments.ts'
import { MOVED_KINDS } from './carrying.ts'

const MOST = 100
const Codes = Type.Array(Code, { maxItems: MOST })
const NewCode = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$',
  description: 'Stable: letters and digits without accents, joined by single hyphens or dots',
})
const Words = Type.String({ ...Name, minLength: 1, pattern: '^[^\\u0000-\\u001f]*\\S[^\\u0000-\\u001f]*$' })
const Basis = Type.String({ ...Text, minLength: 1, pattern: '^[^\\u0000-\\u001f]*\\S[^\\u0000-\\u001f]*$' })

/** Left out or null: as it was. */
const After = Type.Object(
  {
    code: NewCode,
    name: Type.Optional(nullable(Words)),
    shortName: Type.Optional(nullable(Words)),
    symbol: Type.Optional(nullable(Words)),
    parent: Type.Optional(nullable(Code)),
    kind: Type.Optional(nullable(oneOf(DEPARTMENT_KINDS))),
    indicators: Type.Optional(Codes),
    tasks: Type.Optional(Codes),
  },
  { additionalProperties: false },
)
const CHANGE_EXAMPLE = { act: 'merge', from: ['VH-TT', 'LDTBXH'], to: [{ code: 'P-VHXH' }] } as const
export const DepartmentChangeBody = Type.Object(
  {
    act: oneOf(DEPARTMENT_ACTS),
    from: Type.Array(Code, { maxItems: MOST }),
    /** The first takes over what is open. */
    to: Type.Array(After, { maxItems: MOST }),
  },
  { $id: 'DepartmentChange', additionalProperties: false, examples: [CHANGE_EXAMPLE] },
)

export const ArrangeQuery = Type.Object(
  { mode: Type.Optional(oneOf(['validate', 'commit'] as const)) },
  { additionalProperties: false },
)
export const NewArrangement = Type.Object(
  {
    on: DayText,
    legalBasis: Basis,
    arrangement: Type.Optional(nullable(Code)),
    changes: Type.Array(ref(DepartmentChangeBody), { minItems: 1, maxItems: MOST }),
  },
  {
    $id: 'NewArrangement',
    additionalProperties: false,
    examples: [{ on: '2026-01-01', legalBasis: 'Nghị định số 150/2025/NĐ-CP', changes: [CHANGE_EXAMPLE] }],
  },
)

const RouteShape = Type.Object({
  deadline: Code,
  name: Text,
  recipient: nullable(Text),
  via: nullable(Text),
})
const Paper = Type.Object({
  issuer: Text,
  addressees: Type.Array(Text, { maxItems: MOST }),
  recipients: Type.Array(Text, { maxItems: MOST }),
})
const ROUTE = { deadline: 'TH-2', name: 'Phường báo cáo cấp trên' }
const PAPER = {
  issuer: 'UBND phường Chánh Lộ',
  addressees: ['Ủy ban nhân dân thành phố Quảng Ngãi'],
  recipients: ['Như trên'],
}
const LATER = {
  issuer: 'UBND phường Cẩm Thành',
  addressees: ['Ủy ban nhân dân tỉnh Quảng Ngãi'],
  recipients: ['Như trên', 'Sở KH&CN'],
}

/** What moved, or would: by kind, from whom to whom. */
export const DepartmentsArranged = Type.Object(
  {
    mode: oneOf(['validate', 'commit'] as const),
    moves: Type.Array(
      Type.Object({
        kind: oneOf(MOVED_KINDS),
        from: Code,
        to: Code,
        count: Type.Integer({ minimum: 1, maximum: 100_000, format: 'int32' }),
        /** Codes or years; empty for roles and keys. */
        what: Type.Array(Text, { maxItems: 2_000 }),
      }),
      { maxItems: 2_000 },
    ),
    routes: Type.Array(Type.Object({ before: RouteShape, after: RouteShape }), { maxItems: MOST }),
    paper: Type.Object({ before: Paper, after: Paper }),
  },
  {
    $id: 'DepartmentsArranged',
    additionalProperties: false,
    examples: [
      {
        mode: 'validate',
        moves: [{ kind: 'indicator', from: 'VH-TT', to: 'P-VHXH', count: 1, what: ['MB-01'] }],
        routes: [
          {
            before: { ...ROUTE, recipient: PAPER.addressees[0], via: 'Bộ phận Văn hóa - Thông tin' },
            after: {
              ...ROUTE,
              recipient: LATER.addressees[0],
              via: 'Phòng Văn hóa - Xã hội phường Cẩm Thành',
            },
          },
        ],
        paper: { before: PAPER, after: LATER },
      },
    ],
  },
)

const Event = Type.Object(
  { kind: oneOf(DEPARTMENT_EVENTS), on: DayText, from: Codes, to: Codes, legalBasis: nullable(Text) },
  {
    $id: 'DepartmentEvent',
    additionalProperties: false,
    examples: [{ kind: 'merged', on: '2025-07-01', from: ['UBND-P'], to: ['UBND-CT'], legalBasis: null }],
  },
)
const Arrangement = Type.Object(
  {
    code: Code,
    name: Text,
    on: DayText,
    /** The first day from which it can be applied here: a year that is closed keeps who reported in it. */
    earliest: DayText,
    legalBasis: Text,
    changes: Type.Array(ref(DepartmentChangeBody), { maxItems: MOST }),
    appliedFrom: nullable(DayText),
  },
  {
    $id: 'Arrangement',
    additionalProperties: false,
    examples: [
      {
        code: 'SX-2025',
        name: 'Sắp xếp 2025',
        on: '2025-07-01',
        earliest: '2025-07-01',
        legalBasis: 'Nghị định số 150/2025/NĐ-CP',
        changes: [CHANGE_EXAMPLE],
        appliedFrom: null,
      },
    ],
  },
)

export const ORGANISATION_ACTIONS = ['department.arrange'] as const

export const Organisation = Type.Object(
  {
    events: Type.Array(ref(Event), { maxItems: 2_000 }),
    arrangements: Type.Array(ref(Arrangement), { maxItems: MOST }),
    allowedActions: Type.Array(oneOf(ORGANISATION_ACTIONS), { maxItems: 1 }),
  },
  {
    $id: 'Organisation',
    additionalProperties: false,
    examples: [
      {
        events: exampleOf(Event),
        arrangements: exampleOf(Arrangement),
        allowedActions: ['department.arrange'],
      },
    ],
  },
)

export const ARRANGEMENT_SHAPES = [
  DepartmentChangeBody,
  NewArrangement,
  DepartmentsArranged,
  Event,
  Arrangement,
  Organisation,
]

export function toArranging(body: Static<typeof NewArrangement>): Arranging {
  return {
    on: body.on as Day,
    legalBasis: body.legalBasis.normalize('NFC').trim(),
    arrangement: body.arrangement ?? null,
    changes: body.changes.map(({ act, from, to }) => ({ act, from, to: to.map(afterOf) })),
  }
}

function afterOf(after: Static<typeof After>): DepartmentChange['to'][number] {
  const { code, name = null, shortName = null, symbol = null, parent = null, kind = null } = after
  return {
    code,
    name,
    shortName,
    symbol,
    parent,
    kind,
    indicators: after.indicators ?? [],
    tasks: after.tasks ?? [],
  }
}

export function changeToWire({ act, from, to }: DepartmentChange): Static<typeof DepartmentChangeBody> {
  return {
    act,
    from: [...from],
    to: to.map((after) => ({ ...after, indicators: [...after.indicators], tasks: [...after.tasks] })),
  }
}

const plain = ({ issuer, addressees, recipients }: Arranged['paper']['before']) => ({
  issuer,
  addressees: [...addressees],
  recipients: [...recipients],
})

export function arrangedToWire(
  mode: 'validate' | 'commit',
  { moved, routes, paper }: Arranged,
): Static<typeof DepartmentsArranged> {
  const groups = Map.groupBy(moved, ({ kind, from, to }) => `${kind} ${from} ${to}`)
  const moves = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { kind, from, to } = first
    const isPrivate = kind === 'role' || kind === 'key'
    return [{ kind, from, to, count: group.length, what: isPrivate ? [] : group.map(({ what }) => what) }]
  })
  return {
    mode,
    moves,
    routes: routes.map((each) => ({ ...each })),
    paper: { before: plain(paper.before), after: plain(paper.after) },
  }
}
