import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** Puts what a change answered where it is read. A question that was asked before would otherwise bring back what was then. */
export async function putAnswer(client: QueryClient, queryKey: QueryKey, stored: unknown): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true })
  client.setQueryData(queryKey, stored)
}
