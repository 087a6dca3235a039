// Composition only: what the process is made of, in the order in which a request meets it.

import { join } from 'node:path'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import plugin from 'fastify-plugin'
import type { Config } from './config.ts'
import { openFileStore } from './core/file-store.ts'
import { type OutboundRules, PUBLIC_HTTPS } from './core/outbound.ts'
import type { Database } from './db/client.ts'
import { serviceRoutes } from './features/service/service.routes.ts'
import { callbackAt, identityRoutes } from './features/session/identity.routes.ts'
import { openIdentityProvider } from './features/session/identity-provider.ts'
import { findProvedAt, openAccounts, recogniser } from './features/session/index.ts'
import { ownAccountRoutes } from './features/session/own-account.routes.ts'
import { sessionRoutes } from './features/session/session.routes.ts'
import { FEATURES, FEATURES_APART, PUBLIC_FEATURES, PUBLIC_PAGES } from './features.ts'
import { installGate } from './http/gate.ts'
import { installHeaders, installNoStore } from './http/headers.ts'
import { answerOnce } from './http/idempotency.ts'
import { installLog } from './http/log.ts'
import { installMeasured, type RequestTimes } from './http/measured.ts'
import { installNotes } from './http/notes.ts'
import { installOpenApi } from './http/openapi.ts'
import { signedCursors } from './http/paging.ts'
import { answerFrameworkError, installErrorHandler } from './http/problems.ts'
import { installPublicDocument, installPublicFrame, PUBLIC_PREFIX } from './http/public-frame.ts'
import { installKeyLimit, installRateLimit } from './http/rate-limit.ts'
import { installReference } from './http/reference.ts'
import { installScreens } from './http/screens.ts'
import { buildSerializers } from './http/serialization.ts'
import { installSession, newRequestId } from './http/session.ts'
import { Problem } from './http/shapes.ts'
import { storable } from './http/storable.ts'
import { buildValidators } from './http/validation.ts'
import { checkpoint } from './jobs/index.ts'

export interface AppParts {
  readonly database: Database
  readonly config: Pick<
    Config,
    'publicUrl' | 'trustedProxies' | 'dataDir' | 'mail' | 'identityProvider' | 'webhookHosts'
  >
  /** Signs sessions and cursors. */
  readonly secret: string
  readonly now: () => Date
  readonly logger?: FastifyServerOptions['logger']
  readonly requestTimes?: RequestTimes | undefined
  readonly signInAttemptsPerMinute?: number
  /** How many requests one address may make: more than a busy office, fewer than a flood; 0 for no limit. */
  readonly requestsPerMinute?: number
  /** Administrators and leaders must bring a second factor before they act: everywhere but in the demo. */
  readonly requireSecondFactor?: boolean
  /** Which addresses webhooks may have; absent: public ones over https, and of those the ones that the office named. */
  readonly outbound?: OutboundRules
  /** How often an open stream shows a sign of life, and asks whether its reader is still signed in. */
  readonly heartbeatMs?: number
}

const PREFIX = '/api/v1'
const BODY_LIMIT = 1024 * 1024
const REQUEST_TIMEOUT_MS = 30_000
const KEEP_ALIVE_MS = 8_000
const LONGEST_PARAM = 200
const SIGN_IN_ATTEMPTS = 10
const REQUESTS_PER_MINUTE = 6_000

/** The whole service, not yet listening. */
export async function buildApp({
  database,
  config,
  secret,
  now,
  logger,
  requestTimes,
  signInAttemptsPerMinute = SIGN_IN_ATTEMPTS,
  requestsPerMinute = REQUESTS_PER_MINUTE,
  heartbeatMs,
  requireSecondFactor = false,
  outbound,
}: AppParts): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: LONGEST_PARAM },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: newRequestId,
    frameworkErrors: answerFrameworkError,
    rewriteUrl: ({ url = '/' }) => (url.startsWith('/calendar/') ? `/api/v1${url}` : url),
    schemaController: {
      compilersFactory: { buildValidator: buildValidators, buildSerializer: buildSerializers },
    },
  })

  // JSON that calls itself text would slip past what a browser must ask before it sends JSON to another site.
  app.removeContentTypeParser('text/plain')
  installErrorHandler(app)
  installLog(app)
  if (requestTimes) installMeasured(app, requestTimes)
  await installHeaders(app, config.publicUrl)
  const accounts = openAccounts(database.db, secret, config.publicUrl, now)
  const house = {
    answerOnce: answerOnce(database.db),
    cursors: signedCursors(secret),
    canMail: config.mail !== null,
    publicUrl: config.publicUrl,
    hints: database.hints,
    heartbeatMs,
    files: openFileStore(join(config.dataDir, 'files')),
    outbound: outbound ?? { ...PUBLIC_HTTPS, hosts: config.webhookHosts },
    installationSecret: secret,
    settle: () => checkpoint(database),
  }

  // Before the staff's document: what everybody may see has one of its own.
  await app.register(
    async (open) => {
      await installPublicFrame(open, database.db, now, requestsPerMinute)
      await installPublicDocument(open)
      for (const routes of PUBLIC_FEATURES) await open.register(plugin(routes(house)))
      app.decorate('publicDocument', () => open.publicSwagger())
    },
    { prefix: PUBLIC_PREFIX },
  )
  await app.register(
    async (pages) => {
      await installPublicFrame(pages, database.db, now, requestsPerMinute)
      for (const routes of PUBLIC_PAGES) await pages.register(plugin(routes(house)))
    },
    { prefix: '/cong-khai' },
  )
  await installOpenApi(app)
  await app.register(
    async (api) => {
      installNoStore(api)
      await installRateLimit(api, requestsPerMinute)
      installSession(api, database.db, now, recogniser(database.db, accounts, now, requireSecondFactor))
      installKeyLimit(api)
      installGate(api, (sessionId) => findProvedAt(database.db, sessionId))
      installNotes(api, now)
      api.addHook('preValidation', async (request) => {
        const untouched = Buffer.isBuffer(request.body) || request.body instanceof Readable
        if (!untouched) request.body = storable(request.body)
      })
      api.addSchema(Problem)
      await api.register(serviceRoutes(database))
      await api.register(sessionRoutes(accounts, signInAttemptsPerMinute))
      await api.register(
        identityRoutes({
          db: database.db,
          accounts,
          provider:
            config.identityProvider &&
            openIdentityProvider(config.identityProvider, callbackAt(config.publicUrl)),
          publicUrl: config.publicUrl,
          secret,
          attemptsPerMinute: signInAttemptsPerMinute,
        }),
      )
      await api.register(
        ownAccountRoutes({
          secret,
          attemptsPerMinute: signInAttemptsPerMinute,
          requireSecondFactor,
        }),
      )
      // Not encapsulated: features refer to each other's shapes.
      for (const routes of FEATURES) await api.register(plugin(routes(house)))
      for (const routes of FEATURES_APART) await api.register(routes(house))
    },
    { prefix: PREFIX },
  )
  await installReference(app)
  await installScreens(app)
  await app.ready()
  return app
}
