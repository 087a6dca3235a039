import { CELL_KINDS } from '@tien-do/domain/cell-kind'
import { LONGEST_SLIP_DAYS, MOST_ON_SLIP, SLIP_STATES } from '@tien-do/domain/slip'
import { type Static, Type } from 'typebox'
import {
  Code,
  Count,
  DayText,
  exampleOf,
  Id,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  Text,
  Whole,
} from '../../http/shapes.ts'

const Year = Type.Integer({ minimum: 1900, maximum: 2199, format: 'int32' })
const Value = Type.Number({ minimum: -1e12, maximum: 1e12, format: 'double' })
const PersonName = Type.String({
  minLength: 2,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f][^\\u0000-\\u001f]*$',
})

const NUMBERS = { numerator: nullable(Count), denominator: nullable(Count), value: nullable(Value) }

export const NewSlip = Type.Object(
  {
    area: Code,
    year: Year,
    person: PersonName,
    indicators: Type.Array(Code, { minItems: 1, maxItems: MOST_ON_SLIP, uniqueItems: true }),
    expiresOn: Type.Optional({
      ...DayText,
      description: `The last day on which it opens; at most ${LONGEST_SLIP_DAYS} days from now`,
    }),
  },
  {
    $id: 'NewSlip',
    additionalProperties: false,
    examples: [{ area: 'TDP-05', year: 2026, person: 'Bà Nguyễn Thị Lan', indicators: ['FB-01', 'FB-02'] }],
  },
)
export type NewSlip = Static<typeof NewSlip>

const SlipFigure = Type.Object({
  indicator: Code,
  on: DayText,
  ...NUMBERS,
  sentAt: InstantText,
  confirmedAt: nullable(InstantText),
})

export const Slip = Type.Object(
  {
    id: Id,
    area: Type.Object({ code: Code, name: Text }),
    year: Year,
    person: Name,
    indicators: Type.Array(Code, { maxItems: MOST_ON_SLIP }),
    state: oneOf(SLIP_STATES),
    issuedBy: Name,
    issuedAt: InstantText,
    expiresAt: InstantText,
    revokedAt: nullable(InstantText),
    figures: Type.Array(SlipFigure, { maxItems: MOST_ON_SLIP }),
  },
  {
    $id: 'Slip',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        area: { code: 'TDP-05', name: 'Tổ dân phố 5' },
        year: 2026,
        person: 'Bà Nguyễn Thị Lan',
        indicators: ['FB-02'],
        state: 'sent',
        issuedBy: 'Trần Thị Hoa',
        issuedAt: '2026-11-22T02:00:00.000Z',
        expiresAt: '2026-12-06T17:00:00.000Z',
        revokedAt: null,
        figures: [
          {
            indicator: 'FB-02',
            on: '2026-11-14',
            numerator: 214,
            denominator: 260,
            value: null,
            sentAt: '2026-11-22T03:00:00.000Z',
            confirmedAt: null,
          },
        ],
      },
    ],
  },
)

const [slipExample] = exampleOf(Slip) as [Static<typeof Slip>]

/** The slip with the secret of its link, which is shown this once and kept nowhere. */
export const IssuedSlip = Type.Object(
  { ...Slip.properties, secret: Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' }) },
  {
    $id: 'IssuedSlip',
    additionalProperties: false,
    examples: [{ ...slipExample, state: 'open', figures: [], secret: 'x'.repeat(43) }],
  },
)

export const SlipList = list(Slip, 'SlipList')

const Last = Type.Object({ on: DayText, ...NUMBERS, notApplicable: Type.Boolean() })

/** All that the link shows: one area, the indicators listed, last period's figures beside them; nothing else of the ward. */
export const SlipSheet = Type.Object(
  {
    planTitle: Text,
    area: Text,
    person: Name,
    year: Year,
    expiresAt: InstantText,
    state: oneOf(SLIP_STATES),
    indicators: Type.Array(
      Type.Object({
        code: Code,
        name: Text,
        nameEn: Text,
        kind: oneOf(CELL_KINDS),
        unit: Text,
        decimals: Whole,
        numeratorText: nullable(Text),
        denominatorText: nullable(Text),
        last: nullable(Last),
        /** The register's denominator, to begin with. */
        register: nullable(Count),
        sent: nullable(SlipFigure),
      }),
      { maxItems: MOST_ON_SLIP },
    ),
  },
  {
    $id: 'SlipSheet',
    additionalProperties: false,
    examples: [
      {
        planTitle: 'Hạ tầng số phường Chánh Lộ',
        area: 'Tổ dân phố 5',
        person: 'Bà Nguyễn Thị Lan',
        year: 2026,
        expiresAt: '2026-12-06T17:00:00.000Z',
        state: 'open',
        indicators: [
          {
            code: 'FB-02',
            name: 'Hộ có Internet cáp quang',
            nameEn: 'Households with fixed fibre Internet',
            kind: 'pair',
            unit: '%',
            decimals: 1,
            numeratorText: 'Số hộ có cáp quang',
            denominatorText: 'Tổng số hộ',
            last: { on: '2025-11-14', numerator: 198, denominator: 258, value: null, notApplicable: false },
            register: 260,
            sent: null,
          },
        ],
      },
    ],
  },
)

export const SlipAnswer = Type.Object(
  {
    figures: Type.Array(
      Type.Object(
        {
          indicator: Code,
          numerator: Type.Optional(nullable(Count)),
          denominator: Type.Optional(nullable(Count)),
          value: Type.Optional(nullable(Value)),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MOST_ON_SLIP },
    ),
  },
  {
    $id: 'SlipAnswer',
    additionalProperties: false,
    examples: [{ figures: [{ indicator: 'FB-02', numerator: 214, denominator: 260 }] }],
  },
)
export type SlipAnswer = Static<typeof SlipAnswer>

export const SlipParams = Type.Object({ ...PlanParams.properties, id: Id })
export const SlipQuery = Type.Object({ year: Year }, { additionalProperties: false })
export const SecretParams = Type.Object({
  secret: Type.String({ minLength: 20, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' }),
})
