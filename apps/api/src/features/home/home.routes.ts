import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import { etagOf, isUnchanged } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { NotModified, ref } from '../../http/shapes.ts'
import { readIndicators } from '../indicators/index.ts'
import { Home, HomeQuery, toWire } from './home.schema.ts'
import { getHome } from './home.service.ts'

const ETAG_LENGTH = 32

export const homeRoutes: FeatureRoutes = () => async (app) => {
  app.addSchema(Home)

  app.get(
    '/me/home',
    {
      config: { permission: 'me.read' },
      schema: {
        operationId: 'getHome',
        summary: 'What the caller owes and decides in a plan, in order; and where the ward stands',
        tags: ['access'],
        querystring: HomeQuery,
        response: { 200: ref(Home), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { query, context } = request
      const home = await getHome(context, query.plan)
      const { indicators } = await readIndicators(context, query.plan)
      const body = toWire(home, indicators, context.now().getTime())
      const etag = etagOf(sha256(canonicalJson(body)).slice(0, ETAG_LENGTH))
      if (isUnchanged(request, reply, etag)) return reply.code(304).send(null)
      return body
    },
  )
}
