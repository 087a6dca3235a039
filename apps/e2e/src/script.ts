// A program that speaks to the service: with a key, and a file in its hand.
import { randomUUID } from 'node:crypto'
import { type ApiClient, createApiClient, type Schemas } from '@tien-do/api-client'
import { csvOf, type Row } from './import-file.ts'

/** A key, for reading and importing where nothing else is asked; its text is shown this once. */
export async function issueKey(
  maker: ApiClient,
  plan: string,
  scopes: Schemas['NewApiKey']['scopes'] = ['plan:read', 'measurements:import'],
): Promise<{ id: string; key: string }> {
  const { data, error } = await maker.POST('/plans/{plan}/api-keys', {
    params: { path: { plan } },
    body: { name: 'Máy của người lạ', scopes },
  })
  if (!data) throw new Error(error.code)
  return data
}

export function clientWithKey(address: string, key: string): ApiClient {
  return createApiClient({ baseUrl: `${address}/api/v1`, headers: { authorization: `Bearer ${key}` } })
}

/** Writes these figures: to wait for approval, or vouched for. */
export function importAs(
  client: ApiClient,
  plan: string,
  rows: readonly Row[],
  state: 'submitted' | 'approved' = 'submitted',
) {
  return client.POST('/plans/{plan}/imports', {
    params: { path: { plan }, query: { mode: 'commit', state } },
    headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': randomUUID() },
    body: '',
    // The bytes go as they are; the line above only satisfies the contract's type.
    bodySerializer: () => csvOf(rows).buffer.toString(),
  })
}
