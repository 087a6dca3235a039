import { AREA_EVENTS } from '@tien-do/domain/plan'
import { Type } from 'typebox'
import { Code, DayText, exampleOf, Name, nullable, oneOf, PlanParams, ref, Text } from '../../http/shapes.ts'

const MOST_AREAS = 2_000
const NewCode = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$',
  description: 'Stable: letters and digits without accents, joined by single hyphens or dots',
})
const NewName = Type.String({ ...Name, minLength: 1, pattern: '^[^\\u0000-\\u001f]*\\S[^\\u0000-\\u001f]*$' })

const Area = Type.Object(
  {
    code: Code,
    /** As it is called now, or was called last; with `asOf`: on that day. */
    name: Text,
    validFrom: nullable(DayText),
    /** Exclusive. */
    validTo: nullable(DayText),
    formerNames: Type.Array(Type.Object({ name: Text, until: DayText }), { maxItems: 100 }),
  },
  {
    $id: 'Area',
    additionalProperties: false,
    examples: [{ code: 'TDP-01', name: 'Tổ dân phố 1', validFrom: null, validTo: null, formerNames: [] }],
  },
)

const Event = Type.Object(
  {
    kind: oneOf(AREA_EVENTS),
    on: DayText,
    from: Type.Array(Code, { maxItems: MOST_AREAS }),
    to: Type.Array(Code, { maxItems: MOST_AREAS }),
    legalBasis: nullable(Text),
  },
  {
    $id: 'AreaEvent',
    additionalProperties: false,
    examples: [
      { kind: 'merged', on: '2026-07-01', from: ['TDP-01', 'TDP-02'], to: ['TDP-15'], legalBasis: null },
    ],
  },
)

export const AREA_ACTIONS = ['area.open', 'area.rename', 'area.close', 'area.merge', 'area.split'] as const

export const AreaList = Type.Object(
  {
    items: Type.Array(ref(Area), { maxItems: MOST_AREAS }),
    events: Type.Array(ref(Event), { maxItems: MOST_AREAS }),
    allowedActions: Type.Array(oneOf(AREA_ACTIONS), { maxItems: 5 }),
  },
  {
    $id: 'AreaList',
    additionalProperties: false,
    examples: [{ items: exampleOf(Area), events: exampleOf(Event), allowedActions: ['area.open'] }],
  },
)

const NewArea = Type.Object({ code: NewCode, name: NewName }, { additionalProperties: false })
const NEW = { code: 'TDP-15', name: 'Tổ dân phố 15' }
const legalBasis = Type.Optional(nullable(Text))

export const AreasOpened = Type.Object(
  {
    on: Type.Union([DayText, Type.Null()], { description: 'null: they were there from the beginning' }),
    areas: Type.Array(NewArea, { minItems: 1, maxItems: 200 }),
    legalBasis,
  },
  { $id: 'AreasOpened', additionalProperties: false, examples: [{ on: '2026-07-01', areas: [NEW] }] },
)
export const AreaRenamed = Type.Object(
  { on: DayText, name: NewName, legalBasis },
  {
    $id: 'AreaRenamed',
    additionalProperties: false,
    examples: [{ on: '2026-07-01', name: 'Tổ dân phố 1A' }],
  },
)
export const AreaClosed = Type.Object(
  { on: DayText, legalBasis },
  { $id: 'AreaClosed', additionalProperties: false, examples: [{ on: '2026-07-01' }] },
)
export const AreasMerged = Type.Object(
  { on: DayText, from: Type.Array(Code, { minItems: 1, maxItems: 100 }), to: NewArea, legalBasis },
  {
    $id: 'AreasMerged',
    additionalProperties: false,
    examples: [{ on: '2026-07-01', from: ['TDP-01', 'TDP-02'], to: NEW }],
  },
)
export const AreaSplit = Type.Object(
  { on: DayText, to: Type.Array(NewArea, { minItems: 1, maxItems: 20 }), legalBasis },
  {
    $id: 'AreaSplit',
    additionalProperties: false,
    examples: [{ on: '2026-07-01', to: [NEW, { code: 'TDP-16', name: 'Tổ dân phố 16' }] }],
  },
)

export const AreaParams = Type.Object({ ...PlanParams.properties, code: Code })
export const AREA_SHAPES = [
  Area,
  Event,
  AreaList,
  AreasOpened,
  AreaRenamed,
  AreaClosed,
  AreasMerged,
  AreaSplit,
]
