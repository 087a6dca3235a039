import type { ApiClient } from '@tien-do/api-client'
import { inject } from 'vitest'
import { clientAt, type Role } from './session.ts'

/** The API as this person reaches it; and the code of the plan that they work in. */
export async function apiOf(role: Role): Promise<{ api: ApiClient; plan: string }> {
  const api = clientAt(inject('address'), inject('sessions')[role])
  const { data } = await api.GET('/me')
  const [first] = data?.plans ?? []
  if (!first) throw new Error(`${role} has no plan`)
  return { api, plan: first.code }
}

/** The day that it is in the ward. */
export async function today({ api, plan }: { api: ApiClient; plan: string }): Promise<string> {
  const { data } = await api.GET('/plans/{plan}/summary', { params: { path: { plan } } })
  return data!.asOf
}
