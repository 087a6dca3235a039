import { IMPORT_RESOURCES } from '@tien-do/domain/import-options'
import { Type } from 'typebox'
import type { FeatureRoutes } from '../../http/house.ts'
import { nullable, oneOf, PlanParams, ref } from '../../http/shapes.ts'
import { forgetHeadings, getHeadings, rememberHeadings } from './headings.service.ts'

const tags = ['imports']
const URL = '/plans/:plan/import-headings/:resource'
const Params = Type.Object({ ...PlanParams.properties, resource: oneOf(IMPORT_RESOURCES) })
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

const ImportHeadings = Type.Object(
  {
    headings: Type.Array(
      Type.Object(
        {
          heading: Words,
          column: nullable(Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z]+$' })),
        },
        { additionalProperties: false },
      ),
      { maxItems: 300, description: 'column null: the column of the sheet is left out' },
    ),
  },
  {
    $id: 'ImportHeadings',
    additionalProperties: false,
    examples: [
      {
        headings: [
          { heading: 'Số hộ có mạng', column: 'numerator' },
          { heading: 'Cán bộ lập', column: null },
        ],
      },
    ],
  },
)

export const importHeadingRoutes: FeatureRoutes = () => async (app) => {
  app.addSchema(ImportHeadings)
  app.get(
    URL,
    {
      config: { permission: 'rows.import' },
      schema: {
        operationId: 'getImportHeadings',
        summary: 'What the headings of people’s own sheets mean, as far as somebody has said',
        tags,
        params: Params,
        response: { 200: ref(ImportHeadings) },
      },
    },
    async ({ params, context }) => ({
      headings: [...(await getHeadings(context, params.plan, params.resource))],
    }),
  )

  app.put(
    URL,
    {
      config: { permission: 'rows.import' },
      schema: {
        operationId: 'rememberImportHeadings',
        summary: 'Say what headings mean, once: every import after reads them so',
        tags,
        params: Params,
        body: ref(ImportHeadings),
        response: { 200: ref(ImportHeadings) },
      },
    },
    async ({ params, body, context }) => ({
      headings: [...(await rememberHeadings(context, params.plan, params.resource, body.headings))],
    }),
  )

  app.delete(
    URL,
    {
      config: { permission: 'rows.import' },
      schema: {
        operationId: 'forgetImportHeadings',
        summary: 'Forget what was said of the headings of a resource',
        tags,
        params: Params,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, context }, reply) => {
      await forgetHeadings(context, params.plan, params.resource)
      return reply.code(204).send(null)
    },
  )
}
