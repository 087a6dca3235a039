// The document of the staff's API, generated from the routes themselves.
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

export const TAGS = [
  { name: 'plans', description: 'The plan, its file, its summary' },
  { name: 'indicators', description: 'Indicators, how far they are and why' },
  { name: 'measurements', description: 'Figures: recorded, approved, corrected' },
  { name: 'imports', description: 'Many figures at once' },
  { name: 'tasks', description: 'Tasks and who leads them' },
  { name: 'organisation', description: 'Departments, areas, deadlines' },
  { name: 'feed', description: 'What changed' },
  { name: 'access', description: 'People, sessions, API keys' },
  { name: 'service', description: 'Is it alive, is it ready' },
] as const

export async function installOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tiến Độ',
        version: '1',
        description:
          'Carry out a ward’s plan and show how far it is. Errors are RFC 9457 problems with a stable `code`.',
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'Tiến Độ', url: 'https://tien-do.example' },
      },
      servers: [{ url: '/api/v1' }],
      tags: [...TAGS],
      security: [{ session: [] }, { apiKey: [] }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'tien_do_session',
            description: 'Set by POST /sessions',
          },
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: td_live_…' },
        },
      },
    },
    refResolver: { buildLocalReference: (schema) => String(schema.$id) },
    transform: ({ schema, url, ...rest }) => ({
      ...rest,
      schema: schema as never,
      url: url.replace(/^\/api\/v1/, '') || '/',
    }),
  })
}
