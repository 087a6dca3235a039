// What every feature's routes are given, and the shape of a feature.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FileStore } from '../core/file-store.ts'
import type { Hints } from '../core/hint.ts'
import type { OutboundRules } from '../core/outbound.ts'
import type { answerOnce } from './idempotency.ts'
import type { Cursors } from './paging.ts'

interface House {
  readonly answerOnce: ReturnType<typeof answerOnce>
  readonly cursors: Cursors
  /** What is committed, by whatever process. */
  readonly hints: Hints
  /** Whether this installation can send e-mail. */
  readonly canMail: boolean
  readonly publicUrl: URL
  /** How often an open stream shows a sign of life; absent: as a proxy needs it. */
  readonly heartbeatMs?: number | undefined
  readonly files: FileStore
  /** Which addresses somebody may have the service call. */
  readonly outbound: OutboundRules
  /** What other secrets are derived from. */
  readonly installationSecret: string
  /** After much was written: the embedded database brings its files up to date, so that it opens quickly again. */
  readonly settle: () => Promise<void>
}

export type FeatureRoutes = (house: House) => FastifyPluginAsyncTypebox
