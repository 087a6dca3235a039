import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { makeOutbox } from './outbox.ts'
import { type Draft, outboxStorage } from './outbox-storage.ts'
import { nameOfQueue, sendBatch } from './send-batch.ts'
import type { EntryForm } from './shapes.ts'

export interface EntryScreenData {
  readonly form: EntryForm
  /** What was typed in this browser and has not been taken by the service. */
  readonly drafts: readonly Draft[]
}

const NOBODY_LISTENS = { onSaving: () => {}, onSettled: () => {}, onPhase: () => {} }

/** The form of some indicators, asked for anew each time: first what is still on its way is delivered. */
export const entryScreenQuery = (person: string, plan: string, year: number, indicators: readonly string[]) =>
  queryOptions({
    queryKey: ['entry', person, plan, year, ...indicators],
    queryFn: async ({ signal }): Promise<EntryScreenData> => {
      const storage = outboxStorage(person, plan)
      if ((await storage.batches()).length > 0) {
        const name = nameOfQueue(person, plan)
        await makeOutbox({ storage, send: sendBatch(plan), listener: NOBODY_LISTENS, name }).flush()
      }
      const form = await answer(
        api.GET('/plans/{plan}/entry-forms/{year}', {
          params: { path: { plan, year }, query: { indicator: [...indicators] } },
          signal,
        }),
      )
      return { form, drafts: await storage.drafts() }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })

/** All that this person may enter for a year. */
export const entryFormQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'entry-forms', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/entry-forms/{year}', { params: { path: { plan, year } }, signal })),
  })
