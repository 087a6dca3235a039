// Sessions opened over HTTP, and a client of the API for whoever holds one.
import { type ApiClient, createApiClient } from '@tien-do/api-client'

/** Those whose sessions are opened once for all journeys: the service counts how often a password is tried. */
export const ROLES = ['coordinator', 'viewer', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** The cookie of a new session, as `name=value`. */
export async function openSession(
  address: string,
  body: { email: string; password: string; code?: string },
): Promise<string> {
  const { response } = await clientAt(address).POST('/sessions', { body })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`${body.email} could not sign in: ${response.status}`)
  return cookie
}

/** With a cookie, unsafe requests must say that they come from our own pages. */
export function clientAt(address: string, cookie?: string): ApiClient {
  return createApiClient({
    baseUrl: `${address}/api/v1`,
    ...(cookie && { headers: { cookie, origin: address } }),
  })
}
