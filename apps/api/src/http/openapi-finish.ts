// What every operation has in common, written into the document once: which problems, which headers.
import { ERRORS, type ErrorCode } from '../core/errors.ts'
import { PROBLEM_TYPE } from './problems.ts'

interface Parameter {
  required?: boolean
  schema?: { default?: unknown }
}
interface Response {
  description?: string
  headers?: Record<string, unknown>
  content?: Record<string, { schema?: { $ref?: string } }>
}
export interface Operation {
  'x-permission'?: string
  parameters?: Parameter[]
  responses: Record<string, Response | { $ref: string }>
}
export interface Document {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

/** What both documents say of who speaks. */
export const SPOKEN_BY = {
  license: { name: 'MIT', identifier: 'MIT' },
  contact: { name: 'Tiến Độ', url: 'https://tien-do.example' },
}

export const serverAt = (url: string): { url: string } =>
  ({
    url,
    description: 'This installation, local or in production; offered to a network only over https',
    'x-internal': false,
  }) as { url: string }

/** The generator hands over its document in one of two wrappings, and types neither as what it is. */
export const documentIn = (made: object): Document =>
  ('openapiObject' in made ? made.openapiObject : made) as Document

const PROBLEM = '#/components/schemas/Problem'
const NAMES: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Made',
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  422: 'Unprocessable',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'Unavailable',
}

const wholeNumber = { type: 'integer', format: 'int32', minimum: 0, maximum: 2_147_483_647 }
const HEADERS = {
  'RateLimit-Limit': { description: 'Requests that one address may make in a minute', schema: wholeNumber },
  'RateLimit-Remaining': { description: 'How many of them are left', schema: wholeNumber },
  'RateLimit-Reset': { description: 'Seconds until they are all there again', schema: wholeNumber },
  'RateLimit-Policy': {
    description: 'What one address, and one key, may ask in a window of seconds: `"key";q=600;w=60`',
    schema: { type: 'string', maxLength: 200, pattern: '^"' },
  },
  RateLimit: {
    description: 'What is left of it, and for how many seconds: `"key";r=599;t=42`',
    schema: { type: 'string', maxLength: 200, pattern: '^"' },
  },
  'Retry-After': { description: 'Seconds to wait', schema: wholeNumber },
  ETag: {
    description: 'The version: send it back as If-None-Match or If-Match',
    schema: { type: 'string', maxLength: 200, pattern: '^"[^"]+"$' },
  },
}
const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
const LIMITS = Object.fromEntries(
  ['RateLimit-Policy', 'RateLimit', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map(
    (name) => [name, ref('headers', name)],
  ),
)
const RETRY = { 'Retry-After': ref('headers', 'Retry-After') }

/** Completes the document in place. */
export function finish(document: Document): Document {
  document.components.headers = HEADERS
  document.components.responses = problemResponses()
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const parameter of operation.parameters ?? [])
      if (parameter.schema && 'default' in parameter.schema) parameter.required = false
    const limits = operation['x-permission'] === 'service.read' ? {} : LIMITS
    const hasVersion = '304' in operation.responses || '412' in operation.responses
    for (const [status, response] of Object.entries(operation.responses))
      operation.responses[status] = isProblem(response)
        ? ref('responses', NAMES[status] ?? 'InternalError')
        : described(status, response as Response, limits, hasVersion)
  }
  return document
}

/** Leaves out the answers that no operation gives. */
export function keepUsed(document: Document): Document {
  const used = JSON.stringify(document.paths)
  document.components.responses = Object.fromEntries(
    Object.entries(document.components.responses ?? {}).filter(([name]) =>
      used.includes(`"#/components/responses/${name}"`),
    ),
  )
  return document
}

function described(status: string, response: Response, limits: object, hasVersion: boolean): Response {
  const version = hasVersion && status.startsWith('2') ? { ETag: ref('headers', 'ETag') } : {}
  const description = response.description === 'Default Response' ? NAMES[status] : response.description
  return {
    ...response,
    ...(description ? { description } : {}),
    headers: { ...response.headers, ...limits, ...version },
  }
}

function isProblem(response: Response | { $ref: string }): boolean {
  return 'content' in response && response.content?.['application/problem+json']?.schema?.$ref === PROBLEM
}

/** One response for each status, with every code that can come with it. */
function problemResponses(): Record<string, unknown> {
  const byStatus = Map.groupBy(Object.entries(ERRORS), ([, { status }]) => status)
  // Belongs to no operation: it is the answer where there is none.
  byStatus.delete(405)
  return Object.fromEntries(
    [...byStatus].map(([status, entries]) => [
      NAMES[status],
      {
        description: entries.map(([code]) => code).join(', '),
        headers: { ...LIMITS, ...(status === 429 || status === 503 ? RETRY : {}) },
        content: {
          'application/problem+json': {
            schema: { $ref: PROBLEM },
            examples: Object.fromEntries(
              entries.map(([code]) => [code, { value: exampleOf(code as ErrorCode) }]),
            ),
          },
        },
      },
    ]),
  )
}

function exampleOf(code: ErrorCode) {
  const requestId = '0e7c2f4a-6f0e-4a53-9b0e-3f8f5a1d2c6b'
  const { status, vi } = ERRORS[code]
  return { type: PROBLEM_TYPE + code, title: vi, status, code, instance: `urn:req:${requestId}`, requestId }
}
