import { Type } from 'typebox'
import { Code, DayText, list, nullable, Text } from '../../http/shapes.ts'

export const Area = Type.Object(
  { code: Code, name: Text, validFrom: nullable(DayText), validTo: nullable(DayText) },
  {
    $id: 'Area',
    additionalProperties: false,
    examples: [
      {
        code: 'TDP-01',
        name: 'Tổ dân phố 1',
        validFrom: null,
        validTo: null,
      },
    ],
  },
)

export const AreaList = list(Area, 'AreaList')
