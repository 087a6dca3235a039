import { Type } from 'typebox'
import { DayText } from './shapes.ts'

/** The day a reading is made for; today in Việt Nam where it is left out. */
export const AsOfQuery = Type.Object({ asOf: Type.Optional(DayText) }, { additionalProperties: false })
