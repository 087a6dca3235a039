import { IMPORT_RESOURCES } from '@tien-do/domain/import-options'
import { Type } from 'typebox'
import { Code, oneOf, PlanParams, Text } from '../../http/shapes.ts'
import { EXPORT_FORMATS } from './write-rows.ts'

const MOST_BYTES = 524_288_000

export const ExportParams = Type.Object({ ...PlanParams.properties, resource: oneOf(IMPORT_RESOURCES) })

export const ExportQuery = Type.Object(
  {
    format: Type.Optional({
      ...oneOf(EXPORT_FORMATS),
      description: 'Where it is left out, what Accept names; csv otherwise',
    }),
    language: Type.Unsafe<'vi' | 'en'>(
      Type.String({
        enum: ['vi', 'en'],
        default: 'vi',
        description:
          'Headings and words of csv and xlsx: as people write them (vi), or the names programs use (en)',
      }),
    ),
    delimiter: Type.Unsafe<',' | ';' | 'tab'>(
      Type.String({
        enum: [',', ';', 'tab'],
        default: ',',
        description: 'Of csv; with ; the decimal mark is the comma, as Vietnamese Excel writes it',
      }),
    ),
    department: Type.Optional({ ...Code, description: 'Only the rows of this department' }),
    template: Type.Boolean({
      default: false,
      description:
        'Only the headings of the columns that an import reads; as xlsx a form with locked headers, lists to choose from and the last figures',
    }),
  },
  { additionalProperties: false },
)

const file = (example: string) =>
  Type.String({ maxLength: MOST_BYTES, format: 'binary', examples: [example] })

/** One content type for each format. */
export const ExportFile = {
  description: 'The rows in the columns of the import: loaded back, all of them are unchanged',
  content: {
    'text/csv': { schema: file('kind,area,on,value\r\nhouseholds,TDP-05,2026-01-01,353\r\n') },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file('PK') },
    'application/x-ndjson': {
      schema: file('{"kind":"households","area":"TDP-05","on":"2026-01-01","value":353}\n'),
    },
    'application/json': {
      schema: Type.Object(
        {
          rows: Type.Array(
            Type.Record(
              Type.String({ maxLength: 200 }),
              Type.Union([
                Text,
                Type.Number({ format: 'double', minimum: -9e15, maximum: 9e15 }),
                Type.Null(),
              ]),
            ),
            { maxItems: 1_000_000 },
          ),
        },
        {
          additionalProperties: false,
          examples: [{ rows: [{ kind: 'households', area: 'TDP-05', on: '2026-01-01', value: 353 }] }],
        },
      ),
    },
  },
}
