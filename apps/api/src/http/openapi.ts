// The document of the staff's API, generated from the routes themselves.
import swagger from '@fastify/swagger'
import type { Action } from '@tien-do/domain/permission'
import type { FastifyInstance } from 'fastify'
import { documentIn, finish, SPOKEN_BY, serverAt } from './openapi-finish.ts'
import { whoMay } from './who-may.ts'

export const TAGS = [
  { name: 'plans', description: 'The plan, its file, its summary' },
  { name: 'indicators', description: 'Indicators, how far they are and why' },
  { name: 'measurements', description: 'Figures: recorded, approved, corrected' },
  { name: 'slips', description: 'Numbers from a phone: a link for one area, answered and confirmed' },
  { name: 'imports', description: 'Many rows at once, in and out' },
  { name: 'tasks', description: 'Tasks and who leads them' },
  { name: 'budget', description: 'Money: requested, consolidated, allocated, spent' },
  { name: 'obstacles', description: 'Difficulties and cable findings: raised, decided, answered' },
  { name: 'periods', description: 'Reporting years: who owes what by when, and what was sent' },
  { name: 'organisation', description: 'Departments, areas, deadlines' },
  { name: 'reports', description: 'The ward’s report: drafted, signed, issued; its files' },
  { name: 'registers', description: 'Denominators, checklists: what figures are counted from' },
  { name: 'evidence', description: 'Files and links that show it is so' },
  { name: 'feed', description: 'What changed' },
  { name: 'audit', description: 'Who did what, when and why; is it what was written' },
  { name: 'access', description: 'People, sessions, API keys' },
  { name: 'service', description: 'Is it alive, is it ready' },
] as const

const DESCRIPTION = `Carry out a ward’s plan and show how far it is.

Errors are RFC 9457 problems with a stable \`code\`. Bodies are strict: no coercion, no unknown field. A day is
YYYY-MM-DD in Asia/Ho_Chi_Minh, an instant RFC 3339. Inside v1 there are only additions.`

export async function installOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tiến Độ',
        version: '1',
        description: DESCRIPTION,
        ...SPOKEN_BY,
      },
      servers: [serverAt('/api/v1')],
      tags: [...TAGS],
      security: [{ session: [] }, { apiKey: [] }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'tien_do_session',
            description: 'Set by POST /sessions; over https its name begins with __Host-',
          },
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: td_live_…' },
        },
      },
    },
    refResolver: { buildLocalReference: (schema) => String(schema.$id) },
    transform: ({ schema, url, route }) => ({
      schema: { ...(schema as object), ...describe(route.config?.permission) } as never,
      url: url.replace(/^\/api\/v1/, '') || '/',
    }),
    transformObject: (made) => finish(documentIn(made)) as never,
  })
}

function describe(permission: Action | undefined) {
  return permission && { description: whoMay(permission), 'x-permission': permission }
}
