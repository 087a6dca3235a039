// The gate: a route without permission, operationId and response schema does not exist; nobody passes unasked.
import { ACTIONS, type Action, can, isOpenToAnyone } from '@tien-do/domain/permission'
import { mayOweProof, owesProof } from '@tien-do/domain/sign-in'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { AppError } from '../core/errors.ts'
import { documentProblems } from './document-problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The act that this route is; `can()` decides. */
    permission?: Action
    /** `required`: an Idempotency-Key must come with it. */
    idempotency?: 'required'
  }
}

const READ_PROBLEMS = [400, 401, 403, 404, 429, 500, 503] as const
const WRITE_PROBLEMS = [...READ_PROBLEMS, 409, 412, 413, 415, 422, 428] as const

/** `provedAt`: when the person of a session last gave their password. */
export function installGate(
  app: FastifyInstance,
  provedAt: (sessionId: string) => Promise<Date | null>,
): void {
  app.addHook('onRoute', requireDeclaration)
  app.addHook('onRequest', async (request) => {
    const permission = request.routeOptions.config.permission
    if (!permission || isOpenToAnyone(permission)) return
    if (!request.caller.known) throw new AppError(request.caller.refusedBecause ?? 'session.required')
    // The department of the thing is not known yet: services ask again, with the subject itself.
    const decision = can(request.caller.actor, permission, { plan: planOf(request) })
    if (!decision.allowed)
      throw new AppError('permission.refused', { members: { because: decision.because } })
    const { sessionId } = request.caller
    if (sessionId === null || !mayOweProof(permission)) return
    const proved = await provedAt(sessionId)
    if (proved === null || owesProof(permission, proved.getTime(), Date.now()))
      throw new AppError('session.proof-required')
  })
}

function requireDeclaration(route: RouteOptions): void {
  const name = `${String(route.method)} ${route.url}`
  const permission = route.config?.permission
  if (!permission || !ACTIONS.includes(permission)) throw new Error(`${name}: no permission declared`)
  const { operationId, response } = (route.schema ?? {}) as {
    operationId?: string
    response?: Record<string, unknown>
  }
  if (!operationId) throw new Error(`${name}: no operationId`)
  if (!response || !Object.keys(response).some((status) => status.startsWith('2')))
    throw new Error(`${name}: no response schema`)
  documentProblems(
    response,
    route.method === 'GET' || route.method === 'HEAD' ? READ_PROBLEMS : WRITE_PROBLEMS,
  )
}

function planOf(request: FastifyRequest): string | null {
  const { plan } = (request.params ?? {}) as { plan?: string }
  return plan ?? null
}
