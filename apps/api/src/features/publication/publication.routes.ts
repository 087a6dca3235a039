import { Type } from 'typebox'
import { IF_MATCH, requiredVersion } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { PlanParams, ref } from '../../http/shapes.ts'
import { Publication, PublicationChoice, toWire } from './publication.schema.ts'
import { changePublication, getPublication } from './publication.service.ts'

const tags = ['plans']
const URL = '/plans/:plan/publication'

export const publicationRoutes: FeatureRoutes =
  ({ publicUrl }) =>
  async (app) => {
    for (const schema of [Publication, PublicationChoice]) app.addSchema(schema)

    app.get(
      URL,
      {
        config: { permission: 'publication.read' },
        schema: {
          operationId: 'getPublication',
          summary: 'What of this plan everybody may see',
          tags,
          params: PlanParams,
          response: { 200: ref(Publication) },
        },
      },
      async ({ params, context }) =>
        toWire(await getPublication(context, params.plan), params.plan, publicUrl, context),
    )

    app.put(
      URL,
      {
        config: { permission: 'publication.change' },
        schema: {
          operationId: 'changePublication',
          summary: 'Decide what of this plan everybody may see',
          tags,
          params: PlanParams,
          headers: Type.Object(IF_MATCH),
          body: ref(PublicationChoice),
          response: { 200: ref(Publication) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        const row = await changePublication(context, params.plan, body, requiredVersion(request))
        return toWire(row, params.plan, publicUrl, context)
      },
    )
  }
