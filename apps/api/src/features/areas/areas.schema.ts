import { Type } from 'typebox'
import { Code, DayText, list, nullable, Text } from '../../http/shapes.ts'

export const Area = Type.Object(
  {
    code: Code,
    /** As it is called now, or was called last. */
    name: Text,
    validFrom: nullable(DayText),
    validTo: nullable(DayText),
    formerNames: Type.Array(Type.Object({ name: Text, until: DayText }), { maxItems: 100 }),
  },
  {
    $id: 'Area',
    additionalProperties: false,
    examples: [
      {
        code: 'TDP-01',
        name: 'Tổ dân phố 1',
        validFrom: null,
        validTo: null,
        formerNames: [],
      },
    ],
  },
)

export const AreaList = list(Area, 'AreaList')
