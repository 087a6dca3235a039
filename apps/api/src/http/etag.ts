// Versions as ETags: 304 before anything is read, 412 before anything is overwritten.

import type { Actor } from '@tien-do/domain/permission'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { canonicalJson, sha256 } from '../core/canonical-json.ts'
import { AppError } from '../core/errors.ts'

/** For the `headers` of a route that calls `requiredEtag`; without it the answer is 428, not 400. */
export const IF_MATCH = {
  'if-match': Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: '^[ -~]*$',
      description: 'Required (428 without): the ETag that was seen, or * to overwrite knowingly',
    }),
  ),
}

export function etagOf(version: string | number): string {
  return `"${version}"`
}

/** For an answer that says what its reader may do: another reader, or the same with other roles, has another version. */
export function viewerOf(actor: Actor): string {
  return sha256(canonicalJson(actor)).slice(0, 16)
}

/** Sets the ETag and says whether the caller already has this version. */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  return isKnown(request, etag)
}

/** The same for what everybody may see: caches on the way may keep it for a minute, and give it while they ask again. */
export function isSamePublic(request: FastifyRequest, reply: FastifyReply, version: string): boolean {
  const etag = etagOf(version)
  reply.header('etag', etag).header('cache-control', 'public, max-age=60, stale-while-revalidate=300')
  return isKnown(request, etag)
}

function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'] ?? ''
  return known.split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag)
}

/** The ETag the caller has seen; null for `*` (knowingly overwrite). 428 without the header. */
export function requiredEtag(request: FastifyRequest): string | null {
  const header = request.headers['if-match']?.trim()
  if (!header) throw new AppError('version.required')
  return header === '*' ? null : header
}

/** The same, where ETags are version numbers. */
export function requiredVersion(request: FastifyRequest): number | null {
  const etag = requiredEtag(request)
  if (etag === null) return null
  const version = /^"(\d{1,9})"$/.exec(etag)?.[1]
  if (version === undefined) throw new AppError('version.mismatch')
  return Number(version)
}
