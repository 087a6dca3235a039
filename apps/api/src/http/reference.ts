// The API's document, and a page to read it by, served from this machine.
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

const DOCUMENT_URL = '/api/v1/openapi.json'

export async function installReference(app: FastifyInstance): Promise<void> {
  app.get(DOCUMENT_URL, { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send(app.swagger()),
  )
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { url: DOCUMENT_URL, docExpansion: 'list', tryItOutEnabled: true },
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  })
}
