// Keyset pages. The cursor is signed: nobody steers a query with a cursor of their own making.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../core/errors.ts'

type Cursor = readonly (string | number)[]
export interface Cursors {
  readonly encode: (scope: string, last: Cursor) => string
  readonly decode: (scope: string, text: string) => Cursor
}

const SIGNATURE_BYTES = 16

/** Cursors signed with the secret; `scope` is the list and its filters, so that a cursor fits only where it was made. */
export function signedCursors(secret: string): Cursors {
  const sign = (scope: string, payload: string) =>
    createHmac('sha256', secret).update(`${scope}\n${payload}`).digest().subarray(0, SIGNATURE_BYTES)
  return {
    encode: (scope, last) => {
      const payload = Buffer.from(JSON.stringify(last)).toString('base64url')
      return `${payload}.${sign(scope, payload).toString('base64url')}`
    },
    decode: (scope, text) => {
      const [payload = '', signature = ''] = text.split('.')
      const expected = sign(scope, payload)
      const given = Buffer.from(signature, 'base64url')
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new AppError('invalid-cursor')
      return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Cursor
    },
  }
}

/** A page of `limit` items from one more row than it shows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => string,
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

/** Says in the header too where the next page is: `Link: <…>; rel="next"`. */
export function linked<Page extends { readonly next: string | null }>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
): Page {
  if (page.next === null) return page
  const url = new URL(request.url, 'http://here')
  url.searchParams.set('cursor', page.next)
  reply.header('link', `<${url.pathname}${url.search}>; rel="next"`)
  return page
}

/** Whether the caller asks for the number of all items, which costs a count of its own. */
export function prefersTotal(request: FastifyRequest): boolean {
  const header = request.headers.prefer
  return [header ?? []]
    .flat()
    .join(',')
    .split(/[,;]/)
    .some((part) => part.trim() === 'return=total-count')
}
