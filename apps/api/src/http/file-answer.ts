// A file that the service makes, as an answer: its shapes and its headers.
import { type TSchema, Type } from 'typebox'
import { MEDIA_TYPES } from '../files/report-job.ts'
import { NotModified } from './shapes.ts'

export const BINARY = Type.String({ maxLength: 50_000_000, format: 'binary', examples: ['PK…'] })

/** The answers of a route that gives a report as .docx, .xlsx or, in this shape, .json. */
export function reportFileAnswer<const Json extends TSchema>(json: Json) {
  return {
    200: {
      description: 'The file',
      content: {
        [MEDIA_TYPES.docx]: { schema: BINARY },
        [MEDIA_TYPES.xlsx]: { schema: BINARY },
        'application/json': { schema: json },
      },
    },
    304: NotModified,
  }
}

/** Headers of a file to be kept; `name` is of our own making, in ASCII. */
export const attachment = (mediaType: string, name: string) => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="${name}"`,
})
