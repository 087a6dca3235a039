// What the audit keeps of requests that change nothing: refusals, exports, the day's first use of a key.
import { dayAtInstant } from '@tien-do/domain/day'
import type { Action } from '@tien-do/domain/permission'
import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer carries data out of the house: who took it is noted before it leaves. */
    exports?: boolean
  }
}

const FORBIDDEN = 403

export function installNotes(app: FastifyInstance, now: () => Date): void {
  const keysOf = { day: '', ids: new Set<string>() }

  /** Whether this is the key's first request of the day that this process sees. */
  const isFirstToday = (keyId: string): boolean => {
    const day = dayAtInstant(now().getTime())
    if (keysOf.day !== day) {
      keysOf.day = day
      keysOf.ids.clear()
    }
    const first = !keysOf.ids.has(keyId)
    keysOf.ids.add(keyId)
    return first
  }

  app.addHook('onSend', async (request, reply) => {
    // Somebody who is known, or a key that was turned away for where it came from.
    if (!request.caller?.known && !request.caller?.origin.keyId) return
    const { exports } = request.routeOptions.config
    const succeeded = reply.statusCode >= 200 && reply.statusCode < 300
    // Data does not leave unless it is noted that it did.
    if (exports && succeeded) await note(request, 'access.export')
    try {
      if (reply.statusCode === FORBIDDEN) await note(request, 'access.refuse')
      const { keyId } = request.caller.origin
      if (request.caller.known && keyId && isFirstToday(keyId)) await note(request, 'api-key.use')
    } catch (error) {
      request.log.error({ err: error }, 'a note for the audit was not written')
    }
  })
}

/** In the installation's chain: a plan's revision is for what changes in the plan. */
function note(request: FastifyRequest, action: Action): Promise<void> {
  const { keyId } = request.caller.origin
  const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string }
  return request.context.change({ action, plan: null, quiet: true }, async (_tx, record) =>
    record({
      resource: action === 'api-key.use' ? 'api-key' : 'operation',
      id: action === 'api-key.use' && keyId ? keyId : (operationId ?? request.routeOptions.url ?? ''),
      before: null,
      after: { operation: operationId ?? null, path: request.url.split('?')[0] },
    }),
  )
}
