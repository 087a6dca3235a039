// Cookie or API key → Actor; and the context that the request's service will hold.
import { randomUUID } from 'node:crypto'
import type { PersonId } from '@tien-do/domain/ids'
import { type Actor, isOpenToAnyone } from '@tien-do/domain/permission'
import type { FastifyInstance } from 'fastify'
import { contextInside, contextOver } from '../core/change.ts'
import type { Caller, Context, Tx } from '../core/context.ts'
import type { ErrorCode } from '../core/errors.ts'
import type { Db } from '../db/client.ts'

/** Who a request comes from, as found by the feature that knows sessions and keys. */
export interface Recognised {
  readonly actor: Actor
  readonly keyId: string | null
  /** The session of a person at a screen; null for a key. */
  readonly sessionId: string | null
  /** How many requests this key may make; null for a person. */
  readonly requestsPerMinute: number | null
}
interface Credentials {
  readonly cookie: string | undefined
  readonly authorization: string | undefined
  readonly ip: string
  /** False where nobody acts: an open stream asks whether its reader is still signed in. */
  readonly isAct: boolean
}
/** Who is known but turned away at the door leaves a name for the audit. */
interface Refused {
  readonly refusedBecause: ErrorCode
  readonly key?: { readonly id: string; readonly name: string }
}
export type Recognise = (credentials: Credentials) => Promise<Recognised | Refused | null>

/** Whoever has brought nothing that is known. */
export const NOBODY: Actor = { personId: '' as PersonId, name: '', grants: [], scopes: null }

interface RequestCaller extends Caller {
  readonly known: boolean
  readonly refusedBecause: ErrorCode | null
  readonly requestsPerMinute: number | null
  readonly sessionId: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: RequestCaller
    /** What the service of this request may hold. */
    context: Context
    contextInside: (tx: Tx) => Context
    /** For somebody whom a secret names, without an account: they may do what is open to anyone, under their name. */
    contextAs: (name: string) => Context
    /** Asks again who the credentials of this request belong to: null once they are no longer good. */
    stillThere: () => Promise<Actor | null>
  }
}

export function installSession(app: FastifyInstance, db: Db, now: () => Date, recognise: Recognise): void {
  app.decorateRequest('caller')
  app.decorateRequest('context')
  app.decorateRequest('contextInside')
  app.decorateRequest('contextAs')
  app.decorateRequest('stillThere')
  app.addHook('onRequest', async (request) => {
    const { cookie, authorization } = request.headers
    const { permission } = request.routeOptions.config
    // What is open to anyone asks nobody, and so answers also while the database does not.
    const asks = permission !== undefined && !isOpenToAnyone(permission) && (cookie || authorization)
    const credentials = { cookie, authorization, ip: request.ip, isAct: true }
    const found = asks ? await recognise(credentials) : null
    const recognised = found && 'actor' in found ? found : null
    const refused = found && 'refusedBecause' in found ? found : null
    const caller: RequestCaller = {
      known: recognised !== null,
      refusedBecause: refused?.refusedBecause ?? null,
      requestsPerMinute: recognised?.requestsPerMinute ?? null,
      sessionId: recognised?.sessionId ?? null,
      actor: recognised?.actor ?? { ...NOBODY, name: refused?.key?.name ?? '' },
      origin: {
        ip: request.ip,
        requestId: request.id,
        keyId: recognised?.keyId ?? refused?.key?.id ?? null,
      },
      now,
    }
    request.caller = caller
    request.context = contextOver(db, caller)
    request.stillThere = async () => {
      const again = await recognise({ ...credentials, isAct: false })
      return again && 'actor' in again ? again.actor : null
    }
    request.contextInside = (tx) => contextInside(tx, caller)
    request.contextAs = (name) => contextOver(db, { ...caller, actor: { ...NOBODY, name } })
  })
}

export const newRequestId = (): string => randomUUID()
