import { answer, api } from '../../lib/api.ts'
import type { Batch } from './outbox-storage.ts'
import type { SaveAnswer } from './shapes.ts'

/** One batch under its own key: sent twice, it counts once. */
export const sendBatch =
  (plan: string) =>
  ({ id, cells }: Batch): Promise<SaveAnswer> =>
    answer(
      api.PATCH('/plans/{plan}/measurements', {
        params: { path: { plan }, header: { 'idempotency-key': id } },
        body: { cells: [...cells] },
      }),
    )

/** The windows of one browser take turns, and speak to each other, under this name. */
export const nameOfQueue = (person: string, plan: string): string => `tien-do nhap-lieu ${person} ${plan}`
