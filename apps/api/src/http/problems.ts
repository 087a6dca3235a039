// One error handler, one shape: application/problem+json (RFC 9457).
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type AppErrorExtra, ERRORS, type ErrorCode, type Fault } from '../core/errors.ts'
import { isConnectionLoss, sqlStateOf } from '../core/sql-state.ts'
import { pointerPart } from './storable.ts'

export type Language = 'vi' | 'en'
export const PROBLEM_TYPE = 'https://tien-do.example/problems/'

const BY_SQL_STATE: Readonly<Record<string, ErrorCode>> = {
  '23505': 'conflict',
  '23503': 'constraint.violated',
  '23514': 'constraint.violated',
  '23502': 'constraint.violated',
  '22003': 'constraint.violated',
  '22007': 'validation-failed',
  '22008': 'validation-failed',
  '22021': 'invalid-text',
  '22P02': 'invalid-text',
  '22P05': 'invalid-text',
  '25P03': 'database.unavailable',
  '40001': 'database.unavailable',
  '40P01': 'database.unavailable',
  '53100': 'storage.full',
  '53200': 'database.unavailable',
  '53300': 'database.unavailable',
  '55P03': 'database.unavailable',
  '57014': 'database.unavailable',
  '57P01': 'database.unavailable',
  '57P02': 'database.unavailable',
  '57P03': 'database.unavailable',
  '08006': 'database.unavailable',
}

const BY_FASTIFY_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type.unsupported',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body.too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
  FST_ERR_VALIDATION: 'validation-failed',
  FST_ERR_BAD_URL: 'route.not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'route.not-found',
}

/** The one of our languages that the caller prefers; vi where they name neither. */
export function languageOf(request: FastifyRequest): Language {
  const wishes = (request.headers['accept-language'] ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().toLowerCase().split(';q=')
    return { language: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) }
  })
  const known = wishes.filter(
    ({ language, quality }) => (language === 'vi' || language === 'en') && quality > 0,
  )
  const best = known.reduce<(typeof known)[number] | null>(
    (kept, each) => (kept && kept.quality >= each.quality ? kept : each),
    null,
  )
  return best?.language === 'en' ? 'en' : 'vi'
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  extra: AppErrorExtra = {},
): FastifyReply {
  const entry = ERRORS[code]
  const language = languageOf(request)
  if (extra.headers) reply.headers(extra.headers)
  if (entry.status === 503) reply.header('retry-after', '2')
  return reply
    .code(entry.status)
    .type('application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: PROBLEM_TYPE + code,
      title: entry[language],
      status: entry.status,
      code,
      ...(extra.faults ? { detail: countFaults(extra.faults.length, language), errors: extra.faults } : {}),
      instance: `urn:req:${request.id}`,
      requestId: request.id,
      ...extra.members,
    })
}

function countFaults(count: number, language: Language): string {
  return language === 'vi'
    ? `${count} chỗ không hợp lệ`
    : `${count} invalid ${count === 1 ? 'place' : 'places'}`
}

/** No hook has run yet that would have said it. */
const BEFORE_ANY_HOOK = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

/** What fails before there is a route: an address that cannot be read. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, extra } = classify(error)
  reply.headers(BEFORE_ANY_HOOK)
  sendProblem(request, reply, code, extra)
}

export function installErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, extra } = classify(error)
    if (ERRORS[code].status >= 500) request.log.error({ err: error }, 'request failed')
    return sendProblem(request, reply, code, extra)
  })
}

/** Nothing here: the wrong method, or the wrong address. */
export function sendNotFound(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const allowed = allowedMethods(app, request)
  if (allowed.length > 0)
    return sendProblem(request, reply, 'method.not-allowed', { headers: { allow: allowed.join(', ') } })
  return sendProblem(request, reply, 'route.not-found')
}

function classify(error: FastifyError): { code: ErrorCode; extra?: AppErrorExtra } {
  if (error instanceof AppError) return { code: error.code, extra: error.extra }
  if (error.validation) return { code: 'validation-failed', extra: { faults: faultsOf(error) } }
  const fromFastify = BY_FASTIFY_CODE[error.code]
  if (fromFastify) return { code: fromFastify }
  if (error.statusCode === 429) return { code: 'rate.limited' }
  const state = sqlStateOf(error)
  const fromSql = state ? BY_SQL_STATE[state] : undefined
  if (fromSql) return { code: fromSql }
  if (isConnectionLoss(error)) return { code: 'database.unavailable' }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return { code: 'malformed-body' }
  return { code: 'internal' }
}

function faultsOf(error: FastifyError): Fault[] {
  const where = ({ body: 'body', querystring: 'query', headers: 'header', params: 'path' } as const)[
    error.validationContext ?? 'body'
  ]
  return (error.validation ?? []).map((fault) => {
    const params = fault.params as { missingProperty?: string; additionalProperty?: string }
    const extra = params.missingProperty ?? params.additionalProperty
    return {
      pointer: extra === undefined ? fault.instancePath : `${fault.instancePath}/${pointerPart(extra)}`,
      in: where,
      code: fault.keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      ...(fault.message ? { message: fault.message } : {}),
      params,
    }
  })
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

function allowedMethods(app: FastifyInstance, request: FastifyRequest): string[] {
  const path = request.url.split('?')[0] ?? request.url
  if (!/^\/(api|public|cong-khai)\//.test(path)) return []
  return METHODS.filter(
    (method) => method !== request.method && app.findRoute({ url: path, method }) !== null,
  )
}
