// The words of the contract that entry speaks in.

import type { Schemas } from '@tien-do/api-client'

export type EntryForm = Schemas['EntryForm']
export type FormIndicator = EntryForm['indicators'][number]
export type FormCell = FormIndicator['cells'][number]
export type Measurement = Schemas['Measurement']
export type SaveBody = Schemas['CellBatch']
export type CellBody = SaveBody['cells'][number]
export type SaveAnswer = Schemas['CellBatchResult']
export type SaveResult = SaveAnswer['results'][number]
export type SaveFault = SaveResult['faults'][number]

/** Names one cell on every screen and in the queue. */
export function keyOf(indicator: string, area: string | null, on: string): string {
  return `${indicator} ${area ?? '-'} ${on}`
}

/** Whether this person may write here now. */
export function isOpen({ lock, allowedActions }: FormIndicator): boolean {
  return lock === null && allowedActions.includes('measurement.save')
}
